"""The Staatsblad, the Staatscourant and the Tractatenblad."""

import re

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.patterns import within

_KINDS = {
    "s": ReferenceKind.LAW_GAZETTE,
    "c": ReferenceKind.GOVERNMENT_GAZETTE,
    "t": ReferenceKind.TREATY_SERIES,
}
_NAME = (
    r"(?:(?P<s>[Ss]tb\b\.?|STB\b\.?|[Ss]taatsblad)|(?P<c>[Ss]tcrt\b\.?|STCRT\b\.?|[Ss]taatscourant)|"
    r"(?P<t>[Tt]rb\b\.?|TRB\b\.?|[Tt]ractatenblad))(?:\s+van\s+het\s+Koninkrijk(?:\s+der\s+Nederlanden)?)?"
)
_MONTH = r"(?:jan|feb|maart|apr|mei|jun|jul|aug|sept?|okt|nov|dec)[a-z]{0,6}\.?"
_YEARLY = within(
    rf"{_NAME},?\s*(?:jaargang\s+|(?:van\s+)?\d{{1,2}}\s+{_MONTH}\s+)?(?P<year>(?:18|19|20)\d\d)"
    r"(?:\s*[,;]?\s*(?:nrs?\b\.?|nummer)\s*|\s*[,/–-]\s*|\s+)(?P<number>\d{1,6})(?![\w/]|[.:]\d)"
)
_SAME_YEAR = within(rf"{_NAME},?\s*(?:nr\.?\s*)?(?P<number>\d{{1,4}})(?=\s?[),;])")
_DATED = within(rf"\d\s+{_MONTH}\s+((?:18|19|20)\d\d)\s*,?\s*\(?$")
_ENACTED = within(
    rf"\b(?:[Ww]et|[Bb]esluit)\s+van\s+(?:den?\s+)?\d{{1,2}}(?:e|de|sten?|den)?\s+{_MONTH}\s+((?:18|19|20)\d\d)\b"
)
_SENTENCE = within(r"[.;:]\s+[A-Z]|\n\n")
_NEAR, _FAR = 30, 300
_MORE = within(
    r"(?:\s*[,;]\s*(?:en\s+)?|\s+en\s+)(?:(?P<year>(?:19|20)\d\d),\s*)?(?:nr\.?\s*)?(?P<number>\d{1,6})"
    r"(?![\w/%]|[.:,]\d|\s+(?!en\b)[a-z])"
)


def read_gazette(text: str, position: int) -> list[Found]:
    """Return the numbers of a gazette named at a place: *Stb. 2020, 123*, *Trb. 1974, 35 en 36*.

    A law that is cited by its day leaves out the year: *wet van 18 mei 1995, Stb. 300*.
    """
    match = _YEARLY.match(text, position)
    if not match:
        return _of_the_day(text, position)
    kind, year = _kind(match), match["year"]
    found = [Found(kind, f"{kind}-{year}-{int(match['number'])}", position, match.end())]
    following = _MORE.match(text, match.end())
    while following:
        year = following["year"] or year
        start = following.start("year" if following["year"] else "number")
        found.append(Found(kind, f"{kind}-{year}-{int(following['number'])}", start, following.end()))
        following = _MORE.match(text, following.end())
    return found


def _of_the_day(text: str, position: int) -> list[Found]:
    match = _SAME_YEAR.match(text, position)
    year = _year_before(text, position) if match else None
    if not match or not year:
        return []
    kind = _kind(match)
    return [Found(kind, f"{kind}-{year}-{int(match['number'])}", position, match.end())]


def _year_before(text: str, position: int) -> str | None:
    """Return the year of the day right before, or of the law whose long title stands before the bracket."""
    before = text[max(0, position - _FAR) : position]
    day = _DATED.search(before[-_NEAR:])
    if day:
        return day[1]
    enacted = list(_ENACTED.finditer(before))
    if not enacted or not before.endswith("(") or _SENTENCE.search(before, enacted[-1].end()):
        return None
    return enacted[-1][1]


def _kind(match: re.Match[str]) -> ReferenceKind:
    return next(kind for name, kind in _KINDS.items() if match[name])
