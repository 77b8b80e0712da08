"""The contract of a search: literal quotes, spans in range, ranks, and a form that only grows."""

import json
from itertools import pairwise

import pytest
from tests.support import Shelf, made

from beleidszoeker.index.filters import Filters
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.search.result import to_json

TEXT = """Het elektriciteitsnet in Limburg zit vol. Het tekort aan netcapaciteit hindert Chemelot. Jammer.

De netcapaciteit groeit niet snel genoeg. Chemelot wil in 2030 circulair zijn! TenneT bouwt een station.

De gemeente Sittard-Geleen bouwt woningen. Er komt een nieuw park bij het station."""
RESULT = {
    *("rank", "score", "passage_id", "text", "quotes", "highlights"),
    *("footnotes", "citation", "why", "versions"),
}
CITATION = {
    "document_id",
    "title",
    "kind",
    "date",
    "source",
    "page_first",
    "page_last",
    "section",
    "label",
    "url",
}


@pytest.fixture
def engine(shelf: Shelf) -> SearchEngine:
    shelf.fill(
        made(
            TEXT,
            title="Clusterplan",
            kind="nota",
            date="2025-06-20",
            labels=["1", "2", "3"],
            notes=("Kst. 1",),
        ),
        made("Water en bodem sturen de ruimtelijke ordening.", title="Water en bodem"),
        made("De haven van Born krijgt een kade. " * 3, title="Haven"),
    )
    return shelf.engine()


def test_the_best_passage_comes_first(engine: SearchEngine) -> None:
    """The passage that holds the words of the query is first, and its sentence is the quote."""
    first = engine.search("netcapaciteit Chemelot tekort").results[0]
    assert first.text.startswith("Het elektriciteitsnet")
    assert first.quotes[0].text == "Het tekort aan netcapaciteit hindert Chemelot."
    assert [first.text[start:end] for start, end in first.highlights] == [
        "elektriciteitsnet",
        "tekort",
        "netcapaciteit",
        "Chemelot",
    ]
    assert set(first.why.terms) == {"netcapaciteit", "chemelot", "tekort", "net+capaciteit"}


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "query", ["netcapaciteit", "station woningen", "het", "sterrenkunde", "bouwen", "CIRCULAIR"]
)
def test_each_answer_keeps_its_promises(engine: SearchEngine, query: str, mode: Mode) -> None:
    """Quotes and highlights are spans of the text, ranks count from one, and scores fall from at most one."""
    response = engine.search(query, mode=mode)
    assert response.answered == bool(response.results)
    assert response.took_ms >= 0
    for rank, result in enumerate(response.results, start=1):
        assert result.rank == rank
        assert 0 <= result.score <= 1
        assert result.quotes
        for quote in result.quotes:
            assert result.text[quote.start : quote.end] == quote.text != ""
        ends = [0, *(end for _, end in result.highlights)]
        for (start, end), before in zip(result.highlights, ends, strict=False):
            assert before <= start < end <= len(result.text)
    assert all(one.score >= two.score for one, two in pairwise(response.results))
    assert len({result.passage_id for result in response.results}) == len(response.results)


def test_the_json_has_its_agreed_form(engine: SearchEngine) -> None:
    """The keys are those of the contract and our additions, and all of it is plain JSON."""
    answer = to_json(engine.search("netcapaciteit"))
    assert set(answer) == {"query", "answered", "took_ms", "results", "message", "notes", "total"}
    assert answer["query"] == "netcapaciteit"
    assert answer["message"] is None
    first = answer["results"][0]
    assert set(first) == RESULT
    assert set(first["citation"]) == CITATION | {"url", "start", "end", "confidence", "printed"}
    assert set(first["why"]) == {"lexical", "dense", "terms", "words", "missing", "effects", "told"}
    assert set(first["quotes"][0]) == {"text", "start", "end"}
    assert json.loads(json.dumps(answer)) == answer


def test_the_citation_can_be_checked(engine: SearchEngine, shelf: Shelf) -> None:
    """Its span in the canonical text is the passage, and its page the one it stands on."""
    for result in engine.search("station Chemelot netcapaciteit").results:
        citation = result.citation
        text = shelf.library.reader.parsed(citation.document_id).text
        assert text[citation.start : citation.end] == result.text
        if citation.title == "Clusterplan":
            assert (citation.kind, citation.date, citation.source) == ("nota", "2025-06-20", "0.txt")
            assert citation.page_first == TEXT.split("\n\n").index(result.text) + 1
            assert result.footnotes == ("Kst. 1",)


def test_an_unknown_page_is_null(engine: SearchEngine) -> None:
    """A document without pages is cited without a page, and without a date it has none."""
    (result,) = engine.search("ruimtelijke ordening", count=1).results
    citation = to_json(result)["citation"]
    assert [citation[name] for name in ("page_first", "page_last", "date", "url")] == [None] * 4
    assert citation["label"] == "Water en bodem"


@pytest.mark.parametrize(("count", "number"), [(1, 1), (3, 3), (100, 5), (5000, 5), (0, 1), (-4, 1)])
def test_no_more_than_asked(engine: SearchEngine, count: int, number: int) -> None:
    """The number of results is at most what was asked, at least one, and all there is when more was asked."""
    assert len(engine.search("station", count=count).results) == number


def test_nothing_meets_the_filters(engine: SearchEngine) -> None:
    """Without a single candidate the answer says so."""
    response = engine.search("netcapaciteit", filters=Filters(kinds=("motie",)))
    assert not response.answered
    assert response.results == ()
    assert response.message is not None
    assert response.message.startswith("Niets gevonden")


def test_the_same_question_gives_the_same_answer(engine: SearchEngine) -> None:
    """Twice asked, twice the same, but for the time it took."""
    first, second = (to_json(engine.search("station")) for _ in range(2))
    assert {**first, "took_ms": 0} == {**second, "took_ms": 0}
