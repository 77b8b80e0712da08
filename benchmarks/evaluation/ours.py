"""Our own search as it is now, asked through the engine that serves people; what it learns, fold by fold."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import publish
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.vector_map import VectorMap, map_name
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.listing import MOST_RESULTS
from beleidszoeker.search.measuring.evaluation import ranked_texts
from beleidszoeker.search.ranking.retrieval import Mode
from benchmarks.evaluation.ablations import NOTHING, Ablation
from benchmarks.evaluation.learning import Lesson, learn_map
from benchmarks.evaluation.measures import Run
from benchmarks.evaluation.sets import TestSet, deal
from benchmarks.evaluation.shelves import Shelf, make_shelf

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which ours is asked.

    Attributes:
        name: For the table.
        mode: Which sides take part.
        mapped: Whether vectors go through a map, learnt on the other folds.
        without: The part that is taken out.
        served: Ask as people do: with the query language, the threshold and one place for each document.
    """

    name: str
    mode: Mode
    mapped: bool = False
    without: Ablation = NOTHING
    served: bool = False


class Ours:
    """Runs variants of ours over the sets. Use it as a context manager: the libraries are temporary.

    Args:
        sets: The sets; a map is learnt on all of them together, as is the one that ships.
        embedder: Makes the vectors.
        reporter: Is told of the progress.
        folds: Into how many parts the documents are dealt.
    """

    def __init__(
        self,
        sets: Sequence[TestSet],
        embedder: Embedder,
        *,
        reporter: Reporter | None = None,
        folds: int = FOLDS,
    ) -> None:
        self._sets, self._embedder, self._reporter = sets, embedder, reporter or NullReporter()
        self._folds, self._fold_of = folds, deal(sets, folds)
        self._shelves: dict[bool, list[Shelf]] = {}
        self._maps: dict[bool, list[VectorMap]] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def run(self, variant: Variant) -> list[Run]:
        """Ask all questions; return a run for each set."""
        titles = variant.without.titles
        shelves = self._shelves_of(titles=titles)
        maps = self.maps(titles=titles) if variant.mapped else None
        self._reporter.begin(variant.name, sum(len(one.asked) for one in self._sets))
        with variant.without.applied():
            runs = [self._run(place, shelf, variant, maps) for place, shelf in enumerate(shelves)]
        self._reporter.end()
        return runs

    def vectors(self, place: int) -> tuple[Vectors, Vectors, list[str]]:
        """Return for one set the vectors of its questions and passages, and each passage's text.

        No map has touched them.
        """
        one, shelf = self._sets[place], self._shelves_of(titles=True)[place]
        keys, passages = shelf.library.reader.vectors(self._embedder.id, self._embedder.dimension)
        queries = self._embedder.encode_queries([one.collection.queries[query] for query in one.asked])
        return queries, passages, [shelf.owners[key] for key in keys.tolist()]

    def maps(self, *, titles: bool = True) -> list[VectorMap]:
        """Return for each fold the map learnt on the questions of all other folds."""
        if titles not in self._maps:
            shelves = self._shelves_of(titles=titles)
            self._reporter.begin("maps", self._folds)
            self._maps[titles] = [self._learnt(shelves, fold) for fold in range(self._folds)]
            self._reporter.end()
        return self._maps[titles]

    def _run(self, place: int, shelf: Shelf, variant: Variant, maps: list[VectorMap] | None) -> Run:
        asked = self._sets[place].asked
        if maps is None:
            return self._answers(place, shelf, variant, asked, None)
        found: dict[str, Mapping[str, float]] = {}
        for fold, linear in enumerate(maps):
            part = [query for query in asked if self._fold_of[place][query] == fold]
            found |= self._answers(place, shelf, variant, part, linear)
        return found

    def _answers(
        self, place: int, shelf: Shelf, variant: Variant, part: Sequence[str], linear: VectorMap | None
    ) -> dict[str, Mapping[str, float]]:
        """Publish with this map, or without any, and ask some of the questions."""
        texts = self._sets[place].collection.queries
        found: dict[str, Mapping[str, float]] = {}
        with Library(shelf.library.folder, mapped=linear is not None) as library:
            if linear is not None:
                (library.folder / map_name(self._embedder.id)).write_bytes(linear.to_bytes())
            with library.writing() as writer:
                publish(library, writer, self._embedder, reporter=NullReporter(), force=True)
            engine = SearchEngine(library, self._embedder)
            for query in part:
                ask = _served if variant.served else _ranked
                found[query] = ask(engine, texts[query], shelf, variant.mode)
                self._reporter.advance(1)
        return found

    def _learnt(self, shelves: Sequence[Shelf], fold: int) -> VectorMap:
        parts = zip(self._sets, shelves, self._fold_of, strict=True)
        lessons = [Lesson(one.collection, shelf, fold_of) for one, shelf, fold_of in parts]
        learnt = learn_map(lessons, self._embedder, fold)
        self._reporter.advance(1)
        return learnt

    def _shelves_of(self, *, titles: bool) -> list[Shelf]:
        if titles not in self._shelves:
            self._shelves[titles] = [
                make_shelf(self._open, one, self._embedder, titles=titles, reporter=self._reporter)
                for one in self._sets
            ]
        return self._shelves[titles]


def _ranked(engine: SearchEngine, query: str, shelf: Shelf, mode: Mode) -> dict[str, float]:
    return dict(ranked_texts(engine, query, shelf.owners, mode))


def _served(engine: SearchEngine, query: str, shelf: Shelf, mode: Mode) -> dict[str, float]:
    """Return the texts in the order in which a person gets them."""
    results = engine.search(query, count=MOST_RESULTS, mode=mode).results
    texts = dict.fromkeys(shelf.texts[result.citation.document_id] for result in results)
    return {text: -float(place) for place, text in enumerate(texts)}
