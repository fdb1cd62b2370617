-- From draft to issue: the steps of a report's editions, who signed what off, and the files that were made.

-- A report with a life: for whom, and on what.
CREATE TABLE paper (
    paper text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    subject integer NOT NULL,
    committee text COLLATE "C",
    report text COLLATE "C",
    data_to date NOT NULL,
    meeting_day date,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON paper FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON paper EXECUTE FUNCTION refuse_change();

-- Each step of an edition on its way.
CREATE TABLE edition_step (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    kind integer NOT NULL,
    state integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    content_digest text COLLATE "C",
    release_at timestamp with time zone,
    reason text COLLATE "C",
    why_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON edition_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON edition_step EXECUTE FUNCTION refuse_change();

-- The word of directors and cabinet members for their sections.
CREATE TABLE sign_off (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    service text COLLATE "C" NOT NULL,
    role integer NOT NULL,
    version integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    section_digest text COLLATE "C" NOT NULL,
    on_behalf_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, service, role, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON sign_off EXECUTE FUNCTION refuse_change();

-- Errors of the checklist that somebody answers for.
CREATE TABLE check_override (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    item text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, item, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON check_override FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON check_override EXECUTE FUNCTION refuse_change();

-- Editions whose files are made; the last version of one that is issued says when.
CREATE TABLE edition (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    title text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    issued_at timestamp with time zone,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON edition EXECUTE FUNCTION refuse_change();

-- The files of an edition, by the SHA-256 of their bytes.
CREATE TABLE edition_file (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    format text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    length integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, format, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON edition_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON edition_file EXECUTE FUNCTION refuse_change();

-- Who may read an edition before it is public, why, and from when until when.
CREATE TABLE pre_reader (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    account text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    who text COLLATE "C" NOT NULL,
    reason_words text COLLATE "C" REFERENCES wording (digest),
    opens timestamp with time zone NOT NULL,
    closes timestamp with time zone NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, account, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON pre_reader FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON pre_reader EXECUTE FUNCTION refuse_change();

-- Each time that somebody read an edition before it was public.
CREATE TABLE pre_reading (
    paper text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    account text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    format text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (paper, number, account, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON pre_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON pre_reading EXECUTE FUNCTION refuse_change();

-- How the council releases its reports.
CREATE TABLE release_rules (
    id integer NOT NULL,
    version integer NOT NULL,
    release_time text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON release_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON release_rules EXECUTE FUNCTION refuse_change();

-- A row here says that this store is a clone for rehearsal: nothing is made public from it.
CREATE TABLE rehearsal (
    id integer NOT NULL PRIMARY KEY,
    at timestamp with time zone NOT NULL
);
