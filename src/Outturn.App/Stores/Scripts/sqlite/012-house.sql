-- The house's form of papers: look, file names, signatures, blocks of text.

-- What papers are called, their logo, and whom readers tell that one is not accessible.
CREATE TABLE house (
    version integer NOT NULL,
    file_names text,
    contact text,
    logo text,
    logo_digest text,
    logo_text text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (version)
);

CREATE TRIGGER house_is_not_changed BEFORE UPDATE ON house BEGIN SELECT RAISE(ABORT, 'house: what was said is kept; add a version'); END;
CREATE TRIGGER house_is_not_deleted BEFORE DELETE ON house BEGIN SELECT RAISE(ABORT, 'house: what was said is kept; add a version'); END;

-- Styles of the house's Word template in the places of ours.
CREATE TABLE house_style (
    style integer NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (style, version)
);

CREATE TRIGGER house_style_is_not_changed BEFORE UPDATE ON house_style BEGIN SELECT RAISE(ABORT, 'house_style: what was said is kept; add a version'); END;
CREATE TRIGGER house_style_is_not_deleted BEFORE DELETE ON house_style BEGIN SELECT RAISE(ABORT, 'house_style: what was said is kept; add a version'); END;

-- Who signs which papers.
CREATE TABLE signature (
    place integer NOT NULL,
    version integer NOT NULL,
    label text NOT NULL,
    post text NOT NULL,
    owner text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (place, version)
);

CREATE TRIGGER signature_is_not_changed BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'signature: what was said is kept; add a version'); END;
CREATE TRIGGER signature_is_not_deleted BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'signature: what was said is kept; add a version'); END;

-- The blocks of text that papers carry, such as legal implications.
CREATE TABLE text_block (
    place integer NOT NULL,
    version integer NOT NULL,
    block text NOT NULL,
    heading text NOT NULL,
    obligatory integer NOT NULL,
    owner text,
    wording text,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (place, version)
);

CREATE TRIGGER text_block_is_not_changed BEFORE UPDATE ON text_block BEGIN SELECT RAISE(ABORT, 'text_block: what was said is kept; add a version'); END;
CREATE TRIGGER text_block_is_not_deleted BEFORE DELETE ON text_block BEGIN SELECT RAISE(ABORT, 'text_block: what was said is kept; add a version'); END;

-- The number that a report has on a meeting's agenda.
CREATE TABLE agenda_item (
    committee text NOT NULL,
    day text NOT NULL,
    version integer NOT NULL,
    item text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (committee, day, version)
);

CREATE TRIGGER agenda_item_is_not_changed BEFORE UPDATE ON agenda_item BEGIN SELECT RAISE(ABORT, 'agenda_item: what was said is kept; add a version'); END;
CREATE TRIGGER agenda_item_is_not_deleted BEFORE DELETE ON agenda_item BEGIN SELECT RAISE(ABORT, 'agenda_item: what was said is kept; add a version'); END;
