-- When each file was taken in last, kept by the database itself; files from before this table have no row.

CREATE TABLE taken_in (
    path TEXT PRIMARY KEY,
    at   TEXT NOT NULL                            -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sources_taken_in AFTER INSERT ON sources BEGIN
    INSERT OR REPLACE INTO taken_in (path, at) VALUES (new.path, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
END;
CREATE TRIGGER sources_left AFTER DELETE ON sources BEGIN
    DELETE FROM taken_in WHERE path = old.path;
END;
