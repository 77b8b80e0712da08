"""The names that ship with the product: programmes, clusters, places, organisations and themes."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.forms import Form, marked

_FILES = (
    ("programmes", NameKind.PROGRAMME),
    ("clusters", NameKind.CLUSTER),
    ("provinces", NameKind.PLACE),
    ("municipalities", NameKind.PLACE),
    ("regions", NameKind.PLACE),
    ("organisations", NameKind.ORGANISATION),
    ("themes", NameKind.THEME),
)
_APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a name.

    Attributes:
        id: Its slug, which links mentions to it.
        kind: What it is.
        name: As it is written out.
        abbreviations: Short names in capitals.
        other_names: Further names, older ones among them.
        identifier: Public address (TOOI) of a public body; ``None`` where it has none that is certain.
    """

    id: str
    kind: NameKind
    name: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    identifier: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the written-out one first."""
        return (self.name, *self.other_names, *self.abbreviations)


class Gazetteer:
    """Entries by id and by name, in the order of the files."""

    def __init__(self, entries: Sequence[tuple[Entry, tuple[Form, ...]]]) -> None:
        self._entries = {entry.id: entry for entry, _ in entries}
        if len(self._entries) < len(entries):
            raise ValueError("Two entries of the gazetteer have the same id.")
        self.forms = tuple(form for _, forms in entries for form in forms)
        """The spellings that texts are searched for."""
        self._named: dict[str, list[Entry]] = {}
        for entry in self:
            for key in dict.fromkeys(map(name_key, entry.names)):
                self._named.setdefault(key, []).append(entry)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with an id; ``None`` where there is none."""
        return self._entries.get(entry_id)

    def find(self, text: str) -> tuple[Entry, ...]:
        """Return the entries that are named exactly so; capitals, spaces and hyphens do not matter."""
        return tuple(self._named.get(name_key(text), ()))


def name_key(text: str) -> str:
    """Return what spellings of one name share.

    >>> name_key("Noord-Nederland") == name_key("  noord nederland ")
    True
    """
    return _APART.sub(" ", text.casefold()).strip()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the product, read once."""
    return Gazetteer([row for name, kind in _FILES for row in _read(name, kind)])


def _read(name: str, kind: NameKind) -> Iterator[tuple[Entry, tuple[Form, ...]]]:
    lines = (files(__package__) / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    table = (line for line in lines if not line.startswith("#"))
    for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
        yield _entry(kind, row)


def _entry(kind: NameKind, row: dict[str, str]) -> tuple[Entry, tuple[Form, ...]]:
    """Return a row's entry, without the marks on its names, and the forms that the marks make of them."""
    entry_id = row["id"]
    name = marked(row["name"], kind)
    others = [marked(cell, kind) for cell in _cells(row["others"])]
    short = [marked(cell, kind, short=True) for cell in _cells(row["abbreviations"])]
    entry = Entry(
        entry_id,
        kind,
        name.text,
        tuple(each.text for each in short),
        tuple(each.text for each in others),
        row["identifier"] or None,
    )
    return entry, tuple(form for each in (name, *others, *short) for form in each.forms(entry_id))


def _cells(value: str) -> list[str]:
    return [cell.strip() for cell in value.split(";") if cell.strip()]
