-- What documents refer to, promise, ask, decide and name: spans of their text, made when they are parsed.

CREATE TABLE document_references (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,                    -- one for all spellings
    sentences   TEXT NOT NULL,                    -- JSON: [[start, end], …] that it counts for
    PRIMARY KEY (document_id, start, "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX document_references_key ON document_references (key);

CREATE TABLE commitments (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    role        TEXT NOT NULL,
    until       TEXT,                             -- ISO 8601 day
    particulars TEXT NOT NULL,                    -- JSON: promiser, recipient, act, term
    terms       TEXT NOT NULL,                    -- of the sentence, with spaces between and around; see words.py
    around      TEXT NOT NULL,                    -- of title and headings above it
    PRIMARY KEY (document_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitments_kind ON commitments (kind, until, role);
CREATE INDEX commitments_until ON commitments (until, kind, role);

CREATE TABLE motions (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    number      TEXT,                             -- as in kst-29826-211
    particulars TEXT NOT NULL,                    -- JSON: all of it
    terms       TEXT NOT NULL,                    -- as in commitments
    around      TEXT NOT NULL,
    PRIMARY KEY (document_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX motions_number ON motions (number);

CREATE TABLE decisions (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    asked       INTEGER NOT NULL,                 -- 1: advised and not yet taken
    subject     TEXT,                             -- JSON: [start, end]
    terms       TEXT NOT NULL,                    -- as in commitments
    around      TEXT NOT NULL,                    -- of title, headings and subject
    PRIMARY KEY (document_id, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,                    -- id in the gazetteer; empty: the corpus must explain it
    surface     TEXT NOT NULL,
    PRIMARY KEY (document_id, start, "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_name ON mentions (name, kind);
CREATE INDEX mentions_surface ON mentions (surface);

CREATE INDEX documents_parser_version ON documents (parser_version);  -- which were read before this was known
