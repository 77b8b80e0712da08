"""Words with tantivy: we analyse Dutch and hand it finished terms; it stores postings and ranks by BM25."""

import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import tantivy
from tantivy import Occur, Query

from beleidszoeker.index.base import Hits, LexicalQuery
from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import count_words, make_analyser, passage_terms

_VOCABULARY = "vocabulary.json"
_HEAP = 64 << 20
_NO_DATE = 0


class TantivyIndex:
    """Lexical index in a folder: tantivy's files and the corpus' word counts."""

    def __init__(self, index: Any, analyser: Analyser) -> None:
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()
        self.analyser = analyser

    @classmethod
    def build(cls, texts: Iterable[IndexedText], path: Path) -> Self:
        """Make an index in an empty folder; reads the texts twice, first for the corpus' words."""
        texts = list(texts)
        frequencies = count_words(indexed.text for indexed in texts)
        (path / _VOCABULARY).write_text(json.dumps(frequencies, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        analyser = make_analyser(frequencies)
        index = tantivy.Index(_schema(), path=str(path))
        writer = index.writer(_HEAP, 1)
        for indexed in texts:
            writer.add_document(_document(analyser, indexed))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return cls(index, analyser)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index folder."""
        frequencies = json.loads((path / _VOCABULARY).read_text(encoding="utf-8"))
        return cls(tantivy.Index.open(str(path)), make_analyser(frequencies))

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
        if not query.terms or count <= 0:
            return Hits(np.empty(0, np.int64), np.empty(0, np.float32))
        limits = self._limits(filters or Filters(), without)
        clauses = [
            (Occur.Must, self._any_of(query)),
            *((occur, Query.const_score_query(limit, 0.0)) for occur, limit in limits),  # limits never rank
        ]
        found = self._searcher.search(Query.boolean_query(clauses), count).hits
        keys = self._searcher.fast_field_values("key", [address for _, address in found])
        return Hits(np.array(keys, dtype=np.int64), np.array([score for score, _ in found], dtype=np.float32))

    def rarity(self, term: str) -> float:
        """Return how much a term tells: the logarithm of one over the share of passages that hold it."""
        return math.log((len(self) + 1) / (self._searcher.doc_freq("words", term) + 0.5))

    def _any_of(self, query: LexicalQuery) -> Any:
        return Query.boolean_query([
            (Occur.Should, Query.boost_query(self._term("words", term), weight)) for term, weight in query.terms
        ])

    def _limits(self, filters: Filters, without: Sequence[str]) -> list[tuple[Any, Any]]:
        limits = [
            (Occur.Must, self._one_of(field, values))
            for field, values in (
                ("kind", filters.kinds),
                ("document", filters.documents),
                ("dossier", filters.dossiers),
            )
            if values
        ]
        if filters.organisations:
            limits.append((Occur.Must, self._organisation(filters.organisations)))
        if filters.date_from or filters.date_to:
            limits.append((Occur.Must, self._dates(filters)))
        if without:
            limits.append((Occur.MustNot, self._one_of("document", without)))
        return limits

    def _organisation(self, names: Sequence[str]) -> Any:
        patterns = [f".*{_escape(name.lower())}.*" for name in names]
        return Query.boolean_query([
            (Occur.Should, Query.regex_query(self._schema, "organisation", pattern)) for pattern in patterns
        ])

    def _dates(self, filters: Filters) -> Any:
        first = _number(filters.date_from) or _NO_DATE + 1
        last = _number(filters.date_to) or 99999999
        return Query.range_query(self._schema, "date", tantivy.FieldType.Integer, first, last)

    def _one_of(self, field: str, values: Sequence[str]) -> Any:
        return Query.boolean_query([(Occur.Should, self._term(field, value)) for value in values])

    def _term(self, field: str, value: str) -> Any:
        return Query.term_query(self._schema, field, value, "freq" if field == "words" else "basic")


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", fast=True)
    builder.add_integer_field("date", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    for field in ("kind", "document", "organisation", "dossier"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _document(analyser: Analyser, indexed: IndexedText) -> Any:
    return tantivy.Document(
        key=indexed.key,
        date=_number(indexed.date),
        words=" ".join(passage_terms(analyser, indexed)),
        kind=indexed.kind,
        document=indexed.document_id,
        organisation=[name.lower() for name in indexed.organisations],
        dossier=list(indexed.dossiers),
    )


def _number(day: str | None) -> int:
    return int(day.replace("-", "")) if day else _NO_DATE


def _escape(text: str) -> str:
    return "".join(char if char.isalnum() or char == " " else f"\\{char}" for char in text)
