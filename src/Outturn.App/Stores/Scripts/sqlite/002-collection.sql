-- The figures, what is said of them, and how they were collected.

-- One figure for one period. Links to no other table: a million rows are added at once.
CREATE TABLE observation (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    value text,
    numerator text,
    denominator text,
    marker integer NOT NULL,
    ytd_given text,
    previous_given text,
    accepted_words text,
    note_words text,
    entry integer NOT NULL,
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
) WITHOUT ROWID;

-- What is said of a figure to the public.
CREATE TABLE commentary (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    context_words text REFERENCES wording (digest),
    cause_words text REFERENCES wording (digest),
    action_words text REFERENCES wording (digest),
    owner text,
    due text,
    recovery text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- For colleagues alone.
CREATE TABLE internal_note (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    content_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- What a year is expected to end at.
CREATE TABLE forecast (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    value text NOT NULL,
    reason_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

-- A warning that was overridden, and why.
CREATE TABLE warning_override (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    observation_version integer NOT NULL,
    warning text NOT NULL,
    reason_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, code, version)
);

-- The files that prove a figure.
CREATE TABLE evidence (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    file_name text NOT NULL,
    version integer NOT NULL,
    digest text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, file_name, version)
);

-- A round of collection.
CREATE TABLE round (
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    committee text,
    meeting_day text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (frequency, ordinal, version)
);

-- Submitted, returned, approved, locked.
CREATE TABLE step (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    state integer NOT NULL,
    who text NOT NULL,
    reason_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);
