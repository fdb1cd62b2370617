-- Groups of similar councils that the council has chosen itself; members are codes of areas in order, with semicolons between.

CREATE TABLE neighbour_group (
    name text NOT NULL,
    version integer NOT NULL,
    as_of text NOT NULL,
    reason text NOT NULL,
    source text,
    members text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TRIGGER neighbour_group_is_not_changed BEFORE UPDATE ON neighbour_group BEGIN SELECT RAISE(ABORT, 'neighbour_group: what was said is kept; add a version'); END;
CREATE TRIGGER neighbour_group_is_not_deleted BEFORE DELETE ON neighbour_group BEGIN SELECT RAISE(ABORT, 'neighbour_group: what was said is kept; add a version'); END;
