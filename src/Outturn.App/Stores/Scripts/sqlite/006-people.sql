-- Who signs in, how they prove it, and what they may do.

CREATE TABLE person (
    account text NOT NULL,
    version integer NOT NULL,
    name_words text REFERENCES wording (digest),
    roles text NOT NULL,
    services text NOT NULL,
    posts text NOT NULL,
    entry integer NOT NULL REFERENCES audit_entry (number),
    withdrawn integer NOT NULL,
    PRIMARY KEY (account, version)
);

CREATE TRIGGER person_is_not_changed BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'person: what was said is kept; add a version'); END;
CREATE TRIGGER person_is_not_deleted BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'person: what was said is kept; add a version'); END;

CREATE TABLE account (
    id text NOT NULL PRIMARY KEY,
    user_name text NOT NULL,
    normalized_user_name text NOT NULL UNIQUE,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    two_factor_enabled integer NOT NULL
);

CREATE TABLE account_login (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    user_id text NOT NULL REFERENCES account (id),
    PRIMARY KEY (login_provider, provider_key)
);

CREATE TABLE account_token (
    user_id text NOT NULL REFERENCES account (id),
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    PRIMARY KEY (user_id, login_provider, name)
);

CREATE TABLE session (
    digest text NOT NULL PRIMARY KEY,
    account text NOT NULL,
    began text NOT NULL,
    last_seen text NOT NULL,
    browser text NOT NULL,
    address text NOT NULL
);

CREATE TABLE invitation (
    digest text NOT NULL PRIMARY KEY,
    account text NOT NULL,
    ends text NOT NULL
);

CREATE TABLE draft (
    account text NOT NULL,
    form text NOT NULL,
    content text NOT NULL,
    saved text NOT NULL,
    PRIMARY KEY (account, form)
);
