"""Abbreviations where a text defines them, with compounds parted as the corpus knows them."""

from collections.abc import Iterator

from beleidszoeker.index.dutch import Analyser
from beleidszoeker.ingest.language import definitions
from beleidszoeker.ingest.language.definitions import Definition, is_short_form, singular

__all__ = ["Definition", "find_definitions", "is_short_form", "singular"]


def find_definitions(analyser: Analyser, text: str) -> Iterator[Definition]:
    """Yield the abbreviations that a text defines, with the long form before the bracket or inside it."""
    return definitions.find_definitions(text, lambda word: _pieces(analyser, word))


def _pieces(analyser: Analyser, word: str) -> tuple[str, ...]:
    return next((term.pieces for term in analyser.terms(word)), ())
