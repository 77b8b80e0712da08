"""A passage as tantivy stores it, and the limits of a search as tantivy asks them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import tantivy
from tantivy import Occur, Query

from beleidszoeker.index.dutch import Analyser, fold, tokenise
from beleidszoeker.index.filters import UNDATED, Filters, names
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import index_terms, passage_terms

Clause: TypeAlias = tuple[Occur, Query]
Posting: TypeAlias = dict[str, int | str | list[str]]
"""A passage as tantivy stores it: the values of each field."""

_NO_DAY, _FIRST_DAY = 0, 1
_LAST_DAY = 9999_99_99
_SHARED = 5_000
_LATER = "programme"
"""A field that snapshots of format 4 and before do not have: no passage of theirs names a programme."""


def make_schema() -> tantivy.Schema:
    """Return the fields: terms to rank by, words as they are spelled, and what filters look at."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", fast=True)
    builder.add_integer_field("date", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    for field in ("spelled", "title"):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("title_words", tokenizer_name="whitespace", index_option="basic")
    for field in ("kind", "document", "organisation", "dossier", "programme"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    return builder.build()


class Postings:
    """Makes of passages what is stored of them.

    Args:
        analyser: Knows the corpus' words.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        # Passages share their headings, and many their context and footnotes.
        self._spelled = lru_cache(maxsize=_SHARED)(lambda text: " ".join(spelled_words(text)))
        self._terms = lru_cache(maxsize=_SHARED)(lambda text: " ".join(index_terms(analyser, text)))

    def of(self, indexed: IndexedText) -> Posting:
        """Return a passage as it is stored.

        tantivy leaves a gap between the values of a field, so no phrase runs from the text into a footnote.
        """
        apart = (*indexed.headings, *indexed.context.split("\n"), *indexed.notes)
        found = passage_terms(self._analyser, indexed)
        return {
            "key": indexed.key,
            "date": _number(indexed.date) if indexed.date else _NO_DAY,
            "words": " ".join(found.terms),
            "spelled": [" ".join(found.words), *(self._spelled(part) for part in apart if part)],
            "title": self._spelled(indexed.title),
            "title_words": self._terms(indexed.title),
            "kind": indexed.kind,
            "document": indexed.document_id,
            "organisation": list(indexed.organisations),
            "dossier": list(indexed.dossiers),
            "programme": list(indexed.programmes),
        }


def spelled_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in order: what phrases are made of.

    >>> spelled_words("De Coördinatie van F-35’s")
    ('de', 'coordinatie', 'van', 'f-35')
    """
    return tuple(word for word in (fold(token.text) for token in tokenise(text)) if word)


def term(schema: tantivy.Schema, field: str, value: str) -> Query:
    """Return the query for one term."""
    return Query.term_query(schema, field, value, "freq" if field == "words" else "basic")


class Limits:
    """Turns filters into clauses that never rank.

    Args:
        schema: The index' own.
        organisations: All names that stand in the index.
    """

    def __init__(self, schema: tantivy.Schema, organisations: Sequence[str]) -> None:
        self._schema = schema
        self._organisations = organisations
        self._knows_later = _knows(schema, _LATER)

    def clauses(self, filters: Filters, without: Sequence[str] = ()) -> list[Clause]:
        """Return the clauses that a passage must meet.

        Args:
            filters: Limits.
            without: Ids of documents to leave out.
        """
        asked = [(Occur.Must, limit) for limit in self._values(filters)]
        if filters.date_from or filters.date_to:
            asked.append((Occur.Must, self._dates(filters)))
        asked += [(Occur.MustNot, limit) for limit in self._values(filters.excluded or Filters())]
        if without:
            asked.append((Occur.MustNot, self._one_of("document", without)))
        further = self.clauses(filters.also) if filters.also else []
        return [(occur, Query.const_score_query(limit, 0.0)) for occur, limit in asked] + further

    def _values(self, filters: Filters) -> list[Query]:
        """Return the limits but for a range of dates, one for each field that has values."""
        asked = [
            self._one_of(field, wanted)
            for field, wanted in (
                ("kind", filters.kinds),
                ("document", filters.documents),
                ("dossier", filters.dossiers),
                ("programme", filters.programmes),
            )
            if wanted
        ]
        asked += [self._organisation(filters.organisations)] if filters.organisations else []
        return [*asked, self._years(filters.years)] if filters.years else asked

    def _one_of(self, field: str, values: Sequence[str]) -> Query:
        if field == _LATER and not self._knows_later:
            return Query.empty_query()
        return Query.boolean_query([(Occur.Should, term(self._schema, field, value)) for value in values])

    def _organisation(self, parts: Sequence[str]) -> Query:
        meant = [name for name in self._organisations if any(names(part, name) for part in parts)]
        return self._one_of("organisation", meant)

    def _years(self, years: Sequence[str]) -> Query:
        spans = [(_NO_DAY, _NO_DAY) if year == UNDATED else _days_of(int(year)) for year in years]
        return Query.boolean_query([(Occur.Should, self._days(*span)) for span in spans])

    def _dates(self, filters: Filters) -> Query:
        first = _number(filters.date_from) if filters.date_from else _FIRST_DAY
        return self._days(first, _number(filters.date_to) if filters.date_to else _LAST_DAY)

    def _days(self, first: int, last: int) -> Query:
        return Query.range_query(self._schema, "date", tantivy.FieldType.Integer, first, last)


def _knows(schema: tantivy.Schema, field: str) -> bool:
    try:
        term(schema, field, "")
    except ValueError:
        return False
    return True


def _days_of(year: int) -> tuple[int, int]:
    """Return numbers before and after all days of a year; day 0 is in none."""
    return year * 1_00_00 + 1, year * 1_00_00 + 99_99


def _number(day: str) -> int:
    return int(day.replace("-", ""))
