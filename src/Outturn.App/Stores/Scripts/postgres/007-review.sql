-- The annual review of indicators and their levels.

-- What a proposal changes beside the levels: the definition sheet, and what stands behind it.
CREATE TABLE proposal_sheet (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    title text COLLATE "C",
    service text COLLATE "C",
    committees text COLLATE "C",
    kind integer,
    unit text COLLATE "C",
    decimals integer,
    polarity integer,
    measured integer,
    roll_up integer,
    basis integer,
    lag_days integer,
    meaning text COLLATE "C",
    numerator text COLLATE "C",
    denominator text COLLATE "C",
    source text COLLATE "C",
    duty text COLLATE "C",
    priority text COLLATE "C",
    contract text COLLATE "C",
    breaks boolean NOT NULL,
    successor text COLLATE "C",
    benchmark numeric,
    benchmark_source text COLLATE "C",
    outcome text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON proposal_sheet FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON proposal_sheet EXECUTE FUNCTION refuse_change();

-- A year's review, and the working days that it gives.
CREATE TABLE review (
    year integer NOT NULL,
    version integer NOT NULL,
    to_challenge integer NOT NULL,
    to_write integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (year, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON review EXECUTE FUNCTION refuse_change();

-- The meeting of each committee that reads it.
CREATE TABLE review_meeting (
    year integer NOT NULL,
    committee text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    day date NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (year, committee, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON review_meeting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON review_meeting EXECUTE FUNCTION refuse_change();

-- How far each proposal has come, and what was asked and answered.
CREATE TABLE review_step (
    ref text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    state integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    said_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, year, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON review_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON review_step EXECUTE FUNCTION refuse_change();

-- What committees said of a review, and what became of it.
CREATE TABLE committee_comment (
    year integer NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    ref text COLLATE "C",
    committee text COLLATE "C" NOT NULL,
    by_words text COLLATE "C" REFERENCES wording (digest),
    day date NOT NULL,
    text_words text COLLATE "C" REFERENCES wording (digest),
    reply_words text COLLATE "C" REFERENCES wording (digest),
    replied_by text COLLATE "C",
    outcome integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (year, number, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON committee_comment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON committee_comment EXECUTE FUNCTION refuse_change();

-- The set of proposals that becomes a year's register: put forward by one, adopted by another.
CREATE TABLE adoption (
    year integer NOT NULL,
    version integer NOT NULL,
    set_digest text COLLATE "C" NOT NULL,
    put_forward_by text COLLATE "C" NOT NULL,
    adopted_by text COLLATE "C",
    changes text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (year, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON adoption FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON adoption EXECUTE FUNCTION refuse_change();

-- What was changed within a year that was adopted, and the committee that was told.
CREATE TABLE later_change (
    ref text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    what text COLLATE "C" NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    committee text COLLATE "C" NOT NULL,
    day date NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, year, number, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON later_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON later_change EXECUTE FUNCTION refuse_change();

-- In how many days cases were closed, for a limit in days to be tried on.
CREATE TABLE case_days (
    ref text COLLATE "C" NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    days integer NOT NULL,
    version integer NOT NULL,
    cases numeric NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, days, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON case_days FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON case_days EXECUTE FUNCTION refuse_change();
