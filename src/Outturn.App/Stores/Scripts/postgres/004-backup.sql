-- When the last backup was made, for doctor to say; no part of the audit chain, and of no backup.

CREATE TABLE backup_made (
    id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    head_number bigint NOT NULL,
    file text COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
);
