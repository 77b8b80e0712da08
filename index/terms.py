"""From text to what the lexical index stores and asks: stems, and the stems of compound parts beside them."""

import re

from beleidszoeker.index.dutch import Analyser, CompoundSplitter, Indexed, Term, Vocabulary
from beleidszoeker.index.store import IndexedText

_REFERENCE = re.compile(r"\d{5}")
PART_WEIGHT = 0.5
"""Weight of a compound's part in a query, of 1 for a whole word; measured, see docs/retrieval.md."""


def make_analyser(vocabulary: Vocabulary) -> Analyser:
    """Return the analyser of a corpus with this vocabulary."""
    return Analyser(CompoundSplitter(vocabulary.counts, vocabulary.names))


def index_terms(analyser: Analyser, text: str) -> list[str]:
    """Return the terms of a text as they are indexed: each word's stem, then the parts of all compounds."""
    return analyser.indexed(text).terms


def passage_terms(analyser: Analyser, indexed: IndexedText) -> Indexed:
    """Return the terms of a passage with those of its heading, context and footnotes; the words of its text.

    No word runs over the end of a line, so the text's own words are those that begin in it.
    """
    whole = "\n".join((indexed.text, indexed.heading, indexed.context, *indexed.notes))
    return analyser.indexed(whole, end=len(indexed.text))


def wanted_words(analyser: Analyser, query: str) -> list[Term]:
    """Return the words of a query without its stop words; a query of stop words only stands as it is."""
    terms = list(analyser.terms(query))
    return [term for term in terms if not term.stop] or terms


def is_reference(term: str) -> bool:
    """Tell whether a term is the number of a Kamerstuk, dossier or question: it holds five digits in a row.

    >>> is_reference("29826-234"), is_reference("2024z12345"), is_reference("2024/25"), is_reference("12.390")
    (True, True, False, False)
    """
    return bool(_REFERENCE.search(term))
