"""The search engine: a library and a model in, cited passages out."""

import time
from collections.abc import Sequence

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.gathering import Suggestion
from beleidszoeker.index.library import Library
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.alerting.watch import Watch
from beleidszoeker.search.asking import Asked
from beleidszoeker.search.comparing.compare import Comparison, compare
from beleidszoeker.search.comparing.similar import similar
from beleidszoeker.search.facets import Facet, count_facets
from beleidszoeker.search.learning import learn
from beleidszoeker.search.listing import MOST_RESULTS, Lister, Listing, Question
from beleidszoeker.search.live import LiveView, View
from beleidszoeker.search.ordering import left_out, ordered, part
from beleidszoeker.search.presenting import present, quotes_of
from beleidszoeker.search.query import ParsedQuery
from beleidszoeker.search.ranking.choosing import Picked, read
from beleidszoeker.search.ranking.retrieval import POOL, Mode
from beleidszoeker.search.result import Quote, SearchResponse, SearchResult, Sort

_WARMING = "beleid"
_ALONE = "Er is geen ander document met een passage die hierop lijkt."


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
        self._live = LiveView(library, embedder.id, warm=self._warm)
        self._lister = Lister(library, embedder, reranker)

    def open(self) -> Snapshot:
        """Open the published snapshot and the model now rather than at the first query.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        self.rank(_WARMING, 1, Mode.HYBRID)  # what is read at the first use is read now: weights, word lists
        snapshot = self.snapshot()
        learn(snapshot.lexical)
        return snapshot

    @property
    def serving(self) -> int | None:
        """The number of the snapshot that was searched last; ``None`` before the first."""
        return self._live.number

    def snapshot(self) -> Snapshot:
        """Return the snapshot that the next search will use."""
        return self._live.current().snapshot

    def search(
        self,
        query: str,
        *,
        count: int = 10,
        start: int = 0,
        filters: Filters | None = None,
        mode: Mode = Mode.HYBRID,
        sort: Sort = Sort.RELEVANCE,
        per_document: int | None = None,
    ) -> SearchResponse:
        """Return the passages that answer a query.

        Until another snapshot is published or a document removed, the same question gives the same passages
        in the same order, so its pages fit together.

        Args:
            query: In a person's own words.
            count: How many passages at most, 1 to 100.
            start: How many passages to skip; there are 100 at most.
            filters: Limits.
            mode: Which sides take part.
            sort: In which order; all that can be paged through is sorted as a whole. By date what is far from
                the question is left out, and a note tells so.
            per_document: Put the passages of a document together, so many of each at most; then documents are
                what ``count``, ``start`` and the answer's ``total`` count. ``None`` to leave them apart.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        started = time.perf_counter()
        question = Question(_text(query), filters or Filters(), mode)
        listing = self._lister.list(self._live.current(), question)
        picks = ordered(self._library.reader, listing.picks, sort)
        shown = part(picks, start, max(1, min(count, MOST_RESULTS)), per_document=per_document)
        results = self._presented(listing, shown.picks, shown.first)
        return SearchResponse(
            query=question.query,
            answered=listing.message is None,
            took_ms=_since(started),
            results=results,
            message=listing.message,
            notes=(*listing.notes, *left_out(len(listing.picks) - len(picks))),
            total=shown.total,
        )

    def facets(self, query: str, *, filters: Filters | None = None) -> tuple[Facet, ...]:
        """Return by what the documents can be told apart that a search with these filters pages through.

        The values that are chosen within a facet do not limit its own counts, all other filters do. Choosing
        a value gives at least so many documents: they are among its candidates, and all of them are shown
        where those are of no more than fifty works. A question without an answer has no values to choose.

        Args:
            query: In a person's own words.
            filters: Limits; the chosen values among them.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        view, text = self._live.current(), _text(query)
        return count_facets(
            self._library.reader,
            lambda limits: self._lister.list(view, Question(text, limits)).picks,
            filters or Filters(),
        )

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
        message = None if found else _ALONE
        return SearchResponse(passage_id, bool(found), _since(started), found, message, total=len(found))

    def quotes(self, query: str, passage_ids: Sequence[str]) -> dict[str, tuple[Quote, ...]]:
        """Return the quotes of passages for a question, by passage: those that a search for it shows.

        Args:
            query: In a person's own words; without words in it no passage has quotes.
            passage_ids: The passages.

        Raises:
            PassageNotFoundError: One of them is not there.
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
            ModelError: The model cannot be used.
        """
        reader = self._library.reader
        asked = self._lister.list(self._live.current(), Question(_text(query), Filters())).asked
        passages = [reader.passage(passage_id) for passage_id in passage_ids]
        if asked is None:
            return {each.id: () for each in passages}
        return {each.id: quotes_of(reader, each, asked.words, asked.nearness_in(each)) for each in passages}

    def suggest(self, typed: str, *, count: int = 8) -> list[Suggestion]:
        """Return what a person may be about to type: titles, headings, words and names of the corpus.

        There is nothing to tell for the moment in which a new snapshot is opened.

        Args:
            typed: What stands in the field.
            count: How many at most.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view = self._live.newest()
        if view is None:
            return []
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

    def watch(self, query: str, *, filters: Filters | None = None) -> Watch:
        """Return a question that is held against documents one by one, for alerts.

        Args:
            query: In a person's own words.
            filters: Limits.

        Raises:
            NothingToWatchError: It has no words.
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: The snapshot is damaged or of another model.
        """
        view, reader = self._live.current(), self._library.reader
        return Watch(view, reader, self._embedder, _text(query), filters or Filters())

    def rank(self, query: str, count: int, mode: Mode) -> list[tuple[int, float]]:
        """Return (passage key, score) of the best candidates, for evaluation: no diversity, no threshold."""
        return self._ranked(self._live.current(), query, count, mode)

    def _ranked(self, view: View, query: str, count: int, mode: Mode) -> list[tuple[int, float]]:
        asked = Asked(view, ParsedQuery(query, query), self._embedder, mode)
        fused = asked.candidates(
            self._library.reader, Filters(), reranker=self._reranker, pool=max(count, POOL)
        )
        return list(zip(fused.keys[:count].tolist(), fused.scores[:count].tolist(), strict=True))

    def _warm(self, view: View) -> None:
        self._ranked(view, _WARMING, 1, Mode.HYBRID)
        view.snapshot.suggestions.complete(_WARMING, 1)
        learn(view.snapshot.lexical)

    def _presented(self, listing: Listing, picks: Sequence[Picked], first: int) -> tuple[SearchResult, ...]:
        if listing.asked is None or not picks:
            return ()
        reader, asked = self._library.reader, listing.asked
        return tuple(
            present(reader, rank, item, asked.words, asked.nearness_of(item))
            for rank, item in enumerate(read(reader, picks), start=first + 1)
        )


def _text(query: str) -> str:
    """Return what was asked as text: half a surrogate pair is none."""
    return query.encode("utf-8", "replace").decode()


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
