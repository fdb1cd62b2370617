-- By which services' systems send their figures: secrets by their digests. No facts.

CREATE TABLE api_token (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    digest text COLLATE "C" NOT NULL UNIQUE,
    services text COLLATE "C" NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    made timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    last_used timestamp with time zone
);
