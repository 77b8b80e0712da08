"""The date of a document, as it states it."""

import datetime as dt
import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind, Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.titles import LAW

_NAMES = (
    "januari jan january",
    "februari feb febr february",
    "maart mrt march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sep sept",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"((?:18|19|20)\d\d)"
_WRITTEN = rf"(\d{{1,2}})\s*({_MONTH})\.?\s*{_YEAR}"
_ENGLISH = rf"({_MONTH})\s+(\d{{1,2}}),\s+{_YEAR}"
_NUMERIC = r"(\d{1,2})[-/](\d{1,2})[-/]((?:19|20)\d\d)"
_DATE = re.compile(rf"\b(?:{_WRITTEN}|{_NUMERIC}|{_ENGLISH})\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:datum(?: aangemaakt| besluit| brief)?|date|verzonden|dagtekening|den haag,?|[’']s-gravenhage,?)"
    r"[\s:]*(?:[a-z]+dag,?\s+)?$",
    re.IGNORECASE,
)
_BEFORE_BY_KIND = {
    "beantwoording-kamervragen": re.compile(r"\(ontvangen\s*$", re.IGNORECASE),
    "besluitenlijst": re.compile(
        r"vergadering(?:\s+[\w&-]+){0,3}(?:\s+van|\s+d\.d\.)?(?:\s+\w+dag)?[\s,:]*$", re.IGNORECASE
    ),
}
_HEAD = 4000


def dates(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the dates in a text as (ISO day, start, end); what is no day of the calendar is passed over.

    >>> list(dates("op 20 juni 2025 en 31-2-2024"))
    [('2025-06-20', 3, 15)]
    """
    for match in _DATE.finditer(text):
        day, month, year, day2, month2, year2, month3, day3, year3 = match.groups()
        number = _MONTHS[(month or month3).lower()] if month or month3 else int(month2)
        try:
            value = dt.date(int(year or year2 or year3), number, int(day or day2 or day3))
        except ValueError:
            continue
        yield value.isoformat(), match.start(), match.end()


def find_date(document: ParsedDocument, *, kind: str, title: str) -> Evidence | None:
    """Return the date that the document gives itself.

    In this order: what its kind knows as its date (*ontvangen* on answers, the meeting on a decision list),
    a date behind a label such as *Datum*, for these kinds the date in the title, a line that is a date and
    nothing else, the file's property. A date in running text, or in another title, is about something else
    and never taken. What an official publication declares goes before all that.
    """
    declared = _property(document.properties.get("date", ""))
    if declared and document.properties.get("identifier"):
        return declared
    found = [*dates(document.text[:_HEAD]), *_beside(document)]
    labels = () if kind == "regeling" else (_BEFORE_BY_KIND.get(kind), _LABEL)  # a law is dated by its title
    for label in labels:
        for value, start, end in found if label else ():
            if label and label.search(document.text[max(0, start - 60) : start]):
                return Evidence(value, start, end)
    in_title = (
        list(dates(title)) if kind in _BEFORE_BY_KIND or (kind == "regeling" and LAW.match(title)) else []
    )
    if in_title:
        start = document.text.find(title)
        return Evidence(in_title[0][0], *(start + i if start >= 0 else -1 for i in in_title[0][1:]))
    if kind == "regeling":
        return declared
    return _lone_line(document.text, found) or _of_version(document.properties.get("running", "")) or declared


def _beside(document: ParsedDocument) -> Iterator[tuple[str, int, int]]:
    """The dates in what stands beside the text of the first page, as in the margin of a letterhead."""
    first = {line.start for line in document.lines if line.page == 1}
    for block in document.blocks:
        if block.start >= _HEAD and block.start in first and block.kind is not BlockKind.FOOTNOTE:
            for value, start, end in dates(document.text[block.start : block.end]):
                yield value, block.start + start, block.start + end


def _lone_line(text: str, found: list[tuple[str, int, int]]) -> Evidence | None:
    for value, start, end in found:
        *above, before = text[:start].rstrip(" ").rsplit("\n", 1)
        after = text[end:].split("\n", 1)[0]
        labelled = re.search(r"\bdatum\b[^\n]*\s*$", above[0] if above else "", re.IGNORECASE)
        if not before.strip() and not after.strip(" .") and not labelled:
            return Evidence(value, start, end)
    return None


def _of_version(running: str) -> Evidence | None:
    """The date of the version in a running foot, which is no part of the text: *Versie 1.2, 15 mei 2014*."""
    version = re.search(r"\bversie\s+[\w.]+,?\s+(?=\d)", running, re.IGNORECASE)
    found = next(dates(running[version.end() :]), None) if version else None
    return Evidence(found[0]) if found and found[1] == 0 else None


def _property(value: str) -> Evidence | None:
    written = next(dates(value), None)
    iso = re.match(r"(\d{4}-\d\d-\d\d)", value)
    if written:
        return Evidence(written[0])
    return Evidence(iso.group(1)) if iso else None
