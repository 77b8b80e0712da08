"""Words with tantivy: we analyse Dutch and hand it finished terms; it stores postings and ranks by BM25."""

import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import tantivy
from tantivy import Occur, Query

from beleidszoeker.index.base import Hits, LexicalQuery, best_hits
from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.postings import Limits, as_document, make_schema, term
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import count_words, make_analyser

_VOCABULARY = "vocabulary.json"
_HEAP = 64 << 20


class TantivyIndex:
    """Lexical index in a folder: tantivy's files and the corpus' word counts."""

    def __init__(self, index: Any, analyser: Analyser) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._analyser = analyser
        self._limits = Limits(self._schema, self._values("organisation"))

    @classmethod
    def build(cls, texts: Iterable[IndexedText], path: Path) -> Self:
        """Make an index in an empty folder; goes through the texts twice, first for the corpus' words."""
        texts = list(texts)
        frequencies = count_words(indexed.text for indexed in texts)
        vocabulary = json.dumps(frequencies, ensure_ascii=False, sort_keys=True)
        (path / _VOCABULARY).write_text(vocabulary, encoding="utf-8")
        analyser = make_analyser(frequencies)
        index = tantivy.Index(make_schema(), path=str(path))
        writer = index.writer(_HEAP, 1)
        for indexed in texts:
            writer.add_document(as_document(analyser, indexed))
        writer.commit()
        writer.wait_merging_threads()
        return cls(_still(index), analyser)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index folder."""
        frequencies = json.loads((path / _VOCABULARY).read_text(encoding="utf-8"))
        return cls(_still(tantivy.Index.open(str(path))), make_analyser(frequencies))

    @property
    def analyser(self) -> Analyser:
        """What made its terms."""
        return self._analyser

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
        """Return the best passages that hold at least one of the terms."""
        if not query.terms:
            count = 0
        clauses = [(Occur.Must, self._any_of(query)), *self._limits.clauses(filters or Filters(), without)]
        asked = Query.boolean_query(clauses)
        return best_hits(lambda limit: self._find(asked, limit), count, most=len(self))

    def rarity(self, term: str) -> float:
        """Return the logarithm of one over the share of passages that hold a term."""
        return math.log((len(self) + 1) / (self._searcher.doc_freq("words", term) + 0.5))

    def _find(self, asked: Query, limit: int) -> Hits:
        found = self._searcher.search(asked, limit, count=False).hits
        keys = self._searcher.fast_field_values("key", [address for _, address in found])
        return Hits(np.array(keys, dtype=np.int64), np.array([score for score, _ in found], dtype=np.float32))

    def _any_of(self, query: LexicalQuery) -> Query:
        terms = ((term(self._schema, "words", name), weight) for name, weight in query.terms)
        return Query.boolean_query(
            [(Occur.Should, Query.boost_query(asked, weight)) for asked, weight in terms]
        )

    def _values(self, field: str) -> list[str]:
        return [value for value, _ in self._searcher.terms_with_prefix(field, "")]


def _still(index: Any) -> Any:
    """Return the index as it is now: a snapshot never changes, so nobody needs to watch its files."""
    index.config_reader("manual")
    index.reload()
    return index
