"""What a name is the name of, from the gazetteer or from the documents themselves."""

from dataclasses import asdict, dataclass
from typing import Any

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.gazetteer import Entry, gazetteer

LEARNED = "~"
"""How the id of a name begins that only documents know."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name.

    Attributes:
        id: Its id: of the gazetteer, or ``~`` and how documents write it.
        kind: What it is.
        name: As it is written out.
        label: Its abbreviation where it has one, else its name: for narrow places.
        abbreviations: Short names.
        other_names: Further names.
        identifier: Public address; ``None`` where it has none.
        learned: Whether only documents know it.
    """

    id: str
    kind: NameKind
    name: str
    label: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    identifier: str | None = None
    learned: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        plain = asdict(self)
        return {**plain, "kind": self.kind.value, **{name: list(plain[name]) for name in _LISTS}}


_LISTS = ("abbreviations", "other_names")


def named(reader: LibraryReader, name_id: str) -> Named | None:
    """Return what has an id; ``None`` where neither the gazetteer nor any document knows it."""
    entry = gazetteer().entry(name_id)
    if entry:
        return _of_entry(entry)
    if not name_id.startswith(LEARNED):
        return None
    written = reader.knowledge.names.surfaces(name_id)
    return learned(name_id, *written[0]) if written else None


def learned(name_id: str, surface: str, kind: NameKind) -> Named:
    """Return a name that only documents know."""
    return Named(name_id, kind, surface, surface, learned=True)


def known(name_id: str, surface: str, kind: NameKind) -> Named:
    """Return what a name in documents is the name of, without asking them."""
    entry = gazetteer().entry(name_id)
    return _of_entry(entry) if entry else learned(name_id, surface, kind)


def find_names(reader: LibraryReader, text: str) -> tuple[Named, ...]:
    """Return what people may mean by an id or a name; capitals, spaces and hyphens do not matter."""
    typed = text.strip()
    exact = named(reader, typed)
    if exact:
        return (exact,)
    entries = gazetteer().find(typed) if typed else ()
    if entries:
        return tuple(map(_of_entry, entries))
    taught = named(reader, LEARNED + typed.casefold())
    return (taught,) if taught else ()


def _of_entry(entry: Entry) -> Named:
    others = tuple(dict.fromkeys(each for each in entry.other_names if each not in entry.abbreviations))
    label = next(iter(entry.abbreviations), entry.name)
    return Named(entry.id, entry.kind, entry.name, label, entry.abbreviations, others, entry.identifier)
