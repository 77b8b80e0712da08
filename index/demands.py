"""What a passage must hold or must not, as tantivy asks it."""

from collections.abc import Iterator, Sequence

import tantivy
from tantivy import Occur, Query

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.postings import Clause

_MOST_WORDS = 10_000
"""So many words that begin alike are looked for, those in the most passages first."""

_MOST_ENDINGS = 1_000
"""The same for the last word of a phrase, each a phrase of its own."""


class Demands:
    """Turns demands into clauses that never rank.

    Args:
        schema: The index' own.
        searcher: Knows the words that begin in some way.
        analyser: The index' own.
    """

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, analyser: Analyser) -> None:
        self._schema = schema
        self._searcher = searcher
        self._analyser = analyser

    def clauses(self, demands: Sequence[Demand]) -> list[Clause]:
        """Return the clauses that a passage must meet."""
        return [
            (
                Occur.MustNot if demand.excluded else Occur.Must,
                Query.const_score_query(self._any(demand), 0.0),
            )
            for demand in demands
        ]

    def completions(self, prefix: str, count: int, *, field: str = "spelled") -> tuple[str, ...]:
        """Return the words of a field that begin so, those in the most passages first."""
        return tuple(word for word, _ in self._searcher.terms_with_prefix(field, prefix, limit=count))

    def phrase(self, words: Sequence[str]) -> Query:
        """Return the query for words that stand next to each other; it ranks."""
        if len(words) == 1:
            return Query.term_query(self._schema, "spelled", words[0], "position")
        return Query.phrase_query(self._schema, "spelled", list(words))

    def _any(self, demand: Demand) -> Query:
        ways = [way for wording in demand.any_of for way in self._ways(wording, in_title=demand.in_title)]
        return Query.boolean_query([(Occur.Should, way) for way in ways])

    def _ways(self, wording: Wording, *, in_title: bool) -> Iterator[Query]:
        spelled, words = ("title", "title_words") if in_title else ("spelled", "words")
        *before, last = wording.words
        if wording.inflected and not before:
            stems = [term.stem for term in self._analyser.terms(last)]
            yield from (Query.term_query(self._schema, words, stem, "basic") for stem in stems)
        elif wording.prefix and not before:
            endings = self.completions(last, _MOST_WORDS, field=spelled)
            yield Query.term_set_query(self._schema, spelled, list(endings))
        elif wording.prefix:
            for ending in self.completions(last, _MOST_ENDINGS, field=spelled):
                yield Query.phrase_query(self._schema, spelled, [*before, ending])
        elif before:
            yield Query.phrase_query(self._schema, spelled, list(wording.words))
        else:
            yield Query.term_query(self._schema, spelled, last, "basic")
