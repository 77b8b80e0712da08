"""What ``prefix*`` stands for in a corpus: its most used words that begin so."""

from dataclasses import replace

from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.search.query.fields import short
from beleidszoeker.search.query.parsed import ParsedQuery

_RANKED_BY = 5
"""All words that begin so meet the demand; these are what meaning and words rank by."""


def completed(query: ParsedQuery, lexical: LexicalIndex) -> ParsedQuery:
    """Return a query with the words that its prefixes stand for; one that stands for none stays as it is."""
    words, notes = [query.words] if query.words else [], list(query.notes)
    for prefix in query.prefixes:
        found = lexical.completions(prefix, _RANKED_BY)
        words += found or [prefix]
        if not found:
            notes.append(f"Geen woord in de bibliotheek begint met ‘{short(prefix)}’.")
    return replace(query, words=" ".join(words), notes=tuple(notes)) if query.prefixes else query
