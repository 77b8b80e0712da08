"""Searches with random marks over a small library, held against a count by hand."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.postings import spelled_words
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.query import parse
from beleidszoeker.search.ranking.retrieval import Mode

if TYPE_CHECKING:
    from beleidszoeker.search.engine import SearchEngine

WORDS = ("water", "bodem", "haven", "de", "regio", "deal", "net", "netwerk", "nettarief", "é")
KINDS = ("nota", "motie", "rapport")


class Library:
    """A few dozen documents of a few words, and what stands in each passage."""

    def __init__(self, folder: Path) -> None:
        shelf, picks = Shelf(folder), random.Random(4)  # noqa: S311 - the same texts each time
        shelf.fill(
            *(
                made(
                    "\n\n".join(
                        " ".join(picks.choices(WORDS, k=picks.randint(1, 6))) + "." for _ in range(3)
                    ),
                    title=" ".join(picks.choices(WORDS, k=2)),
                    kind=picks.choice(KINDS),
                    notes=(" ".join(picks.choices(WORDS, k=2)),),
                    section=(picks.choice(WORDS),),
                )
                for _ in range(25)
            )
        )
        self.engine: SearchEngine = shelf.engine()
        reader = shelf.library.reader
        self.passages = list(reader.passages(reader.keys().tolist()).values())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(tmp_path_factory.mktemp("demands"))


def stands(wording: Wording, places: list[tuple[str, ...]]) -> bool:
    """Tell whether words stand next to each other in one of these places."""
    *before, last = wording.words
    size = len(wording.words)
    return any(
        list(place[start : start + size - 1]) == before
        and (place[start + size - 1].startswith(last) if wording.prefix else place[start + size - 1] == last)
        for place in places
        for start in range(len(place) - size + 1)
    )


def meets(passage: PassageRecord, demand: Demand) -> bool:
    texts = (
        (passage.title,)
        if demand.in_title
        else (passage.text, passage.title, *passage.section, passage.context, *passage.notes)
    )
    places = [spelled_words(text) for text in texts]
    return any(stands(wording, places) for wording in demand.any_of) is not demand.excluded


PHRASE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(
    lambda words: '"' + " ".join(words) + '"'
)
LITERAL = st.one_of(
    PHRASE,
    PHRASE.map(lambda phrase: "-" + phrase),
    st.tuples(PHRASE, PHRASE).map(" OR ".join),
    st.sampled_from(
        ["net*", "wat*", '"de net*"', "-net*", 'titel:"de net"', '-titel:"water"', 'titel:"regio"']
    ),
    st.sampled_from(WORDS),
)
QUERIES = st.lists(LITERAL, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(query=QUERIES)
def test_what_is_found_meets_the_demands(library: Library, query: str) -> None:
    """In every mode each result meets every demand, and where words are demanded no passage is missed."""
    parsed = parse(query)
    wanted = {one.id for one in library.passages if all(meets(one, demand) for demand in parsed.demands)}
    for mode in Mode:
        response = library.engine.search(query, count=100, mode=mode)
        found = {result.passage_id for result in response.results}
        assert found <= wanted
        if parsed.worded:
            assert found == wanted


@settings(max_examples=60, deadline=None)
@given(
    query=st.lists(
        st.one_of(
            LITERAL,
            st.sampled_from(
                [f"soort:{kind}" for kind in KINDS] + ["-soort:nota", '"', "OR", "-", "na:x", "(", "*"]
            ),
        ),
        max_size=6,
    ).map(" ".join)
)
def test_kinds_limit_with_the_rest(library: Library, query: str) -> None:
    """With fields and broken marks among them a search still answers, within its limits."""
    parsed = parse(query)
    by_id = {one.id: one for one in library.passages}
    for result in library.engine.search(query, count=100).results:
        passage = by_id[result.passage_id]
        assert not parsed.filters.kinds or passage.kind in parsed.filters.kinds
        assert not parsed.filters.excluded or passage.kind not in parsed.filters.excluded.kinds
        literal = [one for one in parsed.demands if not any(way.inflected for way in one.any_of)]
        assert all(meets(passage, demand) for demand in literal)
