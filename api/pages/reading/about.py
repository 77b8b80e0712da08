"""What the reading page tells about a document: each field with the place where it was found."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from beleidszoeker.index.store import DocumentRecord
from beleidszoeker.ingest.document import Page
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.quoting.citation import written_date

_LABELS = {
    "title": "Titel",
    "kind": "Soort",
    "date": "Datum",
    "organisations": "Organisatie",
    "departments": "Onderdeel",
    "authors": "Van",
    "addressees": "Aan",
    "kenmerk": "Kenmerk",
    "uw_kenmerk": "Uw kenmerk",
    "dossiers": "Dossier",
    "kamerstukken": "Kamerstukken",
    "session_year": "Vergaderjaar",
    "language": "Taal",
}
_LANGUAGES = {"nl": "Nederlands", "nl-BE": "Nederlands (België)", "en": "Engels", "de": "Duits"}


class Said(NamedTuple):
    """A value of a field.

    Attributes:
        text: As people read it.
        start: First character of the place where it stands in the canonical text; -1 where it does not.
        end: One past the last; -1 likewise.
    """

    text: str
    start: int
    end: int


class Fact(NamedTuple):
    """A field.

    Attributes:
        label: Its name, in Dutch.
        values: Its values; one at least.
    """

    label: str
    values: tuple[Said, ...]


def facts(record: DocumentRecord) -> Iterator[Fact]:
    """Yield what is known of a document, with where each was found."""
    for field, label in _LABELS.items():
        values = tuple(
            Said(_written(field, each.value), each.start, each.end) for each in record.evidence.get(field, ())
        )
        if values:
            yield Fact(label, values)


def public_address(record: DocumentRecord) -> str | None:
    """Return the address that a document states, where it is one that a browser may open."""
    try:
        scheme = urlsplit(record.url or "").scheme.lower()
    except ValueError:
        return None
    return record.url if scheme in {"http", "https"} else None


def pages_named(first: int | None, last: int | None, pages: tuple[Page, ...]) -> str:
    """Return pages as printed, else as counted in the file: *p. 3-4*; empty where they are not known."""
    if first is None or last is None:
        return ""
    labels = {page.number: page.label or str(page.number) for page in pages}
    names = dict.fromkeys((labels.get(first, str(first)), labels.get(last, str(last))))
    return "p. " + "-".join(names)


def _written(field: str, value: str) -> str:
    if field == "kind":
        return KINDS.get(value, value)
    if field == "date":
        return written_date(value)
    return _LANGUAGES.get(value, value) if field == "language" else value
