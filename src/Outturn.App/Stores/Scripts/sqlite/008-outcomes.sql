-- How the council's indicators stand to the metrics of an outcomes framework; an empty ref says that none does.

CREATE TABLE metric_link (
    metric text NOT NULL,
    ref text NOT NULL,
    version integer NOT NULL,
    relation integer NOT NULL,
    note text,
    who text NOT NULL,
    said_on text NOT NULL,
    review_on text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (metric, ref, version)
);

CREATE TRIGGER metric_link_is_not_changed BEFORE UPDATE ON metric_link BEGIN SELECT RAISE(ABORT, 'metric_link: what was said is kept; add a version'); END;
CREATE TRIGGER metric_link_is_not_deleted BEFORE DELETE ON metric_link BEGIN SELECT RAISE(ABORT, 'metric_link: what was said is kept; add a version'); END;
