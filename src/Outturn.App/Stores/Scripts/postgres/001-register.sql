-- A council's register: the chain of changes, and what is counted, judged and reported.

-- Which store this is.
CREATE TABLE store (
    id text COLLATE "C" NOT NULL,
    created timestamp with time zone NOT NULL,
    PRIMARY KEY (id)
);

-- Every change: who, when, why, and its link in the chain.
CREATE TABLE audit_entry (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    who text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    why_words text COLLATE "C",
    source_digest text COLLATE "C",
    facts bigint NOT NULL,
    facts_digest text COLLATE "C" NOT NULL,
    previous text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (number)
);

-- Where the chain ends.
CREATE TABLE chain_head (
    id integer NOT NULL,
    number bigint NOT NULL,
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
);

-- Text that may name a person, by its salted digest.
CREATE TABLE wording (
    digest text COLLATE "C" NOT NULL,
    salt text COLLATE "C",
    content text COLLATE "C",
    redacted_by bigint,
    PRIMARY KEY (digest)
);

-- Evidence and templates, by the digest of their bytes.
CREATE TABLE stored_file (
    digest text COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    entry bigint NOT NULL,
    PRIMARY KEY (digest)
);

-- The council and the rules it has chosen.
CREATE TABLE council (
    version integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    notice text COLLATE "C",
    counted integer NOT NULL,
    direction integer NOT NULL,
    tolerance numeric,
    classification text COLLATE "C" NOT NULL,
    colour text COLLATE "C" NOT NULL,
    template text COLLATE "C",
    template_digest text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (version)
);

CREATE TABLE post (
    post text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    title text COLLATE "C" NOT NULL,
    role integer NOT NULL,
    name_words text COLLATE "C" REFERENCES wording (digest),
    team text COLLATE "C",
    phone_words text COLLATE "C" REFERENCES wording (digest),
    email_words text COLLATE "C" REFERENCES wording (digest),
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (post, version)
);

CREATE TABLE service (
    service text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    directorate text COLLATE "C",
    director text COLLATE "C",
    cabinet_member text COLLATE "C",
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (service, version)
);

CREATE TABLE committee (
    committee text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    short_name text COLLATE "C" NOT NULL,
    receives text COLLATE "C" NOT NULL,
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (committee, version)
);

CREATE TABLE meeting (
    committee text COLLATE "C" NOT NULL,
    day date NOT NULL,
    version integer NOT NULL,
    year integer,
    ordinal_name text COLLATE "C",
    data_to date,
    reviewed_on date,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (committee, day, version)
);

-- Named sets of indicators.
CREATE TABLE report (
    report text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    committee text COLLATE "C",
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (report, version)
);

-- What is the same of an indicator however it is counted.
CREATE TABLE description (
    ref text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    title text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    lag_days integer NOT NULL,
    since date,
    until date,
    replaced_by text COLLATE "C",
    part_of text COLLATE "C",
    part text COLLATE "C",
    rationale_words text COLLATE "C" REFERENCES wording (digest),
    duty text COLLATE "C",
    priority text COLLATE "C",
    contract text COLLATE "C",
    owner text COLLATE "C",
    approver text COLLATE "C",
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, version)
);

-- How an indicator is counted from a day on.
CREATE TABLE definition (
    ref text COLLATE "C" NOT NULL,
    starts date NOT NULL,
    version integer NOT NULL,
    is_break boolean NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    kind integer NOT NULL,
    unit text COLLATE "C" NOT NULL,
    decimals integer NOT NULL,
    polarity integer,
    frequency integer NOT NULL,
    roll_up integer NOT NULL,
    basis integer NOT NULL,
    meaning text COLLATE "C",
    numerator text COLLATE "C",
    denominator text COLLATE "C",
    source text COLLATE "C",
    formula text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, starts, version)
);

-- On which dashboards and in which reports an indicator stands.
CREATE TABLE placement (
    ref text COLLATE "C" NOT NULL,
    kind integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    place integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, kind, name, version)
);

-- Targets and floor standards, or expected ranges, from a day to a day.
CREATE TABLE levels (
    ref text COLLATE "C" NOT NULL,
    starts date NOT NULL,
    version integer NOT NULL,
    ends date NOT NULL,
    target numeric,
    floor_standard numeric,
    tolerance numeric NOT NULL,
    lower numeric,
    upper numeric,
    benchmark numeric,
    rationale_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, starts, version)
);

-- What is proposed for the next year.
CREATE TABLE proposal (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    decision integer NOT NULL,
    target numeric,
    floor_standard numeric,
    tolerance numeric NOT NULL,
    lower numeric,
    upper numeric,
    rationale_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- The analyst's own paragraphs.
CREATE TABLE own_text (
    text_place text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    content_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (text_place, version)
);
