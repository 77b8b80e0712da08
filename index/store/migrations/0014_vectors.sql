-- Rows of vectors are larger than a quarter of a page: in a table without row ids each takes a page of its own
-- besides, so the database was twice as large and writing took four times as long.

CREATE TABLE vectors_in_rows (
    digest TEXT NOT NULL,
    model  TEXT NOT NULL,
    vector BLOB NOT NULL,                         -- float32, little-endian
    PRIMARY KEY (digest, model)
) STRICT;
INSERT INTO vectors_in_rows SELECT digest, model, vector FROM vectors;
DROP TABLE vectors;
ALTER TABLE vectors_in_rows RENAME TO vectors;

CREATE TABLE sentence_vectors_in_rows (
    digest    TEXT NOT NULL,
    model     TEXT NOT NULL,
    sentences TEXT NOT NULL,
    vectors   BLOB NOT NULL,                      -- a scale and int8 numbers for each sentence, see sentences.py
    PRIMARY KEY (digest, model, sentences)
) STRICT;
INSERT INTO sentence_vectors_in_rows SELECT digest, model, sentences, vectors FROM sentence_vectors;
DROP TABLE sentence_vectors;
ALTER TABLE sentence_vectors_in_rows RENAME TO sentence_vectors;
