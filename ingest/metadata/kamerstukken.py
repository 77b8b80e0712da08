"""Parliamentary publications that a document is or cites, by their official identifiers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.sessions import session_year

_CHAPTER = r"\s?-?\s?\(?(?:[IVX]{1,6}|[A-J])(?![\w'’]|\.[A-Z])\)?"
_SUB = r"-\d\d(?=\s*,?\s*nrs?\b)"
_DOSSIER = rf"(?P<dossier>\d\d[ .\u00a0]?\d{{3}}(?![\d/])(?:{_SUB}|{_CHAPTER})?)"
_PAPER = re.compile(
    r"\b(?:[Kk]amerstuk(?:ken)?|KAMERSTUK(?:KEN)?)(?:nummers?)?\s*[:,]?\s*(?:(?:I{1,2}|ll|[ET]K)\b,?\s*)?"
    rf"(?:(?:[Vv]ergaderjaar\s*)?\d{{4}}\s*[-/–]\s*\d{{2,4}}\s*,?\s*)?{_DOSSIER}"
)
_ANOTHER = re.compile(
    rf"(?:\s*[,;]\s*|\s+(?:en|respectievelijk|resp\.)\s+)(?:[Kk]amerstuk(?:ken)?\s+)?{_DOSSIER}(?=\s*,?\s*nr|-\d)"
)
_FIRST = re.compile(r"(?:\s*[,;]?\s*(?:nrs?\.?|nummer)\s*|\s?[-–]\s?)(\d{1,4}|[A-Z]{1,2})(?![\w/])")
_MORE = re.compile(
    r"(?:\s*,|\s+en|\s*&)\s*(?:nrs?\.?\s*)?(\d{1,4})(?![\w/.]|\s?\d{3}\b|\s+[a-z]{3,}\s+\d{4})"
)
_OFFICIAL = re.compile(
    r"\b(kst-\d{5}(?:-\(?[IVX]+\)?|-\d\d)?-[A-Z\d]{1,4}|ah-[et]k-\d{8}-\d{1,5}|h-[et]k-\d{8}-\d{1,3}-\d{1,3})\b"
)
_CASE = re.compile(r"(?<![A-Za-z\d])(20\d\d[ZD]\d{5})(?!\d)")
_APPENDIX = re.compile(
    r"\b(?:Aanhangsel\s+(?:van\s+de\s+)?Handelingen(?:\s+II)?|Kamerstukken\s+II(?=[^;.\n]{0,20}Aanhangsel)),?\s*"
    r"(?:vergaderjaar\s*)?(?P<first>\d{4})\s*[-/–]\s*(?P<last>\d{2,4}),?\s*(?:Aanhangsel,?\s*)?(?:nr\.?\s*)?"
    r"(?P<number>\d{1,4})(?!\d|\s\d{3})",
    re.IGNORECASE,
)
_OWN_APPENDIX = re.compile(
    r"\bVergaderjaar\s+(\d{4})\s*[-–]\s*(\d{4})\s+Aanhangsel van de Handelingen\b"
    r"[^\d]{0,200}\n\s*(\d{1,5})\s*\n",
    re.IGNORECASE,
)
_HEAD = 1000


class Paper(NamedTuple):
    """One Kamerstukdossier named in a text, with the numbers of the papers that are cited of it.

    Attributes:
        dossier: As in identifiers: ``29826``, ``36410-XIII``, ``21501-02``.
        start: First character of the dossier's number.
        end: One past its last.
        numbers: Each as (number, end of it).
    """

    dossier: str
    start: int
    end: int
    numbers: tuple[tuple[str, int], ...]


def find_kamerstukken(document: ParsedDocument) -> tuple[Evidence, ...]:
    """Return each publication once, at its first mention; the document itself comes first.

    ``kst-`` are Kamerstukken, ``ah-`` answers to Kamervragen, ``h-`` Handelingen; a bare ``2024Z12345`` is a
    case and ``2024D12345`` a document of the Tweede Kamer.
    """
    found: dict[str, Evidence] = {}
    for evidence in (*_own(document), *sorted(_cited(document.text), key=lambda e: (e.start, e.end))):
        found.setdefault(evidence.value, evidence)
    return tuple(found.values())


class Publications(NamedTuple):
    """What a text cites, each once.

    Attributes:
        dossiers: As in ``29826``.
        identifiers: As in ``kst-29826-211``.
    """

    dossiers: tuple[str, ...]
    identifiers: tuple[str, ...]


def publications(text: str) -> Publications:
    """Return the dossiers and publications that a text cites.

    >>> publications("Kamerstuk 29 826, nr. 211")
    Publications(dossiers=('29826',), identifiers=('kst-29826-211',))
    """
    cited = dict.fromkeys(evidence.value for evidence in _cited(text))
    return Publications(tuple(dict.fromkeys(paper.dossier for paper in papers(text))), tuple(cited))


def papers(text: str) -> Iterator[Paper]:
    """Yield the Kamerstukken cited in a text, in all their spellings.

    >>> [(p.dossier, [n for n, _ in p.numbers]) for p in papers("Kamerstuk 33 037, nrs. 431 en 437; 29826-2")]
    [('33037', ['431', '437']), ('29826', ['2'])]
    """
    for opening in _PAPER.finditer(text):
        match: re.Match[str] | None = opening
        while match:
            numbers = tuple(_numbers(text, match.end()))
            yield Paper(_key(match["dossier"]), match.start("dossier"), match.end("dossier"), numbers)
            match = _ANOTHER.match(text, numbers[-1][1] if numbers else match.end())


def _numbers(text: str, position: int) -> Iterator[tuple[str, int]]:
    match = _FIRST.match(text, position)
    while match:
        yield match.group(1), match.end()
        match = _MORE.match(text, match.end())


def _key(dossier: str) -> str:
    part = re.search(r"[IVX]+$|[A-J]$|(?<=-)\d\d$", dossier.rstrip(")"))
    number = re.sub(r"\D", "", dossier)[:5]
    return f"{number}-{part.group()}" if part else number


def _own(document: ParsedDocument) -> Iterator[Evidence]:
    """An answer's number stands alone under *Aanhangsel van de Handelingen*; XML declares its own."""
    declared = _OFFICIAL.fullmatch(document.properties.get("identifier", ""))
    if declared:
        yield Evidence(declared.group(1))
    elif re.fullmatch(r"\d{5}(?:-[IVX]+)?-\w{1,4}", document.properties.get("kamerstuk", "")):
        yield Evidence(f"kst-{document.properties['kamerstuk']}")
    question = _CASE.fullmatch(document.properties.get("question_number", ""))
    if question:
        yield Evidence(question.group(1))
    match = _OWN_APPENDIX.search(document.text[:_HEAD])
    if match:
        yield Evidence(
            f"ah-tk-{match.group(1)}{match.group(2)}-{match.group(3)}", match.start(3), match.end(3)
        )


def _cited(text: str) -> Iterator[Evidence]:
    for match in (*_OFFICIAL.finditer(text), *_CASE.finditer(text)):
        yield Evidence(match.group(1), match.start(1), match.end(1))
    for match in _APPENDIX.finditer(text):
        if year := session_year(match["first"], match["last"]):
            yield Evidence(f"ah-tk-{year.replace('-', '')}-{match['number']}", match.start(), match.end())
    for paper in papers(text):
        for number, end in paper.numbers:
            yield Evidence(f"kst-{paper.dossier}-{number}", paper.start, end)
