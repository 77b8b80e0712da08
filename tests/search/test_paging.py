"""Answers are turned page by page, best or newest first."""

import pytest
from tests.support import Shelf, made

from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.result import SearchResponse, Sort

DAYS = ("2023-06-01", None, "2025-01-31", "2024-06-01", None, "2025-01-31", "2019-12-31")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    """Forty documents of four passages: more than can be paged through."""
    shelf = Shelf(tmp_path_factory.mktemp("paging"))
    shelf.fill(
        *(
            made(
                "\n\n".join(f"Het water van haven {number} staat {deep} meter hoog." for deep in range(4)),
                title=f"Haven {number}",
                date=DAYS[number % len(DAYS)],
            )
            for number in range(40)
        )
    )
    return shelf.engine()


def ids(response: SearchResponse) -> list[str]:
    return [result.passage_id for result in response.results]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("size", [7, 10, 100])
def test_pages_fit_together(engine: SearchEngine, sort: Sort, size: int) -> None:
    """Page after page holds each of the hundred passages once, in the order of all of them together."""
    whole = engine.search("water haven", count=100, sort=sort)
    assert whole.total == len(set(ids(whole))) == 100
    pages = [engine.search("water haven", count=size, start=at, sort=sort) for at in range(0, 100, size)]
    assert [one for page in pages for one in ids(page)] == ids(whole)
    assert [one.rank for page in pages for one in page.results] == list(range(1, 101))
    assert {page.total for page in pages} == {100}


def test_the_same_question_has_the_same_order(engine: SearchEngine, shelf: Shelf) -> None:
    """Another engine over the same library, and the same one asked again, give the same passages."""
    library = shelf.library
    shelf.fill(*(made(f"Water {n % 3} in wijk {n % 5}.", title=f"Wijk {n}") for n in range(30)))
    first = SearchEngine(library, shelf.embedder)
    answer = ids(first.search("water wijk", count=100))
    assert answer == ids(first.search("water wijk", count=100))
    assert answer == ids(SearchEngine(library, shelf.embedder).search("water wijk", count=100))
    assert len(answer) == 30
    assert ids(engine.search("water haven"))[:3] == ids(engine.search("water haven", count=3))


def test_beyond_the_end_is_nothing_but_still_an_answer(engine: SearchEngine) -> None:
    """Whoever turns too far sees no passages, and that there are some before."""
    beyond = engine.search("water haven", start=100)
    assert (beyond.answered, beyond.results, beyond.total) == (True, (), 100)
    before = engine.search("water haven", start=-5, count=3)
    assert ids(before) == ids(engine.search("water haven", count=3))


def test_newest_first_with_the_undated_last(engine: SearchEngine) -> None:
    """By date all that can be paged through is sorted as a whole, and within a day the best come first."""
    best = ids(engine.search("water haven 5", count=100))
    newest = engine.search("water haven 5", count=100, sort=Sort.DATE)
    days = [result.citation.date or "" for result in newest.results]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2025-01-31"
    assert days[-1] == ""
    assert sorted(ids(newest)) == sorted(best)
    expected = sorted(zip(ids(newest), days, strict=True), key=lambda each: best.index(each[0]))
    expected.sort(key=lambda each: each[1], reverse=True)
    assert [each[0] for each in expected] == ids(newest)


def test_every_document_can_be_reached(engine: SearchEngine) -> None:
    """Forty documents fit in a hundred passages, so each is among them."""
    found = engine.search("water haven", count=100).results
    assert len({result.citation.document_id for result in found}) == 40


@pytest.mark.parametrize("sort", list(Sort))
def test_passages_of_a_document_can_stand_together(engine: SearchEngine, sort: Sort) -> None:
    """Documents come in the order of their first passage, with so many of each, and pages count documents."""
    apart = engine.search("water haven", count=100, sort=sort).results
    order = list(dict.fromkeys(result.citation.document_id for result in apart))
    pages = [engine.search("water haven", start=at, sort=sort, per_document=2) for at in range(0, 40, 10)]
    assert {page.total for page in pages} == {len(order)} == {40}
    shown = [result for page in pages for result in page.results]
    assert [one.rank for one in shown] == list(range(1, len(shown) + 1))
    owners = [result.citation.document_id for result in shown]
    assert list(dict.fromkeys(owners)) == order
    for document in order:
        own = [result.passage_id for result in apart if result.citation.document_id == document]
        assert [one.passage_id for one in shown if one.citation.document_id == document] == own[:2]
        at = owners.index(document)
        assert owners[at : at + len(own[:2])] == [document] * len(own[:2])


def test_a_removed_document_leaves_the_pages_at_once(shelf: Shelf) -> None:
    """What was found before is forgotten once a document is taken away or another snapshot published."""
    first, _ = shelf.fill(made("Water in de haven.", title="A"), made("Water in de rivier.", title="B"))
    engine = shelf.engine()
    assert engine.search("water").total == 2
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    assert [result.citation.title for result in engine.search("water").results] == ["B"]
    shelf.put("2.txt", made("Water in de zee.", title="C"))
    assert engine.search("water").total == 1
    shelf.publish()
    assert engine.search("water").total == 2


def test_by_date_what_is_far_from_the_question_is_left_out(shelf: Shelf) -> None:
    """A newer document on something else does not come before the one that answers; a note tells so."""
    other = [made(f"Het bestemmingsplan voor wijk {n} staat vast.", date="2026-01-01") for n in range(30)]
    shelf.fill(*other, made("De verzilting van de polder neemt toe.", date="2020-01-01"))
    engine = shelf.engine()
    best = engine.search("verzilting polder", count=100)
    newest = engine.search("verzilting polder", count=100, sort=Sort.DATE)
    assert best.results[0].citation.date == "2020-01-01"
    assert best.results[0].passage_id in ids(newest)
    assert newest.total < best.total
    assert newest.notes[-1].startswith(f"Op datum: {best.total - newest.total} passage")
    assert not any(note.startswith("Op datum") for note in best.notes)
