"""Which version of this room prepared a document."""

PARSER_VERSION = 4
"""Raise this when parsing, cleaning, cutting or analysing changes: libraries then parse their files again."""
