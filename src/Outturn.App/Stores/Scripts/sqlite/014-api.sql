-- By which services' systems send their figures: secrets by their digests. No facts.

CREATE TABLE api_token (
    name text NOT NULL PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    services text NOT NULL,
    made_by text NOT NULL,
    made text NOT NULL,
    ends text NOT NULL,
    last_used text
);
