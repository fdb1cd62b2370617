-- Below which counts of an indicator are not published.

CREATE TABLE suppression (
    ref text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    below integer NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (ref, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON suppression FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON suppression EXECUTE FUNCTION refuse_change();
