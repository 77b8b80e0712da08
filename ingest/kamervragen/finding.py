"""Finding the questions and answers of a document."""

from collections.abc import Sequence
from dataclasses import replace

from beleidszoeker.ingest.document import Metadata, ParsedDocument
from beleidszoeker.ingest.kamervragen.bare import with_bare_numbers
from beleidszoeker.ingest.kamervragen.ending import end_of_body, without_endnotes, without_headings
from beleidszoeker.ingest.kamervragen.heads import Head, Role, find_heads
from beleidszoeker.ingest.kamervragen.model import QuestionSet, Span, Turn
from beleidszoeker.ingest.kamervragen.pairing import pair
from beleidszoeker.ingest.kamervragen.particulars import particulars
from beleidszoeker.ingest.kamervragen.referring import with_references


def find_questions(document: ParsedDocument, metadata: Metadata) -> QuestionSet | None:
    """Return the document's questions with their answers; ``None`` where it holds none.

    Args:
        document: The parsed document.
        metadata: What it says about itself; its date is when a letter answers.
    """
    heads = _plausible(with_bare_numbers(document, find_heads(document)))
    if not heads:
        return None
    turns = _turns(document, heads)
    exchanges = with_references(document.text, pair(document.text, turns))
    notice = next((turn.span for head, turn in turns if head.role is Role.NOTICE), None)
    found = particulars(document, metadata, before=heads[0].start)
    return replace(found, exchanges=tuple(exchanges), notice=notice)


def _plausible(heads: list[Head]) -> list[Head]:
    """Headings make a set of questions where one asks and one answers, or two ask; a notice comes after."""
    asking = [head for head in heads if head.role is Role.QUESTION]
    answering = [head for head in heads if head.role is Role.ANSWER]
    if not asking and len([head for head in answering if head.numbers]) < 2:  # noqa: PLR2004 - one is chance
        return []
    if len(asking) < 2 and not answering:  # noqa: PLR2004 - likewise
        return []
    first = min((asking or answering)[0].start, (answering or asking)[0].start)
    return [head for head in heads if head.start >= first]


def _turns(document: ParsedDocument, heads: Sequence[Head]) -> list[tuple[Head, Turn]]:
    ends = [*(head.start for head in heads[1:]), end_of_body(document, heads[-1])]
    spans = [
        _stripped(document.text, head.end, max(end, head.end)) for head, end in zip(heads, ends, strict=True)
    ]
    spans[-1] = without_endnotes(document, spans)
    spans = [
        without_headings(document, span) if head.role is Role.ANSWER else span
        for head, span in zip(heads, spans, strict=True)
    ]
    return [(head, Turn((head.start, head.end), span)) for head, span in zip(heads, spans, strict=True)]


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    return (begin, max(begin, start + len(part.rstrip())))
