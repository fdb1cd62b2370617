-- The house's form of papers: look, file names, signatures, blocks of text.

-- What papers are called, their logo, and whom readers tell that one is not accessible.
CREATE TABLE house (
    version integer NOT NULL,
    file_names text COLLATE "C",
    contact text COLLATE "C",
    logo text COLLATE "C",
    logo_digest text COLLATE "C",
    logo_text text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON house FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON house EXECUTE FUNCTION refuse_change();

-- Styles of the house's Word template in the places of ours.
CREATE TABLE house_style (
    style integer NOT NULL,
    version integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (style, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON house_style FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON house_style EXECUTE FUNCTION refuse_change();

-- Who signs which papers.
CREATE TABLE signature (
    place integer NOT NULL,
    version integer NOT NULL,
    label text COLLATE "C" NOT NULL,
    post text COLLATE "C" NOT NULL,
    owner text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (place, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON signature EXECUTE FUNCTION refuse_change();

-- The blocks of text that papers carry, such as legal implications.
CREATE TABLE text_block (
    place integer NOT NULL,
    version integer NOT NULL,
    block text COLLATE "C" NOT NULL,
    heading text COLLATE "C" NOT NULL,
    obligatory boolean NOT NULL,
    owner text COLLATE "C",
    wording text COLLATE "C",
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (place, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON text_block FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON text_block EXECUTE FUNCTION refuse_change();

-- The number that a report has on a meeting's agenda.
CREATE TABLE agenda_item (
    committee text COLLATE "C" NOT NULL,
    day date NOT NULL,
    version integer NOT NULL,
    item text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (committee, day, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON agenda_item EXECUTE FUNCTION refuse_change();
