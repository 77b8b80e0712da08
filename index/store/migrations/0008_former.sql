-- What stood where before, so that a citation can be told what became of its document. No text of it is kept.

CREATE TABLE former_documents (
    id        TEXT PRIMARY KEY,
    signature BLOB NOT NULL                       -- as in documents: finds the same work under another name
) STRICT, WITHOUT ROWID;

CREATE TABLE former_sources (                     -- files that held another document before
    document_id TEXT NOT NULL,
    path        TEXT NOT NULL,
    PRIMARY KEY (document_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_passages (
    id     TEXT PRIMARY KEY,
    sketch BLOB NOT NULL                          -- uint32, little-endian, see former.py
) STRICT, WITHOUT ROWID;

CREATE TRIGGER documents_former AFTER DELETE ON documents BEGIN
    INSERT OR REPLACE INTO former_documents (id, signature) VALUES (old.id, old.signature);
END;
CREATE TRIGGER sources_replaced BEFORE INSERT ON sources BEGIN
    INSERT OR IGNORE INTO former_sources (document_id, path)
    SELECT document_id, path FROM sources
    WHERE path = new.path AND document_id IS NOT NULL AND document_id IS NOT new.document_id;
END;
CREATE TRIGGER sources_former AFTER DELETE ON sources WHEN old.document_id IS NOT NULL BEGIN
    INSERT OR IGNORE INTO former_sources (document_id, path) VALUES (old.document_id, old.path);
END;
