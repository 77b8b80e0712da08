"""Dutch number words: *twaalf*, *vijfentwintig*, *honderd*, *anderhalf*."""

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

_SMALL = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf "
    "dertien veertien vijftien zestien zeventien achttien negentien"
)
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_SAFE_FROM = 10  # *een* is an article, *acht* a verb, and *twee* stands everywhere


def _numerals() -> Iterator[tuple[str, int]]:
    small = _SMALL.split()
    yield from zip(small, range(1, 20), strict=True)
    for tens, word in enumerate(_TENS.split(), start=2):
        yield word, 10 * tens
        for ones, first in enumerate(small[:9], start=1):
            yield f"{first}en{word}", 10 * tens + ones
    for size, word in ((100, "honderd"), (1000, "duizend")):
        yield word, size
        yield from ((first + word, size * ones) for ones, first in enumerate(small[1:9], start=2))


_ONE_AND_A_HALF = {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
NUMERALS = MappingProxyType({**{word: Decimal(value) for word, value in _numerals()}, **_ONE_AND_A_HALF})
"""Folded number word → its value."""

ALONE = MappingProxyType(
    {word: value for word, value in NUMERALS.items() if value >= _SAFE_FROM or word in _ONE_AND_A_HALF}
)
"""Those that are numbers wherever they stand; the others only before *miljoen* or *procent*."""
