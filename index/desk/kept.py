"""What a collection holds, and what may stand in it."""

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from beleidszoeker.errors import CollectionLimitError

MOST_ITEMS = 500
LONGEST_NOTE = 10_000
LONGEST_TITLE = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote as it was when it was kept.

    Attributes:
        text: Its characters.
        start: First character in the document's canonical text.
        end: One past the last.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A passage to keep: a copy, so that it outlives its document.

    Attributes:
        passage_id: The passage.
        document_id: Its document.
        quotes: What is quoted of it, at least one.
        citation: The citation, as plain data in the form of the API.
        footnotes: Footnotes that the quotes cite.
        organisations: Whose document it is.
        snapshot: Number of the snapshot that it was found in.
    """

    passage_id: str
    document_id: str
    quotes: tuple[KeptQuote, ...]
    citation: Mapping[str, Any]
    footnotes: tuple[str, ...]
    organisations: tuple[str, ...]
    snapshot: int


@dataclass(frozen=True, slots=True)
class Item:
    """A passage in a collection.

    Attributes:
        id: Its own id.
        kept: The passage.
        note: What somebody wrote with it; may be empty.
        revision: How often the note was changed.
        added: When it was kept: ISO 8601, UTC.
    """

    id: str
    kept: Kept
    note: str
    revision: int
    added: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection with all that stands in it.

    Attributes:
        id: Whoever knows it may change the collection.
        share: Whoever knows this may read it.
        title: Its name.
        created: When it was made: ISO 8601, UTC.
        changed: When anything in it was changed last.
        version: One more with each change.
        items: Its passages, in order.
    """

    id: str
    share: str
    title: str
    created: str
    changed: str
    version: int
    items: tuple[Item, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Listed:
    """A collection in a list: ``count`` is the number of its passages."""

    id: str
    title: str
    changed: str
    count: int


def item_of(row: sqlite3.Row) -> Item:
    """Read a row of the table ``collected``."""
    kept = Kept(
        passage_id=row["passage_id"],
        document_id=row["document_id"],
        quotes=tuple(KeptQuote(*quote) for quote in json.loads(row["quotes"])),
        citation=json.loads(row["citation"]),
        footnotes=tuple(json.loads(row["footnotes"])),
        organisations=tuple(json.loads(row["organisations"])),
        snapshot=row["snapshot"],
    )
    return Item(row["id"], kept, row["note"], row["revision"], row["added"])


def checked_title(title: str) -> str:
    """Return a title on one line.

    Raises:
        CollectionLimitError: Nothing is left of it, or it is too long.
    """
    clean = " ".join(_clean(title).split())
    if not clean:
        raise CollectionLimitError("De map heeft nog geen naam.", advice="Geef de map een naam.")
    return _no_longer_than(LONGEST_TITLE, clean, "De naam van de map")


def checked_note(note: str) -> str:
    """Return a note without what is no text; line ends are single characters.

    Raises:
        CollectionLimitError: It is too long.
    """
    lines = _clean(note.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    return _no_longer_than(LONGEST_NOTE, lines, "De notitie")


def _no_longer_than(most: int, text: str, what: str) -> str:
    if len(text) > most:
        raise CollectionLimitError(
            f"{what} is te lang: {len(text)} tekens.", advice=f"Houd het bij {most} tekens."
        )
    return text


def _clean(text: str) -> str:
    """Without control characters, which no document can hold, and halves of surrogate pairs."""
    return _CONTROL.sub("", text).encode("utf-8", "replace").decode()
