-- From draft to issue: the steps of a report's editions, who signed what off, and the files that were made.

-- A report with a life: for whom, and on what.
CREATE TABLE paper (
    paper text NOT NULL,
    version integer NOT NULL,
    subject integer NOT NULL,
    committee text,
    report text,
    data_to text NOT NULL,
    meeting_day text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, version)
);

CREATE TRIGGER paper_is_not_changed BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'paper: what was said is kept; add a version'); END;
CREATE TRIGGER paper_is_not_deleted BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'paper: what was said is kept; add a version'); END;

-- Each step of an edition on its way.
CREATE TABLE edition_step (
    paper text NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    kind integer NOT NULL,
    state integer NOT NULL,
    who text NOT NULL,
    content_digest text,
    release_at text,
    reason text,
    why_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, version)
);

CREATE TRIGGER edition_step_is_not_changed BEFORE UPDATE ON edition_step BEGIN SELECT RAISE(ABORT, 'edition_step: what was said is kept; add a version'); END;
CREATE TRIGGER edition_step_is_not_deleted BEFORE DELETE ON edition_step BEGIN SELECT RAISE(ABORT, 'edition_step: what was said is kept; add a version'); END;

-- The word of directors and cabinet members for their sections.
CREATE TABLE sign_off (
    paper text NOT NULL,
    number integer NOT NULL,
    service text NOT NULL,
    role integer NOT NULL,
    version integer NOT NULL,
    who text NOT NULL,
    section_digest text NOT NULL,
    on_behalf_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, service, role, version)
);

CREATE TRIGGER sign_off_is_not_changed BEFORE UPDATE ON sign_off BEGIN SELECT RAISE(ABORT, 'sign_off: what was said is kept; add a version'); END;
CREATE TRIGGER sign_off_is_not_deleted BEFORE DELETE ON sign_off BEGIN SELECT RAISE(ABORT, 'sign_off: what was said is kept; add a version'); END;

-- Errors of the checklist that somebody answers for.
CREATE TABLE check_override (
    paper text NOT NULL,
    number integer NOT NULL,
    item text NOT NULL,
    version integer NOT NULL,
    who text NOT NULL,
    reason_words text REFERENCES wording (digest),
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, item, version)
);

CREATE TRIGGER check_override_is_not_changed BEFORE UPDATE ON check_override BEGIN SELECT RAISE(ABORT, 'check_override: what was said is kept; add a version'); END;
CREATE TRIGGER check_override_is_not_deleted BEFORE DELETE ON check_override BEGIN SELECT RAISE(ABORT, 'check_override: what was said is kept; add a version'); END;

-- Editions whose files are made; the last version of one that is issued says when.
CREATE TABLE edition (
    paper text NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    digest text NOT NULL,
    issued_at text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, version)
);

CREATE TRIGGER edition_is_not_changed BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'edition: what was said is kept; add a version'); END;
CREATE TRIGGER edition_is_not_deleted BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'edition: what was said is kept; add a version'); END;

-- The files of an edition, by the SHA-256 of their bytes.
CREATE TABLE edition_file (
    paper text NOT NULL,
    number integer NOT NULL,
    format text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    digest text NOT NULL,
    length integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, format, version)
);

CREATE TRIGGER edition_file_is_not_changed BEFORE UPDATE ON edition_file BEGIN SELECT RAISE(ABORT, 'edition_file: what was said is kept; add a version'); END;
CREATE TRIGGER edition_file_is_not_deleted BEFORE DELETE ON edition_file BEGIN SELECT RAISE(ABORT, 'edition_file: what was said is kept; add a version'); END;

-- Who may read an edition before it is public, why, and from when until when.
CREATE TABLE pre_reader (
    paper text NOT NULL,
    number integer NOT NULL,
    account text NOT NULL,
    version integer NOT NULL,
    who text NOT NULL,
    reason_words text REFERENCES wording (digest),
    opens text NOT NULL,
    closes text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, account, version)
);

CREATE TRIGGER pre_reader_is_not_changed BEFORE UPDATE ON pre_reader BEGIN SELECT RAISE(ABORT, 'pre_reader: what was said is kept; add a version'); END;
CREATE TRIGGER pre_reader_is_not_deleted BEFORE DELETE ON pre_reader BEGIN SELECT RAISE(ABORT, 'pre_reader: what was said is kept; add a version'); END;

-- Each time that somebody read an edition before it was public.
CREATE TABLE pre_reading (
    paper text NOT NULL,
    number integer NOT NULL,
    account text NOT NULL,
    version integer NOT NULL,
    format text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (paper, number, account, version)
);

CREATE TRIGGER pre_reading_is_not_changed BEFORE UPDATE ON pre_reading BEGIN SELECT RAISE(ABORT, 'pre_reading: what was said is kept; add a version'); END;
CREATE TRIGGER pre_reading_is_not_deleted BEFORE DELETE ON pre_reading BEGIN SELECT RAISE(ABORT, 'pre_reading: what was said is kept; add a version'); END;

-- How the council releases its reports.
CREATE TABLE release_rules (
    id integer NOT NULL,
    version integer NOT NULL,
    release_time text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TRIGGER release_rules_is_not_changed BEFORE UPDATE ON release_rules BEGIN SELECT RAISE(ABORT, 'release_rules: what was said is kept; add a version'); END;
CREATE TRIGGER release_rules_is_not_deleted BEFORE DELETE ON release_rules BEGIN SELECT RAISE(ABORT, 'release_rules: what was said is kept; add a version'); END;

-- A row here says that this store is a clone for rehearsal: nothing is made public from it.
CREATE TABLE rehearsal (
    id integer NOT NULL PRIMARY KEY,
    at text NOT NULL
);
