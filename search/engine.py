"""The search engine: a library and a model in, cited passages out."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.index.terms import query_terms
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.answerable import is_answered
from beleidszoeker.search.citation import cite
from beleidszoeker.search.diversity import diversify
from beleidszoeker.search.fusion import Fused, Weights
from beleidszoeker.search.matching import QueryWords, explain
from beleidszoeker.search.quotes import best_quotes
from beleidszoeker.search.result import SearchResponse, SearchResult, Why
from beleidszoeker.search.retrieval import POOL, Mode, retrieve

MOST_RESULTS = 100
_LOOK_AT = 5
_NOTHING = "Niets gevonden dat bij deze vraag past. Probeer andere woorden of minder filters."
_EMPTY = "Typ een of meer woorden om te zoeken."


@dataclass(frozen=True, slots=True)
class _View:
    """A snapshot as one search sees it."""

    snapshot: Snapshot
    removed: tuple[str, ...]
    allowed: NDArray[np.int64] | None


class _Found(NamedTuple):
    passage: PassageRecord
    score: float
    dense: float
    lexical: float


class SearchEngine:
    """Answers queries over the published snapshot; safe to use from many threads.

    Args:
        library: Where to search.
        embedder: Makes the query's vector; its id must be the snapshot's.
        weights: How much meaning and words count.
    """

    def __init__(self, library: Library, embedder: Embedder, *, weights: Weights | None = None) -> None:
        self._library = library
        self._embedder = embedder
        self._weights = weights or Weights()
        self._lock = threading.Lock()
        self._view: _View | None = None

    def open(self) -> Snapshot:
        """Open the published snapshot and the model now rather than at the first query.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        snapshot = self._current().snapshot
        self._embedder.encode_queries(["beleid"])
        return snapshot

    def snapshot(self) -> Snapshot:
        """Return the snapshot that the next search will use."""
        return self._current().snapshot

    def search(
        self, query: str, *, count: int = 10, filters: Filters | None = None, mode: Mode = Mode.HYBRID
    ) -> SearchResponse:
        """Return the passages that answer a query, best first.

        Args:
            query: In a person's own words.
            count: How many passages at most, 1 to 100.
            filters: Limits.
            mode: Which sides take part.
        """
        started = time.perf_counter()
        filters = filters or Filters()
        count = max(1, min(count, MOST_RESULTS))
        if not any(char.isalnum() for char in query):
            return _response(query, started, (), _EMPTY)
        view = self._current()
        fused, words = self._candidates(view, query, filters, mode)
        found = self._fetch(fused, count, diverse=not filters.documents)
        if not is_answered([item.passage for item in found[:_LOOK_AT]], fused, words):
            return _response(query, started, (), _NOTHING)
        results = tuple(_result(rank, item, words) for rank, item in enumerate(found, start=1))
        return _response(query, started, results, None)

    def rank(self, query: str, count: int, mode: Mode) -> list[tuple[int, float]]:
        """Return (passage key, score) of the best candidates, without diversity or threshold: for evaluation."""
        fused, _ = self._candidates(self._current(), query, Filters(), mode, pool=max(count, POOL))
        return [(int(key), float(score)) for key, score in zip(fused.keys[:count], fused.scores[:count], strict=True)]

    def _candidates(
        self, view: _View, query: str, filters: Filters, mode: Mode, pool: int = POOL
    ) -> tuple[Fused, QueryWords]:
        lexical = view.snapshot.lexical
        terms = query_terms(lexical.analyser, query)
        vector = None if mode is Mode.LEXICAL else self._embedder.encode_queries([query])[0]
        fused = retrieve(
            view.snapshot,
            vector=vector,
            words=terms,
            mode=mode,
            weights=self._weights,
            filters=filters,
            allowed=self._library.reader.keys(filters) if filters else view.allowed,
            without=view.removed,
            pool=pool,
        )
        rarity = {term: lexical.rarity(term) for term, _ in terms.terms}
        return fused, QueryWords(lexical.analyser, query, rarity)

    def _fetch(self, fused: Fused, count: int, *, diverse: bool) -> list[_Found]:
        """Read the best candidates and choose among them; what was removed meanwhile is not there any more."""
        keys = [int(key) for key in fused.keys[: count * 4]]
        records = self._library.reader.passages(keys)
        found = [
            _Found(records[key], float(score), float(dense), float(lexical))
            for key, score, dense, lexical in zip(keys, fused.scores, fused.dense, fused.lexical, strict=False)
            if key in records
        ]
        if not diverse:
            return found[:count]
        documents = [item.passage.document_id for item in found]
        return [found[place] for place in diversify([item.score for item in found], documents, count)]

    def _current(self) -> _View:
        """Return the published snapshot; open it when another was published, or a document removed, since."""
        number, removed = self._library.snapshots.current(), self._library.reader.removed()
        view = self._view
        if view is not None and view.snapshot.manifest.number == number and view.removed == removed:
            return view
        with self._lock:
            view = self._view
            if view is None or view.snapshot.manifest.number != number:
                snapshot = self._library.snapshots.open(model=self._embedder.id)
            else:
                snapshot = view.snapshot
            allowed = np.intersect1d(snapshot.keys, self._library.reader.keys()) if removed else None
            self._view = _View(snapshot, removed, allowed)
            return self._view


def _result(rank: int, item: _Found, words: QueryWords) -> SearchResult:
    matches = words.matches(item.passage.text)
    return SearchResult(
        rank=rank,
        score=round(1 / (1 + float(np.exp(-item.score))), 4),
        passage_id=item.passage.id,
        text=item.passage.text,
        quotes=best_quotes(item.passage, matches),
        highlights=tuple((match.start, match.end) for match in matches),
        footnotes=item.passage.notes,
        citation=cite(item.passage),
        why=Why(round(item.lexical, 3), round(item.dense, 3), explain(matches)),
    )


def _response(
    query: str, started: float, results: Sequence[SearchResult], message: str | None
) -> SearchResponse:
    took = round((time.perf_counter() - started) * 1000, 1)
    return SearchResponse(query, bool(results), took, tuple(results), message)
