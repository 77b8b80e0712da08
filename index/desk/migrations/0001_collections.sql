-- Collections (verzamelmappen): passages that somebody keeps, with notes, in an order of their own.

CREATE TABLE collections (
    id      TEXT PRIMARY KEY,                     -- whoever knows it may change it: 128 random bits
    share   TEXT NOT NULL UNIQUE,                 -- whoever knows it may read: likewise
    title   TEXT NOT NULL,
    created TEXT NOT NULL,                        -- ISO 8601, UTC
    changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE collected (                          -- as it was when it was kept: a document may change or go
    id            TEXT PRIMARY KEY,
    collection_id TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL,               -- from 0
    passage_id    TEXT NOT NULL,
    document_id   TEXT NOT NULL,
    start         INTEGER NOT NULL,               -- of the quote, in the document's canonical text
    "end"         INTEGER NOT NULL,
    text          TEXT NOT NULL,                  -- the quote, literally
    citation      TEXT NOT NULL,                  -- JSON: the citation as the API gives it
    snapshot      INTEGER NOT NULL,               -- that it was found in
    note          TEXT NOT NULL DEFAULT '',
    added         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX collected_in ON collected (collection_id, place);
