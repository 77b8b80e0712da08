-- Which documents are what a reference leads to: by what they say of themselves, and by the names of their files.

CREATE TABLE identities (
    key         TEXT NOT NULL,                    -- as in document_references; law:awb for the articles of a law
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (key, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_document ON identities (document_id);

CREATE TABLE named_sources (
    key  TEXT NOT NULL,
    path TEXT NOT NULL REFERENCES sources (path) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (key, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_sources_path ON named_sources (path);
