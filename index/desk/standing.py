"""Whether what was kept still stands in its document: never shown as if it did where it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.index.desk.kept import Item, Kept
from beleidszoeker.index.store import LibraryReader


class State(StrEnum):
    """What became of a quote since it was kept."""

    SAME = "same"
    """It stands literally where it stood."""
    MOVED = "moved"
    """The document was read anew: it stands there literally, at another place."""
    CHANGED = "changed"
    """It does not stand in the document any more, or a file of the same name holds another document now."""
    REMOVED = "removed"
    """Its document is not in the library."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a kept passage stands now.

    Attributes:
        state: What became of it.
        document_id: The document to look at now; ``None`` where there is none.
        passage_id: The passage of it that holds the quote, where the quote still stands there.
        literal: Whether the quotes stand literally in that document.
    """

    state: State
    document_id: str | None
    passage_id: str | None
    literal: bool


def standings(reader: LibraryReader, items: Iterable[Item]) -> dict[str, Standing]:
    """Hold kept passages against the library; return where they stand, by the items' ids."""
    texts = _Texts(reader)
    in_order = sorted(items, key=lambda item: item.kept.document_id)  # each text is read once
    return {item.id: _standing(reader, texts, item.kept) for item in in_order}


class _Texts:
    """The text that was read last: documents may be long, collections wide."""

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self._last: tuple[str, str | None] = ("", None)

    def of(self, document_id: str) -> str | None:
        if self._last[0] != document_id:
            self._last = (document_id, self._reader.text(document_id))
        return self._last[1]


def _standing(reader: LibraryReader, texts: _Texts, kept: Kept) -> Standing:
    text = texts.of(kept.document_id)
    if text is None:
        return _elsewhere(reader, kept)
    if all(text[quote.start : quote.end] == quote.text for quote in kept.quotes):
        passage = reader.passage_over(kept.document_id, kept.quotes[0].start, kept.quotes[-1].end)
        return Standing(State.SAME, kept.document_id, passage, literal=True)
    return _found(reader, kept, kept.document_id, text, State.MOVED)


def _elsewhere(reader: LibraryReader, kept: Kept) -> Standing:
    """Look for a newer document in a file of the same name."""
    for document_id in reader.documents_of_source(str(kept.citation["source"])):
        text = reader.text(document_id)
        if text is not None:
            return _found(reader, kept, document_id, text, State.CHANGED)
    return Standing(State.REMOVED, None, None, literal=False)


def _found(reader: LibraryReader, kept: Kept, document_id: str, text: str, state: State) -> Standing:
    start = text.find(kept.quotes[0].text)
    if start < 0 or any(quote.text not in text for quote in kept.quotes):
        return Standing(State.CHANGED, document_id, None, literal=False)
    passage = reader.passage_over(document_id, start, start + len(kept.quotes[0].text))
    return Standing(state, document_id, passage, literal=True)
