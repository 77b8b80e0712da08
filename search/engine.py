"""The search engine: a library and a model in, cited passages out."""

import time
from collections.abc import Sequence

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.gathering import Suggestion
from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.asking import Asked
from beleidszoeker.search.comparing.compare import Comparison, compare
from beleidszoeker.search.comparing.similar import similar
from beleidszoeker.search.live import LiveView
from beleidszoeker.search.named import in_front, look_up, told
from beleidszoeker.search.presenting import present
from beleidszoeker.search.query import (
    ParsedQuery,
    completed,
    parse,
)
from beleidszoeker.search.ranking.choosing import choose
from beleidszoeker.search.ranking.retrieval import POOL, Mode
from beleidszoeker.search.result import SearchResponse, SearchResult

MOST_RESULTS = 100
_NOTHING = "Niets gevonden dat bij deze vraag past. Probeer andere woorden of minder filters."
_ALONE = "Er is geen ander document met een passage die hierop lijkt."
_EMPTY = "Typ een of meer woorden om te zoeken."
_ONLY_LIMITS = "Deze vraag stelt alleen grenzen. Typ er een of meer woorden bij om naar te zoeken."
_UNMET = "Geen passage voldoet aan alle eisen van deze vraag. Laat er een weg, of zoek met gewone woorden."


class SearchEngine:
    """Answers queries over the published snapshot; safe to use from many threads.

    Args:
        library: Where to search.
        embedder: Makes the query's vector; its id must be the snapshot's.
        reranker: Reads the best candidates again; ``None`` for not.
    """

    def __init__(self, library: Library, embedder: Embedder, *, reranker: Reranker | None = None) -> None:
        self._reranker = reranker
        self._library = library
        self._embedder = embedder
        self._live = LiveView(library, embedder.id)

    def open(self) -> Snapshot:
        """Open the published snapshot and the model now rather than at the first query.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        self.rank("beleid", 1, Mode.HYBRID)  # what is read at the first use is read now: weights, word lists
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """Return the snapshot that the next search will use."""
        return self._live.current().snapshot

    def search(
        self, query: str, *, count: int = 10, filters: Filters | None = None, mode: Mode = Mode.HYBRID
    ) -> SearchResponse:
        """Return the passages that answer a query, best first.

        Args:
            query: In a person's own words.
            count: How many passages at most, 1 to 100.
            filters: Limits.
            mode: Which sides take part.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        started = time.perf_counter()
        query = query.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
        view = self._live.current()
        if not any(char.isalnum() for char in query):
            return _response(query, started, (), _EMPTY)
        parsed, reader = completed(parse(query), view.snapshot.lexical), self._library.reader
        if not any(char.isalnum() for char in parsed.words):
            return _response(query, started, (), _ONLY_LIMITS if parsed.limited else _EMPTY, parsed.notes)
        limits = (filters or Filters()).both(parsed.filters)
        asked = Asked(view, parsed, self._embedder, mode)
        fused = asked.candidates(reader, limits, reranker=self._reranker)
        count = max(1, min(count, MOST_RESULTS))
        named = look_up(reader, parsed.reference)
        found = choose(reader, fused, count, diverse=not limits.one_by_one)
        found = in_front(reader, named, found, allowed=view.limited(parsed.demands, limits))[:count]
        notes = (*parsed.notes, *asked.notes, *told(named, found), *self._left_out(limits))
        exactly = bool(parsed.reference and parsed.reference.identifiers)
        if not found or not (
            named.cited or parsed.worded or asked.is_answered_by(reader, fused, exactly=exactly)
        ):
            missed = parsed.limited and not found
            return _response(query, started, (), _UNMET if missed else _NOTHING, notes)
        results = tuple(
            present(reader, rank, item, asked.words, asked.nearness_of(item))
            for rank, item in enumerate(found, start=1)
        )
        return _response(query, started, results, None, notes)

    def similar(self, passage_id: str, *, count: int = 10, filters: Filters | None = None) -> SearchResponse:
        """Return passages of other documents that are like one passage, best first.

        Args:
            passage_id: The passage.
            count: How many at most, 1 to 100.
            filters: Limits.

        Raises:
            PassageNotFoundError: There is none with this id.
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        started = time.perf_counter()
        view, wanted = self._live.current(), max(1, min(count, MOST_RESULTS))
        found = similar(self._library.reader, view, passage_id, count=wanted, filters=filters or Filters())
        return _response(passage_id, started, found, None if found else _ALONE)

    def suggest(self, typed: str, *, count: int = 8) -> list[Suggestion]:
        """Return what a person may be about to type: titles, headings, words and names of the corpus.

        Args:
            typed: What stands in the field.
            count: How many at most.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view = self._live.current()
        return view.snapshot.suggestions.complete(typed, count, held=view.says if view.removed else None)

    def compare(self, first: str, second: str, *, count: int = 20) -> Comparison:
        """Return what two documents both say, as passages that answer to each other.

        Args:
            first: Id of a document.
            second: Id of another.
            count: How many pairs at most.

        Raises:
            DocumentNotFoundError: There is none with one of these ids.
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        return compare(self._library.reader, self.snapshot(), first, second, count=count)

    def rank(self, query: str, count: int, mode: Mode) -> list[tuple[int, float]]:
        """Return (passage key, score) of the best candidates, for evaluation: no diversity, no threshold."""
        asked = Asked(self._live.current(), ParsedQuery(query, query), self._embedder, mode)
        fused = asked.candidates(
            self._library.reader, Filters(), reranker=self._reranker, pool=max(count, POOL)
        )
        return list(zip(fused.keys[:count].tolist(), fused.scores[:count].tolist(), strict=True))

    def _left_out(self, limits: Filters) -> tuple[str, ...]:
        """Say how many documents a range of dates leaves out for having no date."""
        count = self._library.reader.undated() if limits.dated else 0
        many = "Eén document zonder datum doet" if count == 1 else f"{count} documenten zonder datum doen"
        return (f"{many} niet mee.",) if count else ()


def _response(
    query: str,
    started: float,
    results: Sequence[SearchResult],
    message: str | None,
    notes: tuple[str, ...] = (),
) -> SearchResponse:
    took = round((time.perf_counter() - started) * 1000, 1)
    return SearchResponse(query, bool(results), took, tuple(results), message, notes)
