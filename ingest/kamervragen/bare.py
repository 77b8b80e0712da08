"""Questions that have a number alone for their heading, as in letters where *Antwoord* stands below each."""

import re
from collections.abc import Iterator, Sequence

from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.kamervragen.heads import Head, Role
from beleidszoeker.ingest.kamervragen.numbers import LOOSE_NUMBERS, numbers
from beleidszoeker.ingest.locate import PageMap

_BARE = re.compile(rf"\s*({LOOSE_NUMBERS})[.:]?\s*")
_LONGEST = 40
_FEWEST = 2


def with_bare_numbers(document: ParsedDocument, heads: Sequence[Head]) -> list[Head]:
    """Return the headings, and where only answers have one, the numbers that stand above the questions.

    The numbers count up from 1; a number that does not come next is a page's or a table's.
    """
    answers = [head for head in heads if head.role is Role.ANSWER]
    if len(answers) < _FEWEST or any(head.role is Role.QUESTION for head in heads):
        return list(heads)
    found, following = list(heads), 1
    for start, end in _places(document):
        match = _BARE.fullmatch(document.text[start:end])
        of = numbers(match[1]) if match else ()
        if of and of[0] == following:
            found.append(Head(Role.QUESTION, of, start, end))
            following = of[-1] + 1
    return sorted(found, key=lambda head: head.start)


def _places(document: ParsedDocument) -> Iterator[tuple[int, int]]:
    """Yield what stands by itself and is short: blocks, and the printed lines in them."""
    printed = PageMap(document)
    for block in document.blocks:
        if block.kind is not BlockKind.FOOTNOTE and block.kind is not BlockKind.TABLE_ROW:
            spans = {(block.start, block.end)}
            spans |= {(line.start, line.end) for line in printed.lines(block.start, block.end)}
            yield from sorted(span for span in spans if span[1] - span[0] <= _LONGEST)
