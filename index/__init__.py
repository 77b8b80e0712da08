"""The library: SQLite as the truth, vectors and words as published snapshots."""
