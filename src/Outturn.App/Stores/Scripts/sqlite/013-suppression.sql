-- Below which counts of an indicator are not published.

CREATE TABLE suppression (
    ref text NOT NULL,
    version integer NOT NULL,
    below integer NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (ref, version)
);

CREATE TRIGGER suppression_is_not_changed BEFORE UPDATE ON suppression BEGIN SELECT RAISE(ABORT, 'suppression: what was said is kept; add a version'); END;
CREATE TRIGGER suppression_is_not_deleted BEFORE DELETE ON suppression BEGIN SELECT RAISE(ABORT, 'suppression: what was said is kept; add a version'); END;
