"""From one part of the site to another: the links that carry what was asked along."""

from beleidszoeker.api.pages.search.further import further
from beleidszoeker.api.pages.search.state import State


def test_a_question_goes_on_with_its_words_and_limits() -> None:
    """The list of commitments gets the words alone, the timeline the question as it was put."""
    state = State(q="netcapaciteit -waterstof", dossiers=("29826",), date_from="2024")
    commitments, timeline, dossier = (each.address for each in further(state))
    assert commitments == "/toezeggingen?q=netcapaciteit&dossier=29826&van=2024-01-01"
    assert timeline == "/tijdlijn?q=netcapaciteit+-waterstof&dossier=29826&van=2024-01-01"
    assert dossier == "/tijdlijn?dossier=29826"


def test_a_chosen_programme_leads_to_what_it_is() -> None:
    """The page of a programme is named by its id."""
    told = {each.told: each.address for each in further(State(q="net", programmes=("novex",)))}
    assert told["over NOVEX"] == "/programmas/naam/novex"


def test_half_a_surrogate_pair_and_a_question_without_words_break_nothing() -> None:
    """What cannot be written in an address is replaced; where no words are asked no list is offered."""
    assert "%3F" in further(State(q="net \ud800"))[0].address
    assert further(State(q="soort:kamerbrief")) == []
