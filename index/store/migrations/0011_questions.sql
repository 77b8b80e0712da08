-- What is asked and what is answered, each by itself: found apart from each other by words and by meaning.

CREATE TABLE said (
    key         INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES question_sets (document_id) ON DELETE CASCADE,
    exchange    INTEGER NOT NULL,                 -- ordinal in exchanges
    side        TEXT NOT NULL,                    -- question, answer
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    digest      TEXT NOT NULL,                    -- of side and text
    UNIQUE (document_id, exchange, side, start)
) STRICT;
CREATE INDEX said_digest ON said (digest);

CREATE TABLE said_wordings (
    digest  TEXT PRIMARY KEY,
    version INTEGER NOT NULL,                     -- of the analysis
    wording BLOB NOT NULL                         -- hashes of words and of pairs of words
) STRICT, WITHOUT ROWID;

CREATE TABLE said_vectors (
    digest TEXT NOT NULL,
    model  TEXT NOT NULL,
    vector BLOB NOT NULL,                         -- little-endian float32
    PRIMARY KEY (digest, model)
) STRICT, WITHOUT ROWID;
