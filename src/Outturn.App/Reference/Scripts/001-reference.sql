-- National data: the same for every council. Numbers are text in one form, days are yyyy-MM-dd, and a file is known by what is in it.

CREATE TABLE source_file (
    id integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    profile text NOT NULL,
    target text NOT NULL, -- what it was taken for: a dataset, a neighbour set, an edition, a list
    taken text NOT NULL,
    rows_read integer NOT NULL,
    rows_stored integer NOT NULL,
    rows_refused integer NOT NULL,
    CHECK (rows_read = rows_stored + rows_refused)
);
CREATE UNIQUE INDEX source_file_target ON source_file (target);

CREATE TABLE refusal (
    file integer NOT NULL REFERENCES source_file (id) ON DELETE CASCADE,
    reason text NOT NULL,
    rows integer NOT NULL,
    first_row integer NOT NULL,
    PRIMARY KEY (file, reason)
) WITHOUT ROWID;

CREATE TABLE area (
    id integer NOT NULL PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    type text NOT NULL,
    tiers integer NOT NULL,
    region_code text, region text, county_code text, county text, combined_authority_code text, combined_authority text,
    listed integer NOT NULL -- 1 from a list of areas, 0 as figures name it
);

CREATE TABLE superseded (area text NOT NULL PRIMARY KEY, end_year integer, recode integer NOT NULL, source text) WITHOUT ROWID;
CREATE TABLE successor (area text NOT NULL REFERENCES superseded (area) ON DELETE CASCADE, code text NOT NULL, PRIMARY KEY (area, code)) WITHOUT ROWID;
CREATE TABLE area_part (whole text NOT NULL, part text NOT NULL, PRIMARY KEY (whole, part)) WITHOUT ROWID;
CREATE TABLE area_number (scheme text NOT NULL, number text NOT NULL, area text NOT NULL, PRIMARY KEY (scheme, number)) WITHOUT ROWID;
CREATE TABLE area_group (scheme text NOT NULL, area text NOT NULL, name text NOT NULL, PRIMARY KEY (scheme, area)) WITHOUT ROWID;

CREATE TABLE dataset (
    id integer NOT NULL PRIMARY KEY,
    name text NOT NULL UNIQUE,
    title text, organisation text, address text, published_on text,
    file integer REFERENCES source_file (id)
);

CREATE TABLE series (
    id integer NOT NULL PRIMARY KEY,
    dataset integer NOT NULL REFERENCES dataset (id),
    code text NOT NULL,
    title text NOT NULL,
    unit text, decimals integer, polarity text, years text,
    cadence_months integer, -- as its publisher says
    published_on text, publisher text, address text, description text,
    gap_months integer, latest_end text, -- as its figures say
    UNIQUE (dataset, code)
);

CREATE TABLE period (
    id integer NOT NULL PRIMARY KEY,
    label text NOT NULL, kind integer NOT NULL, first text NOT NULL, last text NOT NULL, status integer NOT NULL, qualifier text,
    UNIQUE (label, kind, first, last)
);

CREATE TABLE note (id integer NOT NULL PRIMARY KEY, text text NOT NULL UNIQUE);

CREATE TABLE figure (
    series integer NOT NULL REFERENCES series (id),
    period integer NOT NULL REFERENCES period (id),
    area integer NOT NULL REFERENCES area (id),
    value text, marker integer NOT NULL, lower text, upper text, status integer NOT NULL,
    note integer REFERENCES note (id),
    PRIMARY KEY (series, period, area)
) WITHOUT ROWID;

-- What is known of one area.
CREATE INDEX figure_of_area ON figure (area, series);

CREATE TABLE neighbour_set (
    id integer NOT NULL PRIMARY KEY,
    name text NOT NULL, date text NOT NULL, source text NOT NULL, kind integer NOT NULL,
    UNIQUE (name, date)
);

CREATE TABLE neighbour (
    neighbour_set integer NOT NULL REFERENCES neighbour_set (id),
    area text NOT NULL, rank integer NOT NULL, member text NOT NULL, closeness text, distance text,
    PRIMARY KEY (neighbour_set, area, rank),
    UNIQUE (neighbour_set, area, member)
) WITHOUT ROWID;

CREATE TABLE edition (
    id integer NOT NULL PRIMARY KEY,
    framework text NOT NULL, name text NOT NULL, date text, source text NOT NULL, address text, note text,
    UNIQUE (framework, name)
);

CREATE TABLE stated_total (
    edition integer NOT NULL REFERENCES edition (id), what text NOT NULL, count integer NOT NULL, stated_on text, source text,
    PRIMARY KEY (edition, what)
) WITHOUT ROWID;

CREATE TABLE outcome (
    edition integer NOT NULL REFERENCES edition (id), number integer NOT NULL, name text NOT NULL, ambition text NOT NULL, category text NOT NULL,
    PRIMARY KEY (edition, number)
) WITHOUT ROWID;

CREATE TABLE metric (
    edition integer NOT NULL REFERENCES edition (id), id text NOT NULL, place integer NOT NULL, title text NOT NULL, kind text NOT NULL, publisher text,
    placeholder integer NOT NULL, in_development integer NOT NULL, unit text, polarity text, note text, seen_in text,
    PRIMARY KEY (edition, id), UNIQUE (edition, title)
) WITHOUT ROWID;

-- The publisher's title may stand under several outcomes, each time under an id of ours: it is one metric.
CREATE TABLE metric_outcome (
    edition integer NOT NULL, metric text NOT NULL, outcome integer NOT NULL, id_there text NOT NULL,
    PRIMARY KEY (edition, metric, outcome), FOREIGN KEY (edition, metric) REFERENCES metric (edition, id), FOREIGN KEY (edition, outcome) REFERENCES outcome (edition, number)
) WITHOUT ROWID;

-- By which others call a metric: LG Inform 19346.
CREATE TABLE metric_number (
    edition integer NOT NULL, metric text NOT NULL, number text NOT NULL, role text NOT NULL,
    PRIMARY KEY (edition, metric, number), FOREIGN KEY (edition, metric) REFERENCES metric (edition, id)
) WITHOUT ROWID;

CREATE TABLE metric_series (
    edition integer NOT NULL, metric text NOT NULL, dataset text NOT NULL, series text NOT NULL, fit integer NOT NULL, justification text NOT NULL,
    PRIMARY KEY (edition, metric, dataset, series), FOREIGN KEY (edition, metric) REFERENCES metric (edition, id)
) WITHOUT ROWID;
