"""Mentions as records: document, span, text and what they name."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import Mention, NameKind

_AT_ONCE = 200


def mention_records(
    reader: LibraryReader,
    name: str | None = None,
    other: str | None = None,
    filters: Filters | None = None,
    *,
    kind: NameKind | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield mentions, newest document first and in the order of its text.

    Args:
        reader: Reads the library.
        name: Id of a name; ``None`` for all.
        other: Id of another: then those of both, in the passages where they meet, the closest first.
        filters: Limits to documents.
        kind: Only names of this kind.
    """
    if name is not None and other is not None:
        yield from _together(reader, name, other, filters)
        return
    texts = _Texts(reader)
    for document_id, mention in reader.knowledge.names.mentions(name, filters):
        if kind in (None, mention.kind):
            yield _record(texts, document_id, mention)


def _together(
    reader: LibraryReader, name: str, other: str, filters: Filters | None
) -> Iterator[dict[str, Any]]:
    names, texts = reader.knowledge.names, _Texts(reader)
    for start in range(0, names.totals(name, other, filters).all, _AT_ONCE):
        for row in names.meetings(name, other, filters, start=start, count=_AT_ONCE):
            for mention in names.seen_from(row, (name, other)):
                record = _record(texts, row.document_id, mention)
                yield {**record, "closeness": row.closeness.value}


def limited(records: Iterator[dict[str, Any]], most: int | None) -> list[dict[str, Any]]:
    """Return the first records; ``None`` for all."""
    return list(islice(records, most))


class _Texts:
    """The text of the document that was asked for last."""

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self._document, self._text = "", ""

    def of(self, document_id: str) -> str:
        if document_id != self._document:
            self._document, self._text = document_id, self._reader.text(document_id) or ""
        return self._text


def _record(texts: _Texts, document_id: str, mention: Mention) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "start": mention.start,
        "end": mention.end,
        "text": texts.of(document_id)[mention.start : mention.end],
        "kind": mention.kind.value,
        "name": mention.key,
    }
