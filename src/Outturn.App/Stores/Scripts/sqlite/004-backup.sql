-- When the last backup was made, for doctor to say; no part of the audit chain, and of no backup.

CREATE TABLE backup_made (
    id integer NOT NULL,
    at text NOT NULL,
    head_number integer NOT NULL,
    file text NOT NULL,
    PRIMARY KEY (id)
);
