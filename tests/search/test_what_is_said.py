"""What a search says besides its results, and what it does not pretend."""

import pytest
from tests.support import Shelf, made, passage_record

from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.query import parse, wanted_terms
from beleidszoeker.search.quoting.quotes import best_quotes


@pytest.fixture
def library(shelf: Shelf) -> Shelf:
    shelf.fill(
        made("De gemeente bouwt woningen.", date="2024-05-01"),
        made("De gemeente plant bomen."),
        made("De mensenrechten staan onder druk."),
    )
    return shelf


def test_documents_without_a_date_are_counted(library: Shelf) -> None:
    """Whoever limits the dates is told what that leaves out; nobody else is."""
    told = "2 documenten zonder datum doen niet mee."
    assert told in library.engine().search("gemeente na:2024").notes
    assert told in library.engine().search("gemeente", filters=Filters(date_to="2025-01-01")).notes
    assert told not in library.engine().search("gemeente").notes


def test_a_reference_that_is_nowhere_is_not_answered(library: Shelf) -> None:
    """No passage is like a number."""
    response = library.engine().search("2024Z99999")
    assert (response.answered, response.results) == (False, ())
    assert "2024Z99999" in " ".join(response.notes)


def test_a_stem_without_its_beginning_does_not_make_a_word_known(library: Shelf) -> None:
    """*gemente* is an error, whatever its stem happens to be."""
    response = library.engine().search("gemente bomen")
    assert "‘gemente’ komt niet voor; gezocht op ‘gemeente’." in response.notes


def test_and_is_no_word_of_a_query() -> None:
    """What has no meaning is not looked for either; in a shouted query it is a word."""
    assert parse("stikstof AND luchtvaart").words == "stikstof luchtvaart"
    assert "AND" in parse("DEUGD AND WET").words


def test_an_amount_is_not_a_little_like_another() -> None:
    """Of *2 miljoen* neither the figure nor the unit is looked for by itself."""
    assert [each.term for each in wanted_terms(Analyser(), "2 miljoen euro")] == ["2.000.000", "euro"]


def test_english_questions_are_asked_by_their_telling_words() -> None:
    """*what*, *the* and *from* say nothing about a subject."""
    asked = [each.asked for each in wanted_terms(Analyser(), "What is the plan for noise from aviation?")]
    assert asked == ["plan", "noise", "aviation"]


def test_a_sentence_is_quoted_once() -> None:
    """A reference that stands on every page is one quote."""
    text = "Onze referentie 4167071\n\nOnze referentie 4167071"
    (quote,) = best_quotes(passage_record(text=text, sentences=((0, 23), (25, 48))), [])
    assert (quote.start, quote.end) == (0, 23)
