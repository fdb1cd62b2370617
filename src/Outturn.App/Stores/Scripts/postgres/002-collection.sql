-- The figures, what is said of them, and how they were collected.

-- One figure for one period. Links to no other table: a million rows are added at once.
CREATE TABLE observation (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    value numeric,
    numerator numeric,
    denominator numeric,
    marker integer NOT NULL,
    ytd_given numeric,
    previous_given numeric,
    accepted_words text COLLATE "C",
    note_words text COLLATE "C",
    entry bigint NOT NULL,
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- What is said of a figure to the public.
CREATE TABLE commentary (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    context_words text COLLATE "C" REFERENCES wording (digest),
    cause_words text COLLATE "C" REFERENCES wording (digest),
    action_words text COLLATE "C" REFERENCES wording (digest),
    owner text COLLATE "C",
    due date,
    recovery text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- For colleagues alone.
CREATE TABLE internal_note (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    content_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- What a year is expected to end at.
CREATE TABLE forecast (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    value numeric NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- A warning that was overridden, and why.
CREATE TABLE warning_override (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    code text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    observation_version integer NOT NULL,
    warning text COLLATE "C" NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, code, version)
);

-- The files that prove a figure.
CREATE TABLE evidence (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    file_name text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    digest text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, file_name, version)
);

-- A round of collection.
CREATE TABLE round (
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    committee text COLLATE "C",
    meeting_day date,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (frequency, ordinal, version)
);

-- Submitted, returned, approved, locked.
CREATE TABLE step (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    state integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);
