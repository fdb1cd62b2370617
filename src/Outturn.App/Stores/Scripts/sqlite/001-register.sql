-- A council's register: the chain of changes, and what is counted, judged and reported.

-- Which store this is.
CREATE TABLE store (
    id text NOT NULL PRIMARY KEY,
    created text NOT NULL
);

-- Every change: who, when, why, and its link in the chain.
CREATE TABLE audit_entry (
    number integer NOT NULL PRIMARY KEY,
    at text NOT NULL,
    who text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    why_words text,
    source_digest text,
    facts integer NOT NULL,
    facts_digest text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL
);

-- Where the chain ends.
CREATE TABLE chain_head (
    id integer NOT NULL PRIMARY KEY,
    number integer NOT NULL,
    hash text NOT NULL
);

-- Text that may name a person, by its salted digest.
CREATE TABLE wording (
    digest text NOT NULL PRIMARY KEY,
    salt text,
    content text,
    redacted_by integer
);

-- Evidence and templates, by the digest of their bytes.
CREATE TABLE stored_file (
    digest text NOT NULL PRIMARY KEY,
    content blob NOT NULL,
    entry integer NOT NULL
);

-- The council and the rules it has chosen.
CREATE TABLE council (
    version integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    code text NOT NULL,
    notice text,
    counted integer NOT NULL,
    direction integer NOT NULL,
    tolerance text,
    classification text NOT NULL,
    colour text NOT NULL,
    template text,
    template_digest text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL
);

CREATE TABLE post (
    post text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    role integer NOT NULL,
    name_words text REFERENCES wording (digest),
    team text,
    phone_words text REFERENCES wording (digest),
    email_words text REFERENCES wording (digest),
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (post, version)
);

CREATE TABLE service (
    service text NOT NULL,
    version integer NOT NULL,
    directorate text,
    director text,
    cabinet_member text,
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (service, version)
);

CREATE TABLE committee (
    committee text NOT NULL,
    version integer NOT NULL,
    short_name text NOT NULL,
    receives text NOT NULL,
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (committee, version)
);

CREATE TABLE meeting (
    committee text NOT NULL,
    day text NOT NULL,
    version integer NOT NULL,
    year integer,
    ordinal_name text,
    data_to text,
    reviewed_on text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (committee, day, version)
);

-- Named sets of indicators.
CREATE TABLE report (
    report text NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    committee text,
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (report, version)
);

-- What is the same of an indicator however it is counted.
CREATE TABLE description (
    ref text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    service text NOT NULL,
    lag_days integer NOT NULL,
    since text,
    until text,
    replaced_by text,
    part_of text,
    part text,
    rationale_words text REFERENCES wording (digest),
    duty text,
    priority text,
    contract text,
    owner text,
    approver text,
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, version)
);

-- How an indicator is counted from a day on.
CREATE TABLE definition (
    ref text NOT NULL,
    starts text NOT NULL,
    version integer NOT NULL,
    is_break integer NOT NULL,
    reason_words text REFERENCES wording (digest),
    kind integer NOT NULL,
    unit text NOT NULL,
    decimals integer NOT NULL,
    polarity integer,
    frequency integer NOT NULL,
    roll_up integer NOT NULL,
    basis integer NOT NULL,
    meaning text,
    numerator text,
    denominator text,
    source text,
    formula text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, starts, version)
);

-- On which dashboards and in which reports an indicator stands.
CREATE TABLE placement (
    ref text NOT NULL,
    kind integer NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    place integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, kind, name, version)
);

-- Targets and floor standards, or expected ranges, from a day to a day.
CREATE TABLE levels (
    ref text NOT NULL,
    starts text NOT NULL,
    version integer NOT NULL,
    ends text NOT NULL,
    target text,
    floor_standard text,
    tolerance text NOT NULL,
    lower text,
    upper text,
    benchmark text,
    rationale_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, starts, version)
);

-- What is proposed for the next year.
CREATE TABLE proposal (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    decision integer NOT NULL,
    target text,
    floor_standard text,
    tolerance text NOT NULL,
    lower text,
    upper text,
    rationale_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- The analyst's own paragraphs.
CREATE TABLE own_text (
    text_place text NOT NULL,
    version integer NOT NULL,
    content_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (text_place, version)
);
