"""Words with tantivy: we analyse Dutch and hand it finished terms; it stores postings and ranks by BM25."""

import math
from collections.abc import Iterable, Sequence
from heapq import nlargest
from pathlib import Path
from typing import Any, Self

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from beleidszoeker.index.abbreviations import Abbreviations
from beleidszoeker.index.base import Demand, Hits, LexicalQuery, best_hits
from beleidszoeker.index.building.crew import Crew
from beleidszoeker.index.building.words import ABBREVIATIONS, VOCABULARY, write_words
from beleidszoeker.index.demands import Demands
from beleidszoeker.index.dutch import Analyser, Vocabulary
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.postings import Clause, Limits, term
from beleidszoeker.index.spelling import Speller
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import make_analyser


class TantivyIndex:
    """Lexical index in a folder: tantivy's files, and the corpus' vocabulary and abbreviations."""

    def __init__(self, index: Any, vocabulary: Vocabulary, abbreviations: Abbreviations) -> None:
        analyser = make_analyser(vocabulary)
        self._schema = index.schema
        self._searcher = index.searcher()
        self._analyser = analyser
        self._abbreviations = abbreviations
        self._vocabulary = vocabulary
        self._speller = Speller(vocabulary)
        self._limits = Limits(self._schema, self._values("organisation"))
        self._demands = Demands(self._schema, self._searcher, analyser)

    @classmethod
    def build(cls, texts: Iterable[IndexedText], path: Path) -> Self:
        """Make an index in an empty folder; a publication does the same with several processes."""
        texts = list(texts)
        with Crew(len(texts), helpers=0) as crew:
            write_words(texts, path, crew)
        return cls.load(path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index folder."""
        vocabulary = Vocabulary.from_json((path / VOCABULARY).read_text(encoding="utf-8"))
        abbreviations = Abbreviations.from_json((path / ABBREVIATIONS).read_text(encoding="utf-8"))
        return cls(_still(tantivy.Index.open(str(path))), vocabulary, abbreviations)

    @property
    def analyser(self) -> Analyser:
        """What made its terms."""
        return self._analyser

    @property
    def abbreviations(self) -> Abbreviations:
        """What the corpus' abbreviations stand for."""
        return self._abbreviations

    @property
    def speller(self) -> Speller:
        """Knows the corpus' words by their letters."""
        return self._speller

    def __len__(self) -> int:
        """Number of passages."""
        return int(self._searcher.num_docs)

    def search(
        self,
        query: LexicalQuery,
        count: int,
        *,
        filters: Filters | None = None,
        without: Sequence[str] = (),
    ) -> Hits:
        """Return the best passages that hold at least one of the terms and meet the demands."""
        worded = any(not demand.excluded for demand in query.demands)
        if not (query.terms or query.phrases or worded):
            count = 0
        clauses = [
            (Occur.Should if worded else Occur.Must, self._any_of(query)),
            *self._clauses(query.demands, filters, without),
        ]
        asked = Query.boolean_query(clauses)
        return best_hits(lambda limit: self._find(asked, limit), count, most=len(self))

    def matching(
        self,
        demands: Sequence[Demand],
        *,
        filters: Filters | None = None,
        without: Sequence[str] = (),
    ) -> NDArray[np.int64]:
        """Return the keys of all passages that meet the demands and the filters, ascending."""
        asked = self._all_that_meet(demands, filters, without)
        count = self._searcher.search(asked, 1).count or 0
        return np.sort(self._find(asked, count).keys) if count else np.empty(0, np.int64)

    def meets(self, demands: Sequence[Demand], *, without: Sequence[str] = ()) -> bool:
        """Tell whether any passage meets the demands, of other documents than these."""
        return bool(self._searcher.search(self._all_that_meet(demands, None, without), 1, count=False).hits)

    def completions(self, prefix: str, count: int) -> tuple[str, ...]:
        """Return the folded words that begin so, those in the most passages first."""
        return self._demands.completions(prefix, count)

    def frequent(self, count: int) -> list[str]:
        """Return the folded words that occur most often, at most so many."""
        counts = self._vocabulary.counts
        return nlargest(count, counts, key=counts.__getitem__)

    def rarity(self, term: str) -> float:
        """Return the logarithm of one over the share of passages that hold a term."""
        return math.log((len(self) + 1) / (self._searcher.doc_freq("words", term) + 0.5))

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds a term."""
        return bool(self._searcher.doc_freq("words", term))

    def _all_that_meet(
        self, demands: Sequence[Demand], filters: Filters | None, without: Sequence[str]
    ) -> Query:
        everything = (Occur.Must, Query.all_query())  # clauses that only exclude would find nothing
        return Query.boolean_query([everything, *self._clauses(demands, filters, without)])

    def _clauses(
        self, demands: Sequence[Demand], filters: Filters | None, without: Sequence[str]
    ) -> list[Clause]:
        limits = self._limits.clauses(filters or Filters(), without)
        return [*limits, *self._demands.clauses(demands)]

    def _find(self, asked: Query, limit: int) -> Hits:
        found = self._searcher.search(asked, limit, count=False).hits
        keys = self._searcher.fast_field_values("key", [address for _, address in found])
        return Hits(np.array(keys, dtype=np.int64), np.array([score for score, _ in found], dtype=np.float32))

    def _any_of(self, query: LexicalQuery) -> Query:
        terms = [(term(self._schema, "words", name), weight) for name, weight in query.terms]
        phrases = [(self._demands.phrase(words), weight) for words, weight in query.phrases]
        return Query.boolean_query(
            [(Occur.Should, Query.boost_query(asked, weight)) for asked, weight in [*terms, *phrases]]
        )

    def _values(self, field: str) -> list[str]:
        return [value for value, _ in self._searcher.terms_with_prefix(field, "")]


def _still(index: Any) -> Any:
    """Return the index as it is now: a snapshot never changes, so nobody needs to watch its files."""
    index.config_reader("manual")
    index.reload()
    return index
