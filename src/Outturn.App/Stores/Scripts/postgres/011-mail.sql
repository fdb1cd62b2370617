-- Mail that goes out, who gets it, and the calendars that people follow. No facts: a message changes when it is sent, an address when it moves.

CREATE TABLE outbox (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    occasion text COLLATE "C" NOT NULL UNIQUE,
    kind integer NOT NULL,
    account text COLLATE "C",
    address text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    link text COLLATE "C" NOT NULL,
    put_at timestamp with time zone NOT NULL,
    expires timestamp with time zone NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    next_try timestamp with time zone NOT NULL,
    holder text COLLATE "C",
    changed timestamp with time zone NOT NULL,
    reason text COLLATE "C"
);

CREATE INDEX outbox_by_state ON outbox (state, next_try);

CREATE TABLE mail_sender (
    id integer NOT NULL PRIMARY KEY,
    holder text COLLATE "C" NOT NULL,
    until timestamp with time zone NOT NULL
);

CREATE TABLE mail_setting (
    id integer NOT NULL PRIMARY KEY,
    days_before integer,
    on_the_day boolean NOT NULL,
    days_after integer,
    then_every integer,
    contact text COLLATE "C"
);

CREATE TABLE person_mail (
    account text COLLATE "C" NOT NULL PRIMARY KEY,
    address text COLLATE "C",
    reminders boolean NOT NULL,
    returns boolean NOT NULL,
    releases boolean NOT NULL
);

CREATE TABLE subscriber (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    address text COLLATE "C" NOT NULL UNIQUE,
    name text COLLATE "C" NOT NULL,
    added_by text COLLATE "C" NOT NULL,
    added timestamp with time zone NOT NULL
);

CREATE TABLE calendar_address (
    account text COLLATE "C" NOT NULL PRIMARY KEY,
    digest text COLLATE "C" NOT NULL UNIQUE,
    made timestamp with time zone NOT NULL
);
