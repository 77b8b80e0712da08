"""What was found as a person checks it: question and answer literally, where they stand, who and when."""

from collections.abc import Iterator, Sequence
from typing import Any

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.wording import analyser, names_of
from beleidszoeker.ingest.kamervragen.model import Exchange, QuestionSet, Span
from beleidszoeker.ingest.kamervragen.referring import resolve
from beleidszoeker.search.asked.finding import Found
from beleidszoeker.search.excerpts import excerpt
from beleidszoeker.search.questions import delay_days, set_summary


def shown(
    reader: LibraryReader, found: Sequence[Found], asked: str, *, searched: bool = False
) -> list[dict[str, Any]]:
    """Return what was found as JSON-ready data, in its order; a form that only grows.

    Texts are literal: ``start`` and ``end`` are their place in the document's canonical text, ``matches`` the
    places in the text itself of words that what was asked has too. What was removed meanwhile is left out.

    Args:
        reader: Of the library.
        found: What was found.
        asked: The draft, or what was searched for.
        searched: Whether it was searched for.
    """
    words = _Words(asked)
    rows = [
        {"score": each.why.score, "why": {"told": each.why.told(searched=searched), **_measures(each)}, **row}
        for each in found
        for row in _row(reader, each, words)
    ]
    return [{"rank": rank, **row} for rank, row in enumerate(rows, start=1)]


def _measures(found: Found) -> dict[str, float]:
    return {"words": found.why.words, "pairs": found.why.pairs, "meaning": found.why.meaning}


class _Words:
    """The telling words of what was asked."""

    def __init__(self, asked: str) -> None:
        terms = list(analyser().terms(asked))
        telling = [term for term in terms if not term.stop] or terms
        self._names = {name for term in telling for name in names_of(term)}

    def matches(self, text: str) -> list[list[int]]:
        """Return where words of a text answer to them; words with only a space between are one place."""
        found: list[list[int]] = []
        for term in analyser().terms(text):
            if not term.stop and not self._names.isdisjoint(names_of(term)):
                if found and text[found[-1][1] : term.start] == " ":
                    found[-1][1] = term.end
                else:
                    found.append([term.start, term.end])
        return found


def _row(reader: LibraryReader, found: Found, words: _Words) -> Iterator[dict[str, Any]]:
    document_id, ordinal = found.place
    questions = reader.questions(document_id)
    if questions is None or not 0 <= ordinal < len(questions.exchanges):
        return
    try:
        summary = set_summary(reader, document_id, questions)
        exchange = _exchange(reader, document_id, questions, questions.exchanges[ordinal], words)
    except DocumentNotFoundError:
        return
    yield {
        **summary,
        "delay_days": delay_days(questions),
        **exchange,
        "versions": list(found.versions),
    }


def _exchange(
    reader: LibraryReader, document_id: str, questions: QuestionSet, exchange: Exchange, words: _Words
) -> dict[str, Any]:
    def said(span: Span) -> dict[str, Any]:
        found = excerpt(reader, document_id, *span)
        return {
            "text": found.text,
            "start": found.start,
            "end": found.end,
            "page_first": found.page_first,
            "page_last": found.page_last,
            "passage_id": found.passage_id,
            "label": found.label,
            "matches": words.matches(found.text),
        }

    meant = resolve(questions, exchange) if exchange.defers else ()
    return {
        "numbers": list(exchange.numbers),
        "questions": [said(turn.span) for turn in exchange.questions],
        "answer": said(exchange.answer.span) if exchange.answer else None,
        "refers_to": list(exchange.refers_to),
        "defers": exchange.defers,
        "resolved": [
            {"numbers": list(other.numbers), "answer": said(other.answer.span)}
            for other in meant
            if other.answer and other is not exchange
        ],
    }
