"""What is told around a motion: who proposes it, and its number."""

import re

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.knowledge.text import Text

_AROUND = 1_500
_HEAD = 4_000
_NAME = (
    r"(?:[Vv]an\s{1,2}(?:de[nr]?\s{1,2}|'t\s{1,2})?|[Dd]e\s{1,2}|[Tt]er\s{1,2}|[Tt]en\s{1,2}|[Ee]l\s{1,2})?"
)
_NAME += r"[A-ZÀ-Ý][\w’'\-]{1,40}(?:[ ][A-ZÀ-Ý][\w’'\-]{1,40})?"
_PARTY = r"(?:\s{1,2}\([^()\n]{1,30}\))?"
_NAMES = rf"{_NAME}{_PARTY}(?:(?:,\s{{1,3}}|\s{{1,3}}en\s{{1,3}}){_NAME}{_PARTY}){{0,20}}"
_MEMBERS = rf"(?:het\s{{1,3}}lid|de\s{{1,3}}leden)\s{{1,3}}(?P<names>{_NAMES})"
_PROPOSED = re.compile(rf"\bmotie\s[^.\n]{{0,60}}?(?:voorgesteld|ingediend)\s{{1,3}}door\s{{1,3}}{_MEMBERS}")
_TITLED = re.compile(
    rf"(?i:\bmotie\s{{1,3}}van\s{{1,3}}(?:het\s{{1,3}}lid|de\s{{1,3}}leden))\s{{1,3}}(?P<names>{_NAMES})"
)
_ONE = re.compile(_NAME)
_NUMBERED = re.compile(
    r"\bnr\.\s{1,3}(?P<number>\d{1,5})\s{0,3}"
    r"\(\s{0,2}(?P<dossier>\d{2}[ .]?\d{3})(?P<part>[ -][IVXLC]{1,6}[A-Z]?)?\s{0,2}\)"
)
_PAPER = re.compile(r"\bNr\.\s{1,3}(?P<number>\d{1,5})\s{1,6}(?:[A-Za-z]{3,9}\s{1,3}){0,3}(?i:motie)\b")
_ADDRESS = re.compile(r"/(?P<key>kst-\d{5}(?:-[IVXLC]+[A-Z]?)?-\d{1,5})\.html")


def proposers_of(
    text: Text, before: int, start: int, end: int, limit: int, *, alone: bool
) -> tuple[Evidence, ...]:
    """Return the members who propose a motion, each with where the name stands.

    Args:
        text: The document.
        before: Where the motion before it ends, or 0.
        start: Where the motion starts.
        end: Where it ends.
        limit: Where the next one starts, or the text's end.
        alone: Whether it is the only one: then the head of the document speaks of it.
    """
    words = text.document.text
    found = _PROPOSED.search(words, end, min(limit, end + _AROUND))
    if found is None and alone:
        found = _TITLED.search(words, before, min(start, _HEAD))
    if found is None:
        return ()
    return tuple(
        Evidence(" ".join(name[0].split()), *name.span())
        for name in _ONE.finditer(words, *found.span("names"))
        if not _in_brackets(words, name.start())
    )


def number_of(text: Text, before: int, start: int, end: int, limit: int, *, alone: bool) -> Evidence | None:
    """Return the number of a motion as a key: ``kst-29538-253``; arguments as for ``proposers_of``."""
    words = text.document.text
    if found := _NUMBERED.search(words, end, min(limit, end + _AROUND)):
        dossier = re.sub(r"[ .]", "", found["dossier"])
        part = f"-{found['part'].strip(' -')}" if found["part"] else ""
        return Evidence(f"kst-{dossier}{part}-{found['number']}", *found.span())
    if not alone:
        return None
    if found := _ADDRESS.search(text.metadata.url or ""):
        return Evidence(found["key"])
    found = _PAPER.search(words, before, min(start, _HEAD))
    dossiers = text.metadata.dossiers
    if found and len(dossiers) == 1:
        return Evidence(f"kst-{dossiers[0].value}-{found['number']}", found.start(), found.end("number"))
    return None


def _in_brackets(words: str, place: int) -> bool:
    """Tell whether a place is in brackets: a party is no proposer."""
    return words.rfind("(", max(0, place - 40), place) > words.rfind(")", max(0, place - 40), place)
