-- Who signs in, how they prove it, and what they may do.

CREATE TABLE person (
    account text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    name_words text COLLATE "C" REFERENCES wording (digest),
    roles text COLLATE "C" NOT NULL,
    services text COLLATE "C" NOT NULL,
    posts text COLLATE "C" NOT NULL,
    entry bigint NOT NULL REFERENCES audit_entry (number),
    withdrawn boolean NOT NULL,
    PRIMARY KEY (account, version)
);

CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON person EXECUTE FUNCTION refuse_change();

CREATE TABLE account (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    user_name text COLLATE "C" NOT NULL,
    normalized_user_name text COLLATE "C" NOT NULL UNIQUE,
    password_hash text COLLATE "C",
    security_stamp text COLLATE "C",
    concurrency_stamp text COLLATE "C",
    two_factor_enabled boolean NOT NULL
);

CREATE TABLE account_login (
    login_provider text COLLATE "C" NOT NULL,
    provider_key text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL REFERENCES account (id),
    PRIMARY KEY (login_provider, provider_key)
);

CREATE TABLE account_token (
    user_id text COLLATE "C" NOT NULL REFERENCES account (id),
    login_provider text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    value text COLLATE "C",
    PRIMARY KEY (user_id, login_provider, name)
);

CREATE TABLE session (
    digest text COLLATE "C" NOT NULL PRIMARY KEY,
    account text COLLATE "C" NOT NULL,
    began timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    browser text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL
);

CREATE TABLE invitation (
    digest text COLLATE "C" NOT NULL PRIMARY KEY,
    account text COLLATE "C" NOT NULL,
    ends timestamp with time zone NOT NULL
);

CREATE TABLE draft (
    account text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL,
    saved timestamp with time zone NOT NULL,
    PRIMARY KEY (account, form)
);
