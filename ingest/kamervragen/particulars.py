"""Number, members, ministers and dates of a set of questions, read from what stands above the first one."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind, Evidence, Metadata, ParsedDocument
from beleidszoeker.ingest.kamervragen.members import find_members
from beleidszoeker.ingest.kamervragen.ministers import find_ministers
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.ingest.metadata.dates import dates

_LONGEST_HEAD = 8000
_NUMBER = re.compile(r"\b20\d\dZ\d{5}\b")
_APPENDIX = re.compile(r"\bah-[te]k-\d{8}-\d+\b")
_SENT = re.compile(
    r"\bingezonden:?\s+(?:op\s+|d\.d\.\s+)?$|\buw brief(?:\s+met[^.]{0,40})?\s+van\s+$", re.IGNORECASE
)
_RECEIVED = re.compile(r"\bontvangen:?\s+(?:op\s+)?$", re.IGNORECASE)
_LABEL = 60
_LONGEST_COLOPHON = 120


def particulars(document: ParsedDocument, metadata: Metadata, *, before: int) -> QuestionSet:
    """Return a set without its exchanges.

    Args:
        document: The parsed document.
        metadata: What it says about itself.
        before: Where the first question begins.
    """
    head = document.text[: min(before, _LONGEST_HEAD)]
    members, after = find_members(head)
    addressees, ministers = find_ministers(head, asked_from=after)
    return QuestionSet(
        exchanges=(),
        number=_first(_NUMBER, head) or _stated(document, _NUMBER, "question_number"),
        appendix=_stated(document, _APPENDIX, "identifier"),
        members=members,
        addressees=addressees,
        ministers=ministers,
        asked=_day(head, _SENT),
        answered=_day(head, _RECEIVED) or metadata.date,
    )


def _first(pattern: re.Pattern[str], text: str) -> Evidence | None:
    match = pattern.search(text)
    return Evidence(match.group(), match.start(), match.end()) if match else None


def _stated(document: ParsedDocument, pattern: re.Pattern[str], name: str) -> Evidence | None:
    """What a colophon or a margin begins with, or the file's own statement; a citation is neither."""
    for block in document.blocks:
        if block.end - block.start <= _LONGEST_COLOPHON and block.kind is not BlockKind.FOOTNOTE:
            match = pattern.match(document.text, block.start, block.end)
            if match:
                return Evidence(match.group(), match.start(), match.end())
    stated = pattern.fullmatch(document.properties.get(name, ""))
    return Evidence(stated.group()) if stated else None


def _day(head: str, label: re.Pattern[str]) -> Evidence | None:
    return next((Evidence(*found) for found in _labelled(head, label)), None)


def _labelled(head: str, label: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    for value, start, end in dates(head):
        if label.search(head[max(0, start - _LABEL) : start]):
            yield value, start, end
