"""Parts of a year by their names, and when each is over; the conventions that deadlines are read by.

A season ends a day before its neighbour begins, *in het voorjaar* and *voor de zomer* on 21 June as policy
letters mean them; a recess counts by the weeks that the House of Representatives keeps.
"""

from collections.abc import Mapping

from beleidszoeker.ingest.knowledge.commitments.terms.days import Yearly, between, month, months

_NAMES = "januari februari maart april mei juni juli augustus september oktober november december"
MONTHS: Mapping[str, int] = {name: number for number, name in enumerate(_NAMES.split(), start=1)}

SEASONS: Mapping[str, Yearly] = {
    "voorjaar": between((3, 1), (6, 21)),
    "lente": between((3, 1), (6, 21)),
    "zomer": between((6, 21), (9, 21)),
    "najaar": between((9, 21), (12, 21)),
    "herfst": between((9, 21), (12, 21)),
    "winter": between((1, 1), (3, 21)),
}
BEFORE_SEASON: Mapping[str, Yearly] = {
    "voorjaar": between((1, 1), (3, 20)),
    "lente": between((1, 1), (3, 20)),
    "zomer": between((1, 1), (6, 21)),
    "najaar": between((1, 1), (9, 21)),
    "herfst": between((1, 1), (9, 21)),
    "winter": between((1, 1), (12, 21)),
}
AFTER_SEASON: Mapping[str, Yearly] = {
    "voorjaar": between((6, 21), (9, 21)),
    "lente": between((6, 21), (9, 21)),
    "zomer": between((9, 21), (12, 21)),
    "najaar": between((12, 21), (12, 31)),
    "herfst": between((12, 21), (12, 31)),
    "winter": between((3, 21), (6, 21)),
}

BEFORE_RECESS: Mapping[str, Yearly] = {
    "voorjaar": between((1, 1), (2, 15)),
    "mei": between((1, 1), (4, 25)),
    "zomer": between((1, 1), (7, 5)),
    "herfst": between((9, 1), (10, 15)),
    "kerst": between((10, 1), (12, 21)),
}
AFTER_RECESS: Mapping[str, Yearly] = {
    "voorjaar": between((3, 1), (4, 25)),
    "mei": between((5, 10), (7, 5)),
    "zomer": between((9, 1), (10, 31)),
    "herfst": between((10, 25), (12, 21)),
    "kerst": between((1, 8), (2, 15)),
}
IN_RECESS: Mapping[str, Yearly] = {
    "voorjaar": between((2, 15), (2, 28)),
    "mei": between((4, 25), (5, 10)),
    "zomer": between((7, 5), (8, 31)),
    "herfst": between((10, 15), (10, 25)),
    "kerst": between((12, 21), (12, 31)),
}

_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}


def ordinal(word: str) -> int:
    """Return a quarter's or half's number: *tweede*, *2e*, *Q2*.

    >>> ordinal("tweede"), ordinal("2e"), ordinal("laatste")
    (2, 2, 4)
    """
    return _ORDINALS.get(word) or int(word[0])


def quarter(number: int) -> Yearly:
    """Return the days of a quarter."""
    return months(3 * number - 2, 3 * number)


def half(number: int) -> Yearly:
    """Return the days of half a year; *laatste* is read as the second."""
    return months(1, 6) if number == 1 else months(7, 12)


def part_of_year(word: str) -> Yearly:
    """Return the days of *begin*, *medio* or *eind* of a year, or of all of it."""
    if word == "begin":
        return months(1, 3)
    return months(5, 7) if word in MIDDLE else months(10, 12) if word == "eind" else months(1, 12)


def part_of_month(word: str, number: int) -> Yearly:
    """Return the days of *begin*, *medio* or *eind* of a month, or of all of it."""
    if word == "begin":
        return between((number, 1), (number, 10))
    if word in MIDDLE:
        return between((number, 10), (number, 20))
    whole = month(number)
    return (lambda year: (whole(year)[0].replace(day=21), whole(year)[1])) if word == "eind" else whole


MIDDLE = frozenset(("medio", "half", "halverwege", "midden"))
