-- Saved searches, and what each of them has told of.

CREATE TABLE arrivals (                           -- documents, in the order in which searches got to see them
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL UNIQUE,             -- stays when the document goes: nothing is told of twice
    title       TEXT NOT NULL,                    -- to say of which document a later one is a new version
    path        TEXT NOT NULL,                    -- of a file that held it
    follows     TEXT                              -- the document that this file held before
) STRICT;
CREATE INDEX arrivals_path ON arrivals (path, number);

CREATE TABLE noted (                              -- one row: the index of which all documents are among them
    content TEXT NOT NULL
) STRICT;

CREATE TABLE saved_searches (
    id      TEXT PRIMARY KEY,                     -- 128 random bits: whoever knows it may change it
    feed    TEXT NOT NULL UNIQUE,                 -- the same for its feed: whoever knows it may read
    title   TEXT NOT NULL,
    query   TEXT NOT NULL,
    filters TEXT NOT NULL,                        -- JSON: as parameters of a search
    created TEXT NOT NULL,                        -- ISO 8601, UTC
    changed TEXT NOT NULL,                        -- the same: when its title or its alerts last changed
    looked  INTEGER NOT NULL,                     -- number of the last arrival that it has looked at
    seen    INTEGER NOT NULL DEFAULT 0            -- number of the last alert that somebody has looked at
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (                             -- one for a document
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    search_id   TEXT NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    passage_id  TEXT NOT NULL,
    found       TEXT NOT NULL,                    -- ISO 8601, UTC
    said        TEXT NOT NULL,                    -- JSON: quote, citation and why, as they were then
    UNIQUE (search_id, document_id)
) STRICT;
