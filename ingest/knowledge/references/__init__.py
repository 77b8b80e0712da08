"""Finding references: tokenise, find, resolve to a key, annotate with sentences.

The order is that of eyecite (Cushman, Dahl & Lissner 2021), a reader of American citations: cheap tokens
tell where to look, a grammar for each kind reads there, each spelling resolves to one key, and a record is a
span of the text.
"""
