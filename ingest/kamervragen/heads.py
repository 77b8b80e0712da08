"""The headings of questions and answers, also where the parser left them in a paragraph."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from beleidszoeker.ingest.document import Block, BlockKind, ParsedDocument
from beleidszoeker.ingest.kamervragen.numbers import LOOSE_NUMBERS, NUMBERS, numbers
from beleidszoeker.ingest.locate import PageMap


class Role(Enum):
    """What a heading announces."""

    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"


class Head(NamedTuple):
    """A heading.

    Attributes:
        role: What it announces.
        numbers: Of which questions; empty where it does not say.
        start: First character in the canonical text.
        end: One past the last character.
    """

    role: Role
    numbers: tuple[int, ...]
    start: int
    end: int


_ASKS = r"[Vv]ra(?:ag|gen)"
_ANSWERS = (
    r"(?:[Gg]ezamenlijke?\s+a|[Aa])ntwoord(?:en)?(?:\s+(?:op|bij|van))?(?:\s+de)?(?:\s+vra(?:ag|gen))?"
    r"|[Bb]eantwoording(?:\s+van)?(?:\s+de)?\s+vra(?:ag|gen)"
)
_ASIDE = r"(?:\s*\([^()]{1,40}\))?\s*[:.]?"
_WHOLE = re.compile(
    rf"\s*(?:(?P<question>{_ASKS}(?:\s+(?:nr\.?|nummer))?(?:\s+(?P<asked>{LOOSE_NUMBERS}))?)"
    rf"|(?P<answer>(?:{_ANSWERS})(?:\s+(?P<answered>{LOOSE_NUMBERS}))?)"
    rf"|(?P<notice>Mededeling|Uitstelbericht)){_ASIDE}\s*"
)
_GLUED = (
    rf"(?:(?P<question>Vra(?:ag|gen)\s+(?P<asked>{NUMBERS})|Vraag:)"
    rf"|(?P<answer>(?:{_ANSWERS})\s+(?P<answered>{NUMBERS})|Antwoord:)){_ASIDE}"
    r"(?=\s+[A-ZÀ-Ý«“‘„\"'(])"
)
_OPENING = re.compile(r"\s*" + _GLUED)
_SIGN = re.compile(r"[Vv]ra(?:ag|gen)\b|[Aa]ntwoord|Mededeling|Uitstelbericht")
_LONGEST = 200
_WITHIN = re.compile(r"(?<=[.?!»”’)]\s)(?=[AGV])" + _GLUED)


def find_heads(document: ParsedDocument) -> list[Head]:
    """Return the headings in the running text, in order.

    A heading is a block or a printed line by itself, or opens a paragraph or a sentence and is followed by a
    capital: *Antwoord 1 Ja.* A sentence that merely begins so (*Vraag 3 gaat over …*) is none.
    """
    printed = PageMap(document)
    return [
        head
        for block in document.blocks
        if block.kind is not BlockKind.FOOTNOTE and _SIGN.search(document.text, block.start, block.end)
        for head in _in_block(document, block, printed)
    ]


def _in_block(document: ParsedDocument, block: Block, printed: PageMap) -> Iterator[Head]:
    text = document.text[block.start : block.end]
    whole = _WHOLE.fullmatch(text) if len(text) <= _LONGEST else None
    if whole:
        yield _head(whole, block.start)
        return
    found = {match.start(): match for match in (*_opening(text), *_WITHIN.finditer(text))}
    heads = {block.start + start: _head(match, block.start) for start, match in found.items()}
    for place in printed.lines(block.start, block.end):
        line = _WHOLE.fullmatch(document.text[place.start : place.end])
        if line and document.text[place.start].isupper():
            heads[place.start] = _head(line, place.start)
    yield from (heads[start] for start in sorted(heads))


def _opening(text: str) -> Iterator[re.Match[str]]:
    match = _OPENING.match(text)
    if match:
        yield match


def _head(match: re.Match[str], offset: int) -> Head:
    groups = match.groupdict()
    role = next(role for role in Role if groups.get(role.value) is not None)
    of = numbers(match["asked"] or match["answered"] or "")
    start = offset + match.start() + len(match.group()) - len(match.group().lstrip())
    return Head(role, of, start, offset + match.start() + len(match.group().rstrip()))
