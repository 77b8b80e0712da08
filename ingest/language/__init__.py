"""Dutch as it is written: characters, words, hyphens, sentences."""
