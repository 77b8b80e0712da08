"""Abbreviations that a document spells out, wherever in it a bracket has one inside or before it."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.language.definitions import find_definitions

_BEFORE, _INSIDE, _SHORT = 240, 170, 14
_MOST = 5_000
_CAPITALS = re.compile(r"[A-Z][\w&'’.-]{0,3}[A-Z]")


def defined_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield (short, long) of a text; only what has two capitals is looked at, in a window of each bracket."""
    last, place = 0, text.find("(")
    for _ in range(_MOST):
        if place < 0:
            return
        close = text.find(")", place, place + _INSIDE)
        end = close + 1 if close > 0 else place + _INSIDE
        if _CAPITALS.search(text, place, end) or _CAPITALS.search(text, max(last, place - _SHORT), place):
            yield from find_definitions(text[max(last, place - _BEFORE) : end])
        last, place = place + 1 if close < 0 else close + 1, text.find("(", place + 1)
