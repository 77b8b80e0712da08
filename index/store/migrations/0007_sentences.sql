-- Sentences by meaning: which of a passage's sentences answers. Derived like vectors, and as easily made again.

CREATE TABLE sentence_vectors (
    digest    TEXT NOT NULL,                      -- of the text that was embedded, as in vectors
    model     TEXT NOT NULL,
    sentences TEXT NOT NULL,                      -- where that text was cut, as in passages
    vectors   BLOB NOT NULL,                      -- a scale and int8 numbers for each sentence, see sentences.py
    PRIMARY KEY (digest, model, sentences)
) STRICT, WITHOUT ROWID;
