"""The filter on programmes against what the documents were made of."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.engine import SearchEngine

PROGRAMMES = ("miek", "novex", "iza", "peh", "novi")
Named = dict[str, frozenset[str]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shelf, SearchEngine, Named]:
    """Thirty documents of three passages, each with none to three programmes."""
    shelf, picks = Shelf(tmp_path_factory.mktemp("filter")), random.Random(7)  # noqa: S311 - the same each time
    named = [frozenset(picks.sample(PROGRAMMES, k=picks.randint(0, 3))) for _ in range(30)]
    ids = shelf.fill(
        *(
            made(f"Het water stijgt in {number}.\n\nHet water daalt.\n\nMeer water.", programmes=sorted(each))
            for number, each in enumerate(named)
        )
    )
    return shelf, shelf.engine(), dict(zip(ids, named, strict=True))


def some() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(PROGRAMMES), max_size=2, unique=True).map(tuple)


@settings(max_examples=60, deadline=None)
@given(wanted=some(), unwanted=some(), also=some())
def test_a_programme_finds_exactly_the_documents_that_name_it(
    library: tuple[Shelf, SearchEngine, Named],
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    also: tuple[str, ...],
) -> None:
    """Any of the wanted, none of the unwanted, any of the further ones: by words, by meaning and together."""
    shelf, engine, named = library
    filters = Filters(programmes=wanted, excluded=Filters(programmes=unwanted)).both(Filters(programmes=also))
    right = {
        document
        for document, each in named.items()
        if (not wanted or each & set(wanted)) and not each & set(unwanted) and (not also or each & set(also))
    }
    reader, lexical = shelf.library.reader, engine.snapshot().lexical
    keys = reader.keys(filters).tolist()
    assert len(keys) == 3 * len(right)
    assert set(reader.owners(keys).values()) == right
    assert lexical.matching((), filters=filters).tolist() == keys
    assert {each.id for each in reader.documents(filters)} == right
    shown = engine.search("water", filters=filters, count=100).results
    assert {each.citation.document_id for each in shown} == right
