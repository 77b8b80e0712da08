"""Numbers as lists and notes show them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 10
_LARGEST_ROMAN = 4000


def shown(number: int, style: str) -> str:
    """Write a number in one of the styles of OOXML (``numFmt``) or ODF (``num-format``).

    >>> [shown(4, style) for style in ("decimal", "lowerLetter", "I", "decimalZero", "none")]
    ['4', 'd', 'IV', '04', '']
    """
    if style in {"none", ""}:
        return ""
    if style in {"lowerLetter", "a"}:
        return _letters(number)
    if style in {"upperLetter", "A"}:
        return _letters(number).upper()
    if style in {"lowerRoman", "i"}:
        return _roman(number)
    if style in {"upperRoman", "I"}:
        return _roman(number).upper()
    return f"{number:02}" if style == "decimalZero" else str(number)


def _letters(number: int) -> str:
    """*a* to *z*, then *aa*, *bb*, as both formats count."""
    times, letter = divmod(number - 1, 26)
    return chr(97 + letter) * (times + 1) if 0 <= times < _MOST_LETTERS else str(number)


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
