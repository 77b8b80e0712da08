"""Saving a search: from then on all that is in the library is no news."""

from collections.abc import Iterator

from beleidszoeker.index.desk import Desk
from beleidszoeker.index.desk.arrivals import last_arrival, note, noted
from beleidszoeker.index.desk.searches import SavedSearch, save_search
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.limits import as_parameters
from beleidszoeker.search.engine import SearchEngine

_AT_ONCE = 500


def save(
    desk: Desk, reader: LibraryReader, engine: SearchEngine, query: str, *, filters: Filters, title: str = ""
) -> SavedSearch:
    """Save a search.

    Args:
        desk: Where it goes.
        reader: The library.
        engine: Searches the library.
        query: The question.
        filters: Its limits.
        title: What to call it; the question itself where it has none.

    Raises:
        NothingToWatchError: The question has no words.
        TooManySearchesError: The library holds all that it may.
    """
    query = query.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    engine.watch(query, filters=filters)  # refuses what has no words
    looked = note_documents(desk, reader, engine.snapshot())
    with desk.writing() as db:
        name = clean(title) or clean(query)
        return save_search(db, name, query, as_parameters(filters), looked=looked)


def clean(title: str) -> str:
    """Return a title on one line, without what is no text."""
    shown = "".join(char if char.isprintable() else " " for char in title)
    return " ".join(shown.split())


def note_documents(desk: Desk, reader: LibraryReader, snapshot: Snapshot) -> int:
    """Note which documents a snapshot holds; return the number of the last arrival."""
    content = snapshot.manifest.content
    with desk.reading() as db:
        if noted(db) == content:
            return last_arrival(db)
    documents = list(_documents(reader, snapshot))
    with desk.writing() as db:
        note(db, content, documents)
        return last_arrival(db)


def _documents(reader: LibraryReader, snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    """Yield id, title and path of each document of a snapshot, in the order in which they came in."""
    owners = reader.owners(snapshot.keys.tolist())
    ids = list(dict.fromkeys(owners[key] for key in sorted(owners)))
    paths = {source.document_id: path for path, source in reversed(reader.sources().items())}
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        titles = {one.document_id: one.title for one in reader.versions_of(some)}
        yield from ((one, titles[one], paths.get(one, "")) for one in some if one in titles)
