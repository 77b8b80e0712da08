"""Numbers in their spellings: *26,4 miljard*, *26.400 miljoen* and *26.400.000.000* are one.

The shared term is the number in Dutch notation, with points only from 10.000 on: ``1250``, ``12.390``,
``2,6%``. So it never looks like the number of a dossier, which is written without.
"""

import re
from decimal import Decimal

from beleidszoeker.index.dutch.expressions import GAP, Expression
from beleidszoeker.index.dutch.numerals import ALONE, NUMERALS
from beleidszoeker.index.dutch.tokens import fold

_SIZES = {
    "duizend": ("duizend", 3),
    "miljoen": ("miljoen", 6),
    "mln": ("miljoen", 6),
    "miljard": ("miljard", 9),
    "mld": ("miljard", 9),
    "mrd": ("miljard", 9),
    "biljoen": ("biljoen", 12),
}
_UNIT = rf"(?:%|(?:{'|'.join(_SIZES)}|procent)(?![^\W_]))"
_POINTS = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
_PLAIN = r"(?:0|[1-9]\d*)(?:,\d+)?"
_WITH_UNIT = re.compile(rf"({_POINTS}|{_PLAIN}){GAP}?({_UNIT})", re.IGNORECASE)
_WORD_WITH_UNIT = re.compile(rf"([^\W\d_]+){GAP}({_UNIT})", re.IGNORECASE)
_SPACED = re.compile(r"([1-9]\d{0,2}(?:[ \xa0]\d{3}){2,5})(?![.,]?\d|[ \xa0]\d{3}\b)")
_NUMBER = re.compile(rf"{_POINTS}|{_PLAIN}")
_LONGEST = 20
_POINTS_FROM = 10_000


def read_number(text: str, start: int) -> Expression | None:
    """Return the number of several words that begins at a place: with a unit, or spaces between thousands."""
    if found := _SPACED.match(text, start):
        digits = re.sub(r"\s", "", found[1])
        return Expression(_written(Decimal(digits)), (), found.end())
    if not (found := _WITH_UNIT.match(text, start) or _WORD_WITH_UNIT.match(text, start)):
        return None
    value = _value(found[1])
    return None if value is None else _with_unit(value, fold(found[2]), found.end())


def number_terms(word: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the term of a folded word that is a number, and its other terms; nothing for any other word.

    Five digits without points may be a dossier, so they stay, and the number is beside them.

    >>> number_terms("1.250"), number_terms("29826"), number_terms("twaalf"), number_terms("drie")
    (('1250', ()), ('29826', ('29.826',)), ('twaalf', ('12',)), None)
    """
    if word in ALONE:
        return word, (_written(ALONE[word]),)
    if len(word) > _LONGEST or not _NUMBER.fullmatch(word):
        return None
    written = _written(_decimal(word))
    return (word, (written,)) if word.isdigit() and written != word else (written, ())


def _with_unit(value: Decimal, unit: str, end: int) -> Expression:
    if unit in {"%", "procent"}:
        return Expression(f"{_written(value)}%", (_written(value), "procent"), end)
    name, zeros = _SIZES[unit]
    return Expression(_written(value.scaleb(zeros)), (_written(value), name), end)


def _value(written: str) -> Decimal | None:
    if not written[0].isdigit():
        return NUMERALS.get(fold(written))
    return _decimal(written) if len(written) <= _LONGEST else None


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


def _written(value: Decimal) -> str:
    """Return a number in Dutch notation, with points from 10.000 on."""
    grouped = f"{value:,f}" if value >= _POINTS_FROM else f"{value:f}"
    whole, _, fraction = grouped.partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
