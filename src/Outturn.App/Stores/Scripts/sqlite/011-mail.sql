-- Mail that goes out, who gets it, and the calendars that people follow. No facts: a message changes when it is sent, an address when it moves.

CREATE TABLE outbox (
    id text NOT NULL PRIMARY KEY,
    occasion text NOT NULL UNIQUE,
    kind integer NOT NULL,
    account text,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    link text NOT NULL,
    put_at text NOT NULL,
    expires text NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    next_try text NOT NULL,
    holder text,
    changed text NOT NULL,
    reason text
);

CREATE INDEX outbox_by_state ON outbox (state, next_try);

CREATE TABLE mail_sender (
    id integer NOT NULL PRIMARY KEY,
    holder text NOT NULL,
    until text NOT NULL
);

CREATE TABLE mail_setting (
    id integer NOT NULL PRIMARY KEY,
    days_before integer,
    on_the_day integer NOT NULL,
    days_after integer,
    then_every integer,
    contact text
);

CREATE TABLE person_mail (
    account text NOT NULL PRIMARY KEY,
    address text,
    reminders integer NOT NULL,
    returns integer NOT NULL,
    releases integer NOT NULL
);

CREATE TABLE subscriber (
    id text NOT NULL PRIMARY KEY,
    address text NOT NULL UNIQUE,
    name text NOT NULL,
    added_by text NOT NULL,
    added text NOT NULL
);

CREATE TABLE calendar_address (
    account text NOT NULL PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    made text NOT NULL
);
