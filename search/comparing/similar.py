"""Passages like this one, from other documents."""

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.comparing.likeness import Marked
from beleidszoeker.search.explaining.matching import QueryWords
from beleidszoeker.search.live import View
from beleidszoeker.search.presenting import present
from beleidszoeker.search.query import as_lexical
from beleidszoeker.search.ranking.choosing import choose, read
from beleidszoeker.search.ranking.fusion import Weights
from beleidszoeker.search.ranking.retrieval import retrieve
from beleidszoeker.search.result import SearchResult

_WORDS = 24


def similar(
    reader: LibraryReader, view: View, passage_id: str, *, count: int, filters: Filters
) -> tuple[SearchResult, ...]:
    """Return passages of other documents that are like one passage, best first.

    Its own document and the other versions of its work are left out.

    Args:
        reader: The library.
        view: Its snapshot.
        passage_id: The passage.
        count: How many at most.
        filters: Limits.

    Raises:
        PassageNotFoundError: There is none with this id.
    """
    passage = reader.passage(passage_id)
    snapshot = view.snapshot
    own = (passage.document_id, *(each.document_id for each in reader.other_versions(passage.document_id)))
    wanted = Marked(snapshot.lexical, passage.text).telling(_WORDS)
    _, vectors = reader.vectors(snapshot.manifest.model, snapshot.manifest.dimension, keys=[passage.key])
    mapped = snapshot.map.apply(vectors) if snapshot.map else vectors
    fused = retrieve(
        snapshot,
        vector=mapped[0] if len(mapped) else None,  # one that was taken in just now may have none yet
        words=as_lexical(wanted),
        weigh=lambda _: Weights(),
        filters=filters,
        allowed=reader.keys(filters) if filters else view.allowed,
        without=(*view.removed, *own),
        banned=reader.keys(Filters(documents=own)),
    )
    words = QueryWords(
        snapshot.lexical.analyser, wanted, {each.term: snapshot.lexical.rarity(each.term) for each in wanted}
    )
    owners = view.owners.of(fused.keys)
    found = read(reader, choose(fused, owners, view.works, count, diverse=not filters.one_by_one))
    return tuple(present(reader, rank, item, words, alike=True) for rank, item in enumerate(found, start=1))
