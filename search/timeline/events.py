"""From records to events."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge.happened import Asked, Cited, Moment
from beleidszoeker.index.store.knowledge.own import own_keys
from beleidszoeker.ingest.knowledge.model import Span
from beleidszoeker.search.timeline.line import Line
from beleidszoeker.search.timeline.model import Event, EventKind


def events(reader: LibraryReader, line: Line) -> Iterator[Event]:
    """Yield all that happened in the documents of a line, in no order."""
    rows = reader.knowledge.timeline
    yield from _recorded(rows.moments(line.documents), line)
    yield from _once(_questions(rows.asked(line.documents), line))
    keys = own_keys(rows.names(tuple(line.stands_for)))
    leads = {key: tuple(sorted({line.stands_for[each] for each in found})) for key, found in keys.items()}
    yield from _references(rows.citing(list(leads), line.documents), leads, line)


def _recorded(moments: Iterable[Moment], line: Line) -> Iterator[Event]:
    for each in moments:
        kind = EventKind(each.kind)
        start, end = each.start, each.end
        if kind is EventKind.DOCUMENT:
            start, end = line.quotes.get(each.document_id, (start, end))
        elif not line.touches(each.document_id, start, end):
            continue
        dated = _span(each.dated_start, each.dated_end)
        yield Event(kind, each.day, each.document_id, start, end, each.manner, dated, each.until)


def _questions(asked: Iterable[Asked], line: Line) -> Iterator[Event]:
    """Yield of each set when it was asked and when it was answered, with the first question and answer."""
    for _, rows in groupby(asked, key=lambda each: each.document_id):
        exchanges = list(rows)
        yield from _was_asked(exchanges, line)
        yield from _was_answered(exchanges, line)


def _was_asked(exchanges: Sequence[Asked], line: Line) -> Iterator[Event]:
    """A set that came with its answers and does not say when it was asked is told by these."""
    first = exchanges[0]
    spans = [span for each in exchanges if (span := _span(each.question_start, each.question_end))]
    touched = [span for span in spans if line.touches(first.document_id, *span)]
    answered = first.notice_start >= 0 or any(each.answer_start >= 0 for each in exchanges)
    if not (touched or _is_all(line, spans)) or (answered and not first.asked):
        return
    start, end = (touched or [(-1, -1)])[0]
    dated = _span(first.asked_start, first.asked_end)
    day = first.asked or first.date
    yield Event(EventKind.ASKED, day, first.document_id, start, end, dated=dated, number=first.number or None)


def _was_answered(exchanges: Sequence[Asked], line: Line) -> Iterator[Event]:
    first = exchanges[0]
    spans = [span for each in exchanges if (span := _span(each.answer_start, each.answer_end))]
    notice = _span(first.notice_start, first.notice_end)
    manner = "answer" if spans else "notice"
    said = spans or ([notice] if notice else [])
    touched = [span for span in said if line.touches(first.document_id, *span)]
    if touched:
        dated = _span(first.answered_start, first.answered_end)
        day = first.answered or first.date
        start, end = touched[0]
        number = first.number or None
        yield Event(EventKind.ANSWERED, day, first.document_id, start, end, manner, dated, number=number)


def _is_all(line: Line, spans: Sequence[Span]) -> bool:
    """Tell whether a set without the text of its questions belongs to the line all the same."""
    return line.spans is None and not spans


def _once(found: Iterable[Event]) -> Iterator[Event]:
    """Yield what is asked once, though the questions and their answers both tell of it."""
    told: set[tuple[str, str | None]] = set()
    for event in found:
        same = (event.number or event.id, event.day)
        if event.kind is EventKind.ASKED:
            if same in told:
                continue
            told.add(same)
        yield event


def _references(cited: Iterable[Cited], leads: dict[str, tuple[str, ...]], line: Line) -> Iterator[Event]:
    """Yield each document that another one refers to, at the first place where it does."""
    found: dict[tuple[str, str], list[Cited]] = {}
    for each in cited:
        if line.touches(each.document_id, each.start, each.end):
            for target in leads[each.key]:
                found.setdefault((each.document_id, target), []).append(each)
    for (document_id, target), places in found.items():
        if document_id != target:
            first = places[0]
            yield Event(
                EventKind.REFERENCE,
                first.day,
                document_id,
                first.start,
                first.end,
                target=target,
                times=len(places),
            )


def _span(start: int, end: int) -> Span | None:
    return (start, end) if 0 <= start < end else None
