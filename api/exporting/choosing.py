"""Which quotations are exported: the passages that were chosen, or all that a search finds."""

from collections.abc import Iterator, Sequence

from beleidszoeker.api.exporting.cited import Cited
from beleidszoeker.api.exporting.gathering import cited
from beleidszoeker.api.service import Service
from beleidszoeker.errors import PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.programmes import programme_name
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.quoting.citation import written_date
from beleidszoeker.search.result import Sort

MOST = 100
TITLE = "Bijlage: citaten"


def chosen(service: Service, passage_ids: Sequence[str], query: str, *, base: str) -> list[Cited]:
    """Return quotations of passages, in the order given, each once.

    Args:
        service: The library and its engine.
        passage_ids: The passages.
        query: What was asked: the quotes are those that a search for it shows. Without one, or without words
            in it, each passage is quoted in full.
        base: Address of the service, for permalinks.

    Raises:
        PassageNotFoundError: One of them is not there.
        BeleidszoekerError: The service is not ready.
    """
    ids = list(dict.fromkeys(passage_ids))
    engine = service.engine()
    number = engine.snapshot().manifest.number
    quotes = engine.quotes(query, ids) if query.strip() else {}
    return [cited(service.reader, each, quotes.get(each, ()), base=base, snapshot=number) for each in ids]


def found(
    service: Service, query: str, filters: Filters, *, base: str, sort: Sort = Sort.RELEVANCE
) -> list[Cited]:
    """Return quotations of all that a search finds, a hundred at most, in its order.

    Raises:
        BeleidszoekerError: The service is not ready.
    """
    engine = service.engine()
    number = engine.snapshot().manifest.number
    results = engine.search(query, count=MOST, filters=filters, sort=sort).results
    return [
        cited(service.reader, each.passage_id, each.quotes, base=base, snapshot=number) for each in results
    ]


def limits_of(filters: Filters) -> tuple[str, ...]:
    """Return filters in Dutch words, one each."""
    return tuple(_limits(filters))


def missing(reader: LibraryReader, passage_ids: Sequence[str]) -> list[str]:
    """Return the passages that are not there, or not any more."""
    return [each for each in dict.fromkeys(passage_ids) if not _is_there(reader, each)]


def _is_there(reader: LibraryReader, passage_id: str) -> bool:
    try:
        reader.passage(passage_id)
    except PassageNotFoundError:
        return False
    return True


def _limits(filters: Filters) -> Iterator[str]:
    if filters.kinds:
        yield "soort " + _either(KINDS[kind].lower() for kind in filters.kinds)
    if filters.date_from:
        yield f"vanaf {written_date(filters.date_from)}"
    if filters.date_to:
        yield f"tot en met {written_date(filters.date_to)}"
    for name, values in (
        ("jaar", filters.years),
        ("organisatie", filters.organisations),
        ("dossier", filters.dossiers),
        ("programma", [programme_name(each) for each in filters.programmes]),
        ("document", filters.documents),
    ):
        if values:
            yield f"{name} {_either(values)}"


def _either(values: Iterator[str] | Sequence[str]) -> str:
    return " of ".join(values)
