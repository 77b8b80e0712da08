"""A hundred queries that a researcher would type over real documents, each with the sentence that answers it.

Forty were written before any was searched for, sixty later by somebody who knew neither those nor the search.
``pytest -s`` shows what was missed, and what came first.
"""

import sys
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from tests.golden.marks import Mark, Marked, own_queries, relocate

from beleidszoeker.index.library import Library
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.index.terms import index_terms
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.query import How, wanted_terms
from beleidszoeker.search.result import SearchResult

SETS = {"first": (40, 20), "second": (60, 25)}
"""How many queries there are in each set, and how many of them in other words at least."""


class Outcome(NamedTuple):
    """A query, where its answer came, counted from 1, and what came first; ``None`` where nothing did."""

    asked: Marked
    rank: int | None
    first: SearchResult | None


@pytest.fixture(scope="module", params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def queries(name: str) -> tuple[Marked, ...]:
    return own_queries(name)


@pytest.fixture(scope="module")
def spans(real_library: Library, queries: Sequence[Marked]) -> dict[Mark, tuple[int, int] | None]:
    marks = {mark for asked in queries for mark in asked.marks}
    texts = {mark.document_id: real_library.reader.parsed(mark.document_id).text for mark in marks}
    return {mark: relocate(mark, texts[mark.document_id]) for mark in marks}


@pytest.fixture(scope="module")
def outcomes(
    real_engine: SearchEngine, queries: Sequence[Marked], spans: dict[Mark, tuple[int, int] | None]
) -> list[Outcome]:
    found = []
    for asked in queries:
        results = real_engine.search(asked.query).results
        places = [(mark.document_id, *span) for mark in asked.marks if (span := spans[mark])]
        ranks = [result.rank for result in results if any(_holds(result, *place) for place in places)]
        found.append(Outcome(asked, min(ranks, default=None), results[0] if results else None))
    _show(found)
    return found


def test_where_words_are_shared_the_answer_is_found(outcomes: list[Outcome]) -> None:
    """Of queries that share a word with their answer three in four come first, nine in ten within five."""
    shared = [outcome for outcome in outcomes if not outcome.asked.without_words]
    assert _success(shared, 1) >= 0.75, _missed(shared, 1)
    assert _success(shared, 5) >= 0.9, _missed(shared, 5)


def test_other_words_find_no_less_than_they_did(outcomes: list[Outcome]) -> None:
    """Floors under what was measured; 0.75 and 0.95 are wanted, beyond this model: docs/retrieval.md."""
    assert _success(outcomes, 1) >= 0.45, _missed(outcomes, 1)
    assert _success(outcomes, 5) >= 0.55, _missed(outcomes, 5)


def test_half_of_the_queries_use_other_words(
    real_library: Library, real_engine: SearchEngine, name: str, queries: Sequence[Marked]
) -> None:
    """They share no content word with a marked passage, in no form and not inside a compound."""
    analyser = real_engine.snapshot().lexical.analyser
    reader = real_library.reader
    passages = list(reader.passages(reader.keys().tolist()).values())
    count, fewest = SETS[name]
    assert len(queries) == count
    apart = 0
    for asked in queries:
        words = {each.term for each in wanted_terms(analyser, asked.query) if each.how is How.WORD}
        texts = [
            passage.text for passage in passages if any(_stands_in(mark, passage) for mark in asked.marks)
        ]
        apart += asked.without_words and words.isdisjoint(index_terms(analyser, "\n".join(texts)))
    assert apart >= fewest


def test_marks_stand_where_they_were_put(spans: dict[Mark, tuple[int, int] | None]) -> None:
    """Each mark still has its words; where the parser moved them, their new place is told."""
    moved = {(mark.path, mark.start, mark.end): span for mark, span in spans.items()}
    assert {mark: span for mark, span in moved.items() if span != mark[1:]} == {}


def _stands_in(mark: Mark, passage: PassageRecord) -> bool:
    return mark.document_id == passage.document_id and passage.start < mark.end and mark.start < passage.end


def _holds(result: SearchResult, document_id: str, start: int, end: int) -> bool:
    """At least half of the marked characters stand in the passage."""
    cited = result.citation
    shared = min(cited.end, end) - max(cited.start, start)
    return cited.document_id == document_id and 2 * shared >= end - start


def _success(outcomes: Sequence[Outcome], within: int) -> float:
    return sum(outcome.rank is not None and outcome.rank <= within for outcome in outcomes) / len(outcomes)


def _missed(outcomes: Sequence[Outcome], within: int) -> list[tuple[str, int | None]]:
    return [(o.asked.query, o.rank) for o in outcomes if o.rank is None or o.rank > within]


def _show(outcomes: Sequence[Outcome]) -> None:
    apart = [outcome for outcome in outcomes if outcome.asked.without_words]
    other = [outcome for outcome in outcomes if not outcome.asked.without_words]
    for name, some in (("all", outcomes), ("other words", apart), ("shared words", other)):
        rates = f"success@1 {_success(some, 1):.3f}  success@5 {_success(some, 5):.3f}"
        sys.stdout.write(f"\n{name:12} {len(some):2} queries  {rates}")
    for query, rank, first in ((o.asked.query, o.rank, o.first) for o in outcomes if o.rank != 1):
        came = f"{first.citation.label}: {' '.join(first.text.split())[:90]}" if first else "nothing"
        sys.stdout.write(f"\n{rank or '-':>3}  {query}\n       first: {came}")
    sys.stdout.write("\n")
