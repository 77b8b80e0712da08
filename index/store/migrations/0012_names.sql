-- Which names stand in which passages, and which of them meet: derived from mentions when a document is stored,
-- so that a matrix of programmes need not read the mentions of a whole library.

CREATE TABLE definitions (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,                    -- key of the name, as below
    start       INTEGER NOT NULL,                 -- the sentence that says what it is
    "end"       INTEGER NOT NULL,
    strength    INTEGER NOT NULL,                 -- how plainly it does, 1 to 100
    PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX definitions_name ON definitions (name);

CREATE TABLE named_documents (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,                    -- id in the gazetteer, or ~ and what a name without one is
    kind        TEXT NOT NULL,
    surface     TEXT NOT NULL,                    -- as it is first written there
    mentions    INTEGER NOT NULL,
    passages    INTEGER NOT NULL,                 -- in whose own text it stands
    PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_documents_name ON named_documents (name, document_id, kind, mentions, passages);

CREATE TABLE named_passages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,                 -- of the passage
    name        TEXT NOT NULL,
    place       INTEGER NOT NULL,                 -- 1 its text, 2 a heading right above, 3 one further up, 4 the next passage
    sentences   INTEGER NOT NULL,                 -- a bit for each of the first 62 sentences that it stands in
    PRIMARY KEY (document_id, ordinal, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_passages_name ON named_passages (name, document_id, ordinal, place, sentences);

CREATE TABLE named_pairs (                        -- both ways round
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    first       TEXT NOT NULL,
    second      TEXT NOT NULL,
    passages    INTEGER NOT NULL,                 -- that hold both, headings above counted
    nearby      INTEGER NOT NULL,                 -- that hold one where the next holds the other
    PRIMARY KEY (document_id, first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_pairs_first ON named_pairs (first, second, document_id, passages, nearby);
