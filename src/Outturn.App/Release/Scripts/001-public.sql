-- The public store: what has been issued, and nothing else. It is written by the publisher and read by the public site.

-- Whose papers it holds: the council's store by its identity.
CREATE TABLE source_store (
    id text NOT NULL PRIMARY KEY
);

-- Files by the SHA-256 of their bytes.
CREATE TABLE file (
    digest text NOT NULL PRIMARY KEY,
    content blob NOT NULL
);

-- Editions in the order in which they were issued. Of a report that was withdrawn the rows stay, and their files go.
CREATE TABLE edition (
    number integer NOT NULL PRIMARY KEY,
    paper text NOT NULL,
    edition integer NOT NULL,
    kind text NOT NULL,
    issued_at text NOT NULL,
    title text NOT NULL,
    reason text,
    digest text NOT NULL,
    UNIQUE (paper, edition)
);

CREATE TABLE edition_file (
    number integer NOT NULL REFERENCES edition (number),
    format text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    digest text NOT NULL,
    length integer NOT NULL,
    PRIMARY KEY (number, format)
);

CREATE INDEX edition_file_by_digest ON edition_file (digest);

CREATE TRIGGER edition_is_not_changed BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'edition: what was issued stays'); END;
CREATE TRIGGER edition_is_not_deleted BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'edition: what was issued stays'); END;
CREATE TRIGGER edition_file_is_not_changed BEFORE UPDATE ON edition_file BEGIN SELECT RAISE(ABORT, 'edition_file: what was issued stays'); END;
CREATE TRIGGER edition_file_is_not_deleted BEFORE DELETE ON edition_file BEGIN SELECT RAISE(ABORT, 'edition_file: what was issued stays'); END;
CREATE TRIGGER file_is_not_changed BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'file: what was issued stays'); END;
