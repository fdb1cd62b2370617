-- How the council's indicators stand to the metrics of an outcomes framework; an empty ref says that none does.

CREATE TABLE metric_link (
    metric text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    relation integer NOT NULL,
    note text COLLATE "C",
    who text COLLATE "C" NOT NULL,
    said_on date NOT NULL,
    review_on date,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (metric, ref, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON metric_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON metric_link EXECUTE FUNCTION refuse_change();
