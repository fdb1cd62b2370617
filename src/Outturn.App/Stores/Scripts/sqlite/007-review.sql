-- The annual review of indicators and their levels.

-- What a proposal changes beside the levels: the definition sheet, and what stands behind it.
CREATE TABLE proposal_sheet (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    version integer NOT NULL,
    title text,
    service text,
    committees text,
    kind integer,
    unit text,
    decimals integer,
    polarity integer,
    measured integer,
    roll_up integer,
    basis integer,
    lag_days integer,
    meaning text,
    numerator text,
    denominator text,
    source text,
    duty text,
    priority text,
    contract text,
    breaks integer NOT NULL,
    successor text,
    benchmark text,
    benchmark_source text,
    outcome text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, version)
);

CREATE TRIGGER proposal_sheet_is_not_changed BEFORE UPDATE ON proposal_sheet BEGIN SELECT RAISE(ABORT, 'proposal_sheet: what was said is kept; add a version'); END;
CREATE TRIGGER proposal_sheet_is_not_deleted BEFORE DELETE ON proposal_sheet BEGIN SELECT RAISE(ABORT, 'proposal_sheet: what was said is kept; add a version'); END;

-- A year's review, and the working days that it gives.
CREATE TABLE review (
    year integer NOT NULL,
    version integer NOT NULL,
    to_challenge integer NOT NULL,
    to_write integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (year, version)
);

CREATE TRIGGER review_is_not_changed BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'review: what was said is kept; add a version'); END;
CREATE TRIGGER review_is_not_deleted BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'review: what was said is kept; add a version'); END;

-- The meeting of each committee that reads it.
CREATE TABLE review_meeting (
    year integer NOT NULL,
    committee text NOT NULL,
    version integer NOT NULL,
    day text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (year, committee, version)
);

CREATE TRIGGER review_meeting_is_not_changed BEFORE UPDATE ON review_meeting BEGIN SELECT RAISE(ABORT, 'review_meeting: what was said is kept; add a version'); END;
CREATE TRIGGER review_meeting_is_not_deleted BEFORE DELETE ON review_meeting BEGIN SELECT RAISE(ABORT, 'review_meeting: what was said is kept; add a version'); END;

-- How far each proposal has come, and what was asked and answered.
CREATE TABLE review_step (
    ref text NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    state integer NOT NULL,
    who text NOT NULL,
    said_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, year, version)
);

CREATE TRIGGER review_step_is_not_changed BEFORE UPDATE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step: what was said is kept; add a version'); END;
CREATE TRIGGER review_step_is_not_deleted BEFORE DELETE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step: what was said is kept; add a version'); END;

-- What committees said of a review, and what became of it.
CREATE TABLE committee_comment (
    year integer NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    ref text,
    committee text NOT NULL,
    by_words text REFERENCES wording (digest),
    day text NOT NULL,
    text_words text REFERENCES wording (digest),
    reply_words text REFERENCES wording (digest),
    replied_by text,
    outcome integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (year, number, version)
);

CREATE TRIGGER committee_comment_is_not_changed BEFORE UPDATE ON committee_comment BEGIN SELECT RAISE(ABORT, 'committee_comment: what was said is kept; add a version'); END;
CREATE TRIGGER committee_comment_is_not_deleted BEFORE DELETE ON committee_comment BEGIN SELECT RAISE(ABORT, 'committee_comment: what was said is kept; add a version'); END;

-- The set of proposals that becomes a year's register: put forward by one, adopted by another.
CREATE TABLE adoption (
    year integer NOT NULL,
    version integer NOT NULL,
    set_digest text NOT NULL,
    put_forward_by text NOT NULL,
    adopted_by text,
    changes text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (year, version)
);

CREATE TRIGGER adoption_is_not_changed BEFORE UPDATE ON adoption BEGIN SELECT RAISE(ABORT, 'adoption: what was said is kept; add a version'); END;
CREATE TRIGGER adoption_is_not_deleted BEFORE DELETE ON adoption BEGIN SELECT RAISE(ABORT, 'adoption: what was said is kept; add a version'); END;

-- What was changed within a year that was adopted, and the committee that was told.
CREATE TABLE later_change (
    ref text NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    what text NOT NULL,
    reason_words text REFERENCES wording (digest),
    committee text NOT NULL,
    day text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, year, number, version)
);

CREATE TRIGGER later_change_is_not_changed BEFORE UPDATE ON later_change BEGIN SELECT RAISE(ABORT, 'later_change: what was said is kept; add a version'); END;
CREATE TRIGGER later_change_is_not_deleted BEFORE DELETE ON later_change BEGIN SELECT RAISE(ABORT, 'later_change: what was said is kept; add a version'); END;

-- In how many days cases were closed, for a limit in days to be tried on.
CREATE TABLE case_days (
    ref text NOT NULL,
    frequency integer NOT NULL,
    ordinal integer NOT NULL,
    days integer NOT NULL,
    version integer NOT NULL,
    cases text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, frequency, ordinal, days, version)
);

CREATE TRIGGER case_days_is_not_changed BEFORE UPDATE ON case_days BEGIN SELECT RAISE(ABORT, 'case_days: what was said is kept; add a version'); END;
CREATE TRIGGER case_days_is_not_deleted BEFORE DELETE ON case_days BEGIN SELECT RAISE(ABORT, 'case_days: what was said is kept; add a version'); END;
