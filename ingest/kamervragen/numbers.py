"""Numbers of questions as they are written: *3, 4 en 5*, *2 t/m 6*, *7-9*."""

import re

_ONE = r"\d{1,3}(?:[a-z]\b)?"
_RANGE = r"(?:\s+(?:t\.?/m\.?|tm|tot(?:\s+en\s+met)?)\s+|\s*t/m\s*|\s*[-–]\s*)"
_ALSO = r"(?:\s*[,/&;+]\s*(?:en\s+|&\s*)?|\s+en\s+)"
_AGAIN = r"(?:(?:op\s+)?(?:de\s+)?[Vv]ra(?:ag|gen)\s+)?"
NUMBERS = rf"{_ONE}(?:(?:{_RANGE}|{_ALSO}){_AGAIN}{_ONE})*"
"""Some numbers in running text."""

LOOSE_NUMBERS = rf"{_ONE}(?:(?:{_RANGE}|{_ALSO}|\s+){_AGAIN}{_ONE})*"
"""The same in a heading, where a comma may be forgotten: *7, 8, 9 10 en 11*."""

_SPANNED = re.compile(rf"(\d{{1,3}})[a-z]?{_RANGE}{_AGAIN}(\d{{1,3}})", re.IGNORECASE)
_WIDEST = 100


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that are written in a text, ascending.

    >>> numbers("3, 4 en 6 t/m 8")
    (3, 4, 6, 7, 8)
    """
    found = {int(number) for number in re.findall(r"\d{1,3}", text)}
    for span in _SPANNED.finditer(text):
        first, last = int(span.group(1)), int(span.group(2))
        found.update(range(first, min(last, first + _WIDEST) + 1))
    return tuple(sorted(found))
