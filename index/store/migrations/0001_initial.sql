-- The truth of a library. Everything in snapshots/ is derived from it.

CREATE TABLE documents (
    id             TEXT PRIMARY KEY,              -- first 16 hex digits of the file's SHA-256
    title          TEXT NOT NULL,
    kind           TEXT NOT NULL,
    date           TEXT,                          -- ISO 8601 day
    language       TEXT NOT NULL,
    url            TEXT,
    text           TEXT NOT NULL,                 -- the canonical text; every span counts in its characters
    pages          TEXT NOT NULL,                 -- JSON: [[number, label, width, height], …]
    lines          BLOB NOT NULL,                 -- packed printed lines, see layout.py
    evidence       TEXT NOT NULL,                 -- JSON: metadata field → [value, start, end]
    warnings       TEXT NOT NULL,                 -- JSON: [sentence, …]
    parser_version INTEGER NOT NULL
) STRICT;

CREATE TABLE sources (
    path        TEXT PRIMARY KEY,                 -- absolute
    name        TEXT NOT NULL,                    -- relative to the folder that was ingested
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    digest      TEXT NOT NULL,                    -- SHA-256 of the bytes that were read
    document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,   -- NULL when it failed
    code        TEXT NOT NULL DEFAULT '',         -- why it failed: error code, sentence, advice
    message     TEXT NOT NULL DEFAULT '',
    advice      TEXT NOT NULL DEFAULT '',
    parser_version INTEGER NOT NULL
) STRICT;
CREATE INDEX sources_document ON sources (document_id);

CREATE TABLE blocks (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    section     TEXT NOT NULL,                    -- JSON: [heading, …]
    level       INTEGER NOT NULL,
    label       TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE footnotes (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    label       TEXT NOT NULL,
    block       INTEGER NOT NULL,
    PRIMARY KEY (document_id, position, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE facets (                             -- columns in the key's order: SQLite before 3.41 takes
    name        TEXT NOT NULL,                    -- any other order for damage; 'organisation' or 'dossier'
    value       TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (name, value, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX facets_document ON facets (document_id);

CREATE TABLE passages (
    key         INTEGER PRIMARY KEY AUTOINCREMENT, -- the vector's id; never used twice
    id          TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    section     TEXT NOT NULL,                    -- JSON: [heading, …]
    sentences   TEXT NOT NULL,                    -- JSON: [[start, end], …]
    page_first  INTEGER,
    page_last   INTEGER,
    notes       TEXT NOT NULL,                    -- JSON: texts of the footnotes that it cites
    digest      TEXT NOT NULL                     -- of the text that is embedded
) STRICT;
CREATE INDEX passages_document ON passages (document_id);
CREATE INDEX passages_digest ON passages (digest);

CREATE TABLE vectors (
    digest TEXT NOT NULL,
    model  TEXT NOT NULL,
    vector BLOB NOT NULL,                         -- float32, little-endian
    PRIMARY KEY (digest, model)
) STRICT, WITHOUT ROWID;

-- Deletes count at once: what is removed here is withheld from the published snapshot until the next one.
CREATE TABLE removed (
    document_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT OR IGNORE INTO removed (document_id) VALUES (old.id);
END;
