-- Kamervragen: the sets of questions that documents hold, and each question with its answer.

CREATE TABLE question_sets (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    number      TEXT,                             -- as in 2024Z12345
    asked       TEXT,                             -- ISO 8601 day
    answered    TEXT,                             -- ISO 8601 day
    particulars TEXT NOT NULL                     -- JSON: all of the set but its exchanges, with evidence
) STRICT, WITHOUT ROWID;
CREATE INDEX question_sets_number ON question_sets (number);

CREATE TABLE exchanges (
    document_id TEXT NOT NULL REFERENCES question_sets (document_id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    numbers     TEXT NOT NULL,                    -- JSON: [number, …]
    questions   TEXT NOT NULL,                    -- JSON: [{head: [start, end], span: [start, end]}, …]
    answer      TEXT,                             -- JSON: {head, span}; NULL where there is none
    refers_to   TEXT NOT NULL,                    -- JSON: [number, …]
    defers      INTEGER NOT NULL,                 -- 1: the answer only refers to another
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
