-- Groups of similar councils that the council has chosen itself; members are codes of areas in order, with semicolons between.

CREATE TABLE neighbour_group (
    name text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    as_of date NOT NULL,
    reason text COLLATE "C" NOT NULL,
    source text COLLATE "C",
    members text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (name, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON neighbour_group FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON neighbour_group EXECUTE FUNCTION refuse_change();
