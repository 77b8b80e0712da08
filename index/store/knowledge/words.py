"""The words of a record as terms in one column, so that SQLite itself tells which records hold them.

Terms are made when a document is stored. When the analysis of Dutch makes other terms, ``PARSER_VERSION``
must be raised along with ``ANALYSER_VERSION``.
"""

import math
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from beleidszoeker.index.dutch.analyser import Analyser

_LEAST = 0.35
_AROUND = 0.5
MOST_WORDS = 24
"""Of what a person types; more say nothing more."""


class Scored(NamedTuple):
    """How well the words of a question fit, as SQL.

    Attributes:
        score: What a row's words count, an expression on the table ``r``; ``0`` where nothing was asked.
        test: The condition that enough of them are there.
        values: The values for the marks of ``score``; the test has as many, the same.
    """

    score: str
    test: str
    values: tuple[str | float, ...]


def packed(texts: Iterable[str]) -> str:
    """Return the terms of texts, with a space before and behind each."""
    found = {name for text in texts for name in _names(text)}
    return " ".join(["", *sorted(found), ""])


def wanted(question: str) -> tuple[str, ...]:
    """Return the terms that a question asks for, each once; stop words ask for nothing."""
    terms = (term.stem for term in _analyser().terms(question) if not term.stop)
    return tuple(dict.fromkeys(terms))[:MOST_WORDS]


def scored(db: sqlite3.Connection, table: str, terms: Sequence[str]) -> Scored:
    """Weigh terms by how rare they are in a table (Spärck Jones 1972).

    Enough is a good third of the weight of all that was typed: one of two equally telling words, or both in
    a heading or a title above the record, where a word counts for half. A word that no record holds weighs
    most: who asks for apple pie is not shown what is left of the question.
    """
    if not terms:
        return Scored("0", "1", ())
    tests = [f" {term} " for term in terms]
    sums = ", ".join("total(instr(r.terms, ?) > 0 OR instr(r.around, ?) > 0)" for _ in tests)
    marks = [mark for test in tests for mark in (test, test)]
    row = db.execute(f"SELECT count(*), {sums} FROM {table} r", marks).fetchone()  # noqa: S608 - our own names
    rarities = [math.log(1 + (row[0] + 1) / (held + 0.5)) for held in row[1:]]
    known = [(test, rarity) for test, rarity, held in zip(tests, rarities, row[1:], strict=True) if held]
    if not known:
        return Scored("0", "0", ())
    part = f"max(? * (instr(r.terms, ?) > 0), ? * {_AROUND} * (instr(r.around, ?) > 0))"
    score = " + ".join([part] * len(known))
    values = tuple(value for test, rarity in known for value in (rarity, test, rarity, test))
    return Scored(f"({score})", f"({score}) >= {_LEAST * sum(rarities)!r}", values)


def _names(text: str) -> Iterable[str]:
    for term in _analyser().terms(text):
        if not term.stop:
            yield from (term.stem, *term.parts)


@cache
def _analyser() -> Analyser:
    return Analyser()
