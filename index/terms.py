"""From text to what the lexical index stores and asks: stems, and the stems of compound parts beside them."""

from collections import Counter
from collections.abc import Iterable

from beleidszoeker.index.base import LexicalQuery
from beleidszoeker.index.dutch import Analyser, CompoundSplitter, fold, tokenise
from beleidszoeker.index.store import IndexedText

_PART_WEIGHT = 0.5
"""Weight of a compound's part in a query, of 1 for a whole word; measured, see docs/retrieval.md."""

_RAREST = 2


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the folded words of a corpus: what compounds are split by."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(fold(token.text) for token in tokenise(text))
    return Counter({word: count for word, count in counts.items() if count >= _RAREST and word.isalpha()})


def make_analyser(frequencies: Counter[str] | dict[str, int]) -> Analyser:
    """Return the analyser of a corpus with these word counts."""
    return Analyser(CompoundSplitter(frequencies))


def index_terms(analyser: Analyser, text: str) -> list[str]:
    """Return the terms of a text as they are indexed: each word's stem, then the parts of all compounds."""
    terms = list(analyser.terms(text))
    return [term.stem for term in terms] + [part for term in terms for part in term.parts]


def passage_terms(analyser: Analyser, indexed: IndexedText) -> list[str]:
    """Return the terms of a passage with those of its heading and of the footnotes that it cites."""
    return index_terms(analyser, "\n".join((indexed.text, indexed.heading, *indexed.notes)))


def query_terms(analyser: Analyser, query: str) -> LexicalQuery:
    """Return a query's terms: words once each, stop words out, compound parts at a lower weight.

    A query of stop words only is asked as it stands.
    """
    terms = list(analyser.terms(query))
    wanted = [term for term in terms if not term.stop] or terms
    weights: dict[str, float] = {}
    for term in wanted:
        for name, weight in ((term.stem, 1.0), *((part, _PART_WEIGHT) for part in term.parts)):
            weights[name] = max(weights.get(name, 0.0), weight)
    return LexicalQuery(tuple(weights.items()))
