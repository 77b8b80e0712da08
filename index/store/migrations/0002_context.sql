-- What helps to find a passage without being quoted, and how sure character recognition was of it.

ALTER TABLE blocks ADD COLUMN heads TEXT NOT NULL DEFAULT '';          -- column heads of a table row
ALTER TABLE passages ADD COLUMN context TEXT NOT NULL DEFAULT '';      -- embedded and indexed with the passage
ALTER TABLE passages ADD COLUMN confidence REAL;                       -- 0 to 100; NULL: the file's own text
