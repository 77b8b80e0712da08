-- Saved searches, and what each of them has told of.

CREATE TABLE saved_searches (
    id       TEXT PRIMARY KEY,                    -- 128 random bits: whoever knows it may change it
    feed     TEXT NOT NULL UNIQUE,                -- the same for its feed: whoever knows it may read
    title    TEXT NOT NULL,
    query    TEXT NOT NULL,
    filters  TEXT NOT NULL,                       -- JSON: as parameters of a search
    created  TEXT NOT NULL,                       -- ISO 8601, UTC
    snapshot INTEGER                              -- up to where it has looked; NULL for not yet
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (                             -- one for a document
    search_id   TEXT NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    passage_id  TEXT NOT NULL,
    found       TEXT NOT NULL,                    -- ISO 8601, UTC
    told        INTEGER NOT NULL,                 -- 0 for what was there when the search was saved
    result      TEXT NOT NULL,                    -- JSON: quote, citation and why, as they were then
    PRIMARY KEY (search_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_found ON alerts (search_id, found);
