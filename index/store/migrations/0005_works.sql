-- Versions of one work: a concept and the final text, a letter as PDF and as DOCX.

ALTER TABLE documents ADD COLUMN signature BLOB NOT NULL DEFAULT x''; -- MinHash, uint32 little-endian; see minhash.py

CREATE TABLE works (                              -- documents that have other versions, and only those
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    work        TEXT NOT NULL,                    -- id of the version that is preferred
    place       INTEGER NOT NULL                  -- 0 for the preferred version, then 1, 2, …
) STRICT, WITHOUT ROWID;
CREATE INDEX works_work ON works (work);
