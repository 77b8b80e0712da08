-- Collections (verzamelmappen): passages that somebody keeps, with notes, in an order of their own.

CREATE TABLE collections (
    id      TEXT PRIMARY KEY,                     -- whoever knows it may change it: 128 random bits
    share   TEXT NOT NULL UNIQUE,                 -- whoever knows it may read: likewise
    title   TEXT NOT NULL,
    created TEXT NOT NULL,                        -- ISO 8601, UTC
    changed TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1            -- one more with each change
) STRICT, WITHOUT ROWID;

CREATE TABLE collected (                          -- as it was when it was kept: a document may change or go
    id            TEXT PRIMARY KEY,
    collection_id TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL,               -- from 0
    passage_id    TEXT NOT NULL,
    document_id   TEXT NOT NULL,
    quotes        TEXT NOT NULL,                  -- JSON: [text, start, end], as in the canonical text
    citation      TEXT NOT NULL,                  -- JSON: the citation as the API gives it
    footnotes     TEXT NOT NULL,                  -- JSON: those that the quotes cite
    organisations TEXT NOT NULL,                  -- JSON: whose document it is
    snapshot      INTEGER NOT NULL,               -- that it was found in
    note          TEXT NOT NULL DEFAULT '',
    revision      INTEGER NOT NULL DEFAULT 0,     -- of the note: two who write it at once must not lose either
    added         TEXT NOT NULL,
    removed       TEXT                            -- when it was taken out; for a day that can be undone
) STRICT, WITHOUT ROWID;
CREATE INDEX collected_in ON collected (collection_id, place);
