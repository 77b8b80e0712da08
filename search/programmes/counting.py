"""How often names are used, in all and by year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge import NameYear
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes.named import Named, known, named


class YearCount(NamedTuple):
    """How often in documents of one year.

    Attributes:
        year: The year, or ``onbekend``.
        documents: Documents.
        passages: Passages.
    """

    year: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class NameCount:
    """How often a name is used.

    Attributes:
        named: The name.
        documents: Documents that name it.
        passages: Passages that do.
        mentions: How often in all.
        years: By year, the earliest first; those without a date last.
    """

    named: Named
    documents: int
    passages: int
    mentions: int
    years: tuple[YearCount, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        counts = {"documents": self.documents, "passages": self.passages, "mentions": self.mentions}
        return {**self.named.to_json(), **counts, "years": [year._asdict() for year in self.years]}


def overview(
    reader: LibraryReader, filters: Filters | None = None, *, kinds: Sequence[NameKind] = ()
) -> list[NameCount]:
    """Return the names in documents, those in the most documents first.

    Args:
        reader: Reads the library.
        filters: Limits to documents.
        kinds: Only names of these kinds; none for all.
    """
    counts = _gathered(reader.knowledge.names.years(filters, kinds=kinds))
    return sorted(counts, key=lambda each: (-each.documents, -each.passages, each.named.name))


def count_names(
    reader: LibraryReader, names: Sequence[str], filters: Filters | None = None
) -> dict[str, NameCount]:
    """Return how often these names are used, by id; one that is not used is left out."""
    if not names:
        return {}
    return {each.named.id: each for each in _gathered(reader.knowledge.names.years(filters, names=names))}


def related(reader: LibraryReader, name_id: str, *, count: int = 12) -> list[tuple[Named, int]]:
    """Return the names that meet one in the most passages, with how many those are."""
    found = reader.knowledge.names.related(name_id, count=count)
    return [(meant, passages) for other, passages in found if (meant := named(reader, other))]


def _gathered(rows: Iterable[NameYear]) -> list[NameCount]:
    found: dict[str, list[NameYear]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row)
    return [_count(years) for years in found.values()]


def _count(rows: Sequence[NameYear]) -> NameCount:
    years: dict[str, YearCount] = {}
    for row in rows:
        before = years.get(row.year, YearCount(row.year, 0, 0))
        years[row.year] = YearCount(
            row.year, before.documents + row.documents, before.passages + row.passages
        )
    return NameCount(
        known(rows[0].name, rows[0].surface, rows[0].kind),
        sum(row.documents for row in rows),
        sum(row.passages for row in rows),
        sum(row.mentions for row in rows),
        tuple(years[year] for year in sorted(years)),
    )
