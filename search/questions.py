"""Kamervragen side by side with their answers, for the CLI's ``kamervragen`` and the API."""

from dataclasses import asdict
from datetime import date
from typing import Any

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.asked import SetFilters
from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.kamervragen.model import Exchange, Minister, QuestionSet, Span
from beleidszoeker.ingest.kamervragen.referring import resolve
from beleidszoeker.ingest.locate import PageMap


def document_questions(reader: LibraryReader, document_id: str) -> dict[str, Any]:
    """Return a document's questions with their answers, as JSON-ready data; a form that only grows.

    Texts are literal: ``start`` and ``end`` are their place in the document's canonical text. ``resolved``
    holds, for an answer that only refers to another, the answers that it refers to.

    A document without questions has no exchanges.

    Raises:
        DocumentNotFoundError: There is no document with this id.
    """
    found = reader.questions(document_id) or QuestionSet(())
    shown = _Shown(reader.parsed(document_id))
    return {
        **set_summary(reader, document_id, found),
        "notice": shown.text(found.notice) if found.notice else None,
        "exchanges": [shown.exchange(found, exchange) for exchange in found.exchanges],
    }


def set_summary(reader: LibraryReader, document_id: str, found: QuestionSet) -> dict[str, Any]:
    """Return who asked what document's questions of whom, and when, as JSON-ready data; it only grows.

    Raises:
        DocumentNotFoundError: There is no document with this id.
    """
    record = reader.document(document_id)
    return {
        "document_id": document_id,
        "title": record.title,
        "source": record.sources[0] if record.sources else None,
        **_particulars(found),
    }


def count_questions(found: QuestionSet) -> int:
    """Return how many questions a set has, by their numbers."""
    return len({number for exchange in found.exchanges for number in exchange.numbers})


def delay_days(found: QuestionSet) -> int | None:
    """Return how many days passed between question and answer; ``None`` where a day is not known.

    Of an answer that came before its question a day was misread, so nothing is known either.
    """
    asked, answered = _value(found.asked), _value(found.answered)
    if not (asked and answered) or asked > answered:
        return None
    return (date.fromisoformat(answered) - date.fromisoformat(asked)).days


def question_sets(reader: LibraryReader, filters: SetFilters | None = None) -> list[dict[str, Any]]:
    """Return the documents that hold Kamervragen, latest answers first, with questions and answers.

    Args:
        reader: Of the library.
        filters: Limits.
    """
    rows = []
    wanted = {each.document_id for each in reader.asked_sets(filters)} if filters else None
    for document_id in reader.documents_with_questions():
        if wanted is not None and document_id not in wanted:
            continue
        found = reader.questions(document_id) or QuestionSet(())
        counted = {"questions": count_questions(found), "delay_days": delay_days(found)}
        rows.append({**document_questions(reader, document_id), **counted})
    return rows


def _particulars(found: QuestionSet) -> dict[str, Any]:
    return {
        "number": _value(found.number),
        "appendix": _value(found.appendix),
        "members": [{"name": each.name.value, "party": _value(each.party)} for each in found.members],
        "addressees": [_minister(each) for each in found.addressees],
        "ministers": [_minister(each) for each in found.ministers],
        "asked": _value(found.asked),
        "answered": _value(found.answered),
    }


def _value(evidence: Evidence | None) -> str | None:
    return evidence.value if evidence else None


def _minister(minister: Minister) -> dict[str, str]:
    return {name: value for name, value in asdict(minister).items() if isinstance(value, str)}


class _Shown:
    """Spans of one document as text with pages."""

    def __init__(self, document: ParsedDocument) -> None:
        self._text = document.text
        self._pages = PageMap(document)

    def text(self, span: Span) -> dict[str, Any]:
        start, end = span
        first, last = self._pages.span(start, end)
        return {
            "text": self._text[start:end],
            "start": start,
            "end": end,
            "page_first": first,
            "page_last": last,
        }

    def exchange(self, found: QuestionSet, exchange: Exchange) -> dict[str, Any]:
        resolved = resolve(found, exchange) if exchange.defers else ()
        return {
            "numbers": list(exchange.numbers),
            "questions": [self.text(turn.span) for turn in exchange.questions],
            "answer": self.text(exchange.answer.span) if exchange.answer else None,
            "refers_to": list(exchange.refers_to),
            "defers": exchange.defers,
            "resolved": [
                {"numbers": list(other.numbers), "answer": self.text(other.answer.span)}
                for other in resolved
                if other.answer and other is not exchange
            ],
        }
