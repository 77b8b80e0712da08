"""Papers that a debate calls by their number in a dossier: *Zij krijgt nr. 46 (34775)*, *op stuk nr. 46*."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from beleidszoeker.ingest.knowledge.model import ReferenceKind, Span
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.papers import dossier_key
from beleidszoeker.ingest.knowledge.references.patterns import within
from beleidszoeker.ingest.knowledge.text import Text

_AND = (
    r"(?:\s*,\s*(?:en\s+)?|\s+(?:en|of|t/m|tot\s+en\s+met)\s+)"
    r"(?:op\s+)?(?:stuk\s+)?(?:nrs?\b\.?\s*|nummers?\s+)?"
)
_NUMBER = r"\d{1,4}(?![\w/%]|[.,:]\d|\s\d{3}\b)"
_LIST = rf"{_NUMBER}(?:{_AND}{_NUMBER}){{0,20}}"
_BRACKET = r"\s*\((?P<dossier>[23]\d[ .\u00a0]?\d{3}(?:[ -]{1,2}\(?[IVX]{1,6}\)?|-\d\d)?)\)"
_WITH_DOSSIER = within(
    rf"(?:[Ss]tuk(?:ken)?\s)?[Nn]rs?\b\.?\s*(?P<list>{_LIST})(?:,?\s*(?:was|gewijzigd|herdruk)[^()\n]{{0,30}})?{_BRACKET}"
)
_ON_PAPER = within(
    rf"\b[Ss]tuk(?:ken)?\s+(?:(?:met\s+(?:de\s+)?)?(?:nrs?\b\.?|nummers?)\s*)(?P<list>{_LIST})|"
    rf"\b(?:[Mm]oties?|[Aa]mendement(?:en)?)\s+(?:op\s+|met\s+)?(?:nrs?\b\.?|nummers?)\s*(?P<moved>{_LIST})"
)
_ONE = re.compile(r"\d{1,4}")
_PAPER = re.compile(r"kst-(.+)-(\d{1,4})")
_DEBATE = "handelingen"


def read_numbered(text: str, position: int) -> list[Found]:
    """Return the papers of a dossier that stands in brackets behind their numbers."""
    match = _WITH_DOSSIER.match(text, position)
    if not match:
        return []
    dossier = dossier_key(match["dossier"])
    found = list(_papers(text, match.span("list"), position, lambda _: dossier))
    last = found[-1]
    return [*found[:-1], Found(last.kind, last.key, last.start, match.end(), match.span("dossier"))]


def with_numbered(text: Text, found: Iterable[Found]) -> list[Found]:
    """Return what was found with the papers that are called by their number alone.

    The dossier is that of the nearest paper before with that number; in a debate about one dossier, that one.
    """
    everything = list(found)
    dossiers = _Dossiers(text, everything)
    taken = [(one.start, one.end) for one in everything]
    for match in _ON_PAPER.finditer(text.document.text):
        place = bisect_right(taken, (match.end(), -1)) - 1
        if place < 0 or taken[place][1] <= match.start():
            name = "list" if match["list"] else "moved"
            everything.extend(_papers(text.document.text, match.span(name), match.start(), dossiers.of))
    return sorted(everything, key=lambda one: (one.start, one.end))


def _papers(
    text: str, span: Span, start: int, dossier_of: Callable[[re.Match[str]], str | None]
) -> Iterator[Found]:
    """Yield a paper for each number of a list; the first with the words before it."""
    for number in _ONE.finditer(text, *span):
        dossier = dossier_of(number)
        if dossier:
            begin = start if number.start() == span[0] else number.start()
            yield Found(ReferenceKind.KAMERSTUK, f"kst-{dossier}-{int(number.group())}", begin, number.end())


class _Dossiers:
    """Which dossier a number belongs to, at a place of a text."""

    def __init__(self, text: Text, found: Sequence[Found]) -> None:
        named = {dossier_key(evidence.value) for evidence in text.metadata.dossiers}
        kind = text.metadata.kind
        self._own = next(iter(named)) if kind and kind.value == _DEBATE and len(named) == 1 else None
        self._papers: dict[str, list[tuple[int, str]]] = {}
        for one in found:
            match = _PAPER.fullmatch(one.key) if one.kind is ReferenceKind.KAMERSTUK else None
            if match:
                self._papers.setdefault(match[2], []).append((one.start, match[1]))

    def of(self, number: re.Match[str]) -> str | None:
        """Return the dossier of a number; ``None`` where nothing tells."""
        papers = self._papers.get(number.group(), [])
        place = bisect_right(papers, (number.start(), "")) - 1
        return papers[place][1] if place >= 0 else self._own
