"""Alerts: what is told of new documents, once each, and why."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import NothingToWatchError, TooManySearchesError
from beleidszoeker.index.desk import Desk, searches
from beleidszoeker.index.desk.searches import SavedSearch, read_alerts, remove_search
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.alerting.criterion import Evidence, is_calibrated, is_told
from beleidszoeker.search.alerting.preview import Preview, pace, preview
from beleidszoeker.search.alerting.run import Told, run_alerts
from beleidszoeker.search.alerting.saving import save
from beleidszoeker.search.alerting.telling import quote_line, version_line, why_line
from beleidszoeker.search.engine import SearchEngine

NET = "Het tekort aan netcapaciteit remt de verduurzaming van Chemelot."
WATER = "Het water stijgt langs de rivieren van Limburg."
NO_FILTERS = Filters()


@pytest.fixture
def desk(shelf: Shelf) -> Desk:
    return Desk(shelf.library.folder)


def watch_for(shelf: Shelf, desk: Desk, query: str, filters: Filters = NO_FILTERS) -> SavedSearch:
    return save(desk, shelf.library.reader, shelf.engine(), query, filters=filters)


def run(shelf: Shelf, desk: Desk) -> list[Told]:
    return list(run_alerts(shelf.library, desk, shelf.engine))


def titles(told: Sequence[Told]) -> list[str]:
    return [one.alert.said["citation"]["title"] for one in told]


def looked_back(shelf: Shelf, query: str, today: str = "2025-12-01") -> Preview:
    watch = shelf.engine().watch(query)
    return preview(watch, shelf.library.reader, today=date.fromisoformat(today))


def test_what_came_later_is_told_once(shelf: Shelf, desk: Desk) -> None:
    """A document that was there is no news; one that comes in is told of by the next run, never again."""
    shelf.fill(made(NET, title="Oud"))
    watch_for(shelf, desk, "netcapaciteit Chemelot")
    assert run(shelf, desk) == []
    shelf.put("nieuw.txt", made(NET, title="Nieuw"))
    shelf.put("ander.txt", made(WATER, title="Water"))
    shelf.publish()
    assert titles(run(shelf, desk)) == ["Nieuw"]
    assert run(shelf, desk) == []
    shelf.publish(force=True)
    assert run(shelf, desk) == []


def test_an_alert_has_quote_citation_and_reason(shelf: Shelf, desk: Desk) -> None:
    """The quote stands at its place in the document's text, and the reason names the words."""
    shelf.fill(made(WATER))
    search = watch_for(shelf, desk, "netcapaciteit Chemelot")
    document = shelf.put("nieuw.txt", made(f"{WATER}\n\n{NET}", title="Nieuw", date="2025-06-20"))
    shelf.publish()
    ((_, alert),) = run(shelf, desk)
    assert alert.document_id == document
    assert alert.said["citation"]["label"] == "Nieuw, 20 juni 2025"
    (quote,) = alert.said["quotes"]
    text = shelf.library.reader.parsed(document).text
    assert text[quote["start"] : quote["end"]] == quote["text"] == quote_line(alert.said) == NET
    assert alert.said["why"]["coverage"] == 1.0
    assert why_line(alert.said) == "‘netcapaciteit’ en ‘Chemelot’ staan er letterlijk."
    with desk.reading() as db:
        assert read_alerts(db, search.id, count=10) == [alert]


def test_only_what_is_published_is_told(shelf: Shelf, desk: Desk) -> None:
    """A document that is stored but not in the index yet waits for the run after its publication."""
    shelf.fill(made(WATER))
    watch_for(shelf, desk, "netcapaciteit")
    shelf.put("nieuw.txt", made(NET, title="Nieuw"))
    assert run(shelf, desk) == []
    shelf.publish()
    assert titles(run(shelf, desk)) == ["Nieuw"]


def test_a_quiet_run_costs_nothing(shelf: Shelf, desk: Desk) -> None:
    """Without searches, or without anything new, neither the index nor the model is opened."""

    def never() -> SearchEngine:
        raise AssertionError("opened")

    shelf.fill(made(NET))
    assert list(run_alerts(shelf.library, desk, never)) == []
    watch_for(shelf, desk, "netcapaciteit")
    assert list(run_alerts(shelf.library, desk, never)) == []


def test_limits_hold(shelf: Shelf, desk: Desk) -> None:
    """Filters, and the demands in the question itself, limit what is told."""
    shelf.fill(made(WATER))
    notas = watch_for(shelf, desk, "water", Filters.parse(kinds=("nota",), date_from="2025"))
    without = watch_for(shelf, desk, "water -limburg")
    phrase = watch_for(shelf, desk, '"water daalt"')
    shelf.put("a.txt", made("Het water daalt in Utrecht.", title="A", kind="nota", date="2025-02-01"))
    shelf.put("b.txt", made("Het water staat in Limburg.", title="B", kind="nota", date="2024-02-01"))
    shelf.put("c.txt", made("Het water blijft in Zeeland.", title="C", kind="motie", date="2025-02-01"))
    shelf.publish()
    told = run(shelf, desk)

    def of(search: SavedSearch) -> list[str]:
        return titles([one for one in told if one.search.id == search.id])

    assert (of(notas), of(without), of(phrase)) == (["A"], ["A", "C"], ["A"])


def test_a_changed_file_is_a_new_version(shelf: Shelf, desk: Desk) -> None:
    """What a file holds anew is told as such, with the title that it had."""
    shelf.put("brief.txt", made(WATER, title="Brief over water"))
    shelf.publish()
    watch_for(shelf, desk, "water")
    shelf.put("brief.txt", made("Het water daalt nu.", title="Brief over daling"))
    shelf.publish()
    ((_, alert),) = run(shelf, desk)
    told = "Nieuwe versie van hetzelfde bestand; eerder stond daar ‘Brief over water’."
    assert version_line(alert.said) == told
    assert why_line(alert.said).startswith(told)


def _long(last: str) -> str:
    words = [f"woord{number} over netcapaciteit en ruimte in gebied {number}" for number in range(120)]
    return " ".join(words) + f" {last}."


def test_another_version_of_a_work_is_told_as_such(shelf: Shelf, desk: Desk) -> None:
    """Nearly the same text in another file: a new version of the earlier; two at once are told as one."""
    shelf.put("concept.txt", made(_long("concept"), title="Concept"))
    shelf.publish()
    watch_for(shelf, desk, "netcapaciteit")
    shelf.put("definitief.txt", made(_long("definitief"), title="Definitief", date="2025-01-01"))
    shelf.put("definitief.docx", made(_long("definitieve"), title="Definitief als Word", date="2025-01-01"))
    shelf.publish()
    ((_, alert),) = run(shelf, desk)
    assert alert.said["new_version_of"]["title"] == "Concept"
    assert version_line(alert.said) == "Nieuwe versie van ‘Concept’."


def test_a_document_that_comes_back_is_no_news(shelf: Shelf, desk: Desk) -> None:
    """Removed and taken in again, it is not told twice."""
    shelf.fill(made(WATER))
    search = watch_for(shelf, desk, "netcapaciteit")
    document = shelf.put("nieuw.txt", made(NET))
    shelf.publish()
    assert len(run(shelf, desk)) == 1
    with shelf.library.writing() as writer:
        writer.remove_documents([document])
    shelf.publish()
    assert run(shelf, desk) == []
    shelf.put("nieuw.txt", made(NET))
    shelf.publish()
    assert run(shelf, desk) == []
    with desk.reading() as db:
        assert len(read_alerts(db, search.id, count=10)) == 1


def test_a_library_built_again_tells_nothing_twice(shelf: Shelf, desk: Desk, tmp_path: Path) -> None:
    """Its passages have other keys and its snapshots other numbers; what is known is known by its content."""
    shelf.fill(made(WATER), made(NET))
    watch_for(shelf, desk, "netcapaciteit")
    again = Shelf(tmp_path / "again")
    with again.library:
        again.put("1.txt", made(NET))
        again.put("0.txt", made(WATER))
        again.put("2.txt", made(f"Nieuw. {NET}", title="Nieuw"))
        again.publish()
        assert titles(list(run_alerts(again.library, desk, again.engine))) == ["Nieuw"]


def test_words_that_no_document_knows_are_waited_for(shelf: Shelf, desk: Desk) -> None:
    """They are not taken for the nearest word that a document does know, as a search would."""
    shelf.fill(made("De spoorlijn naar Groningen krijgt voorrang. " * 3))
    watch_for(shelf, desk, "spoorlijm")
    shelf.put("a.txt", made("Een spoorlijn naar Emmen.", title="Spoorlijn"))
    shelf.put("b.txt", made("Een spoorlijm van Emmen.", title="Spoorlijm"))
    shelf.publish()
    assert titles(run(shelf, desk)) == ["Spoorlijm"]


def test_a_removed_search_tells_nothing(shelf: Shelf, desk: Desk) -> None:
    """Also when it goes while a run is under way."""
    shelf.fill(made(WATER))
    first, second = (watch_for(shelf, desk, query) for query in ("netcapaciteit", "Chemelot"))
    shelf.put("nieuw.txt", made(NET))
    shelf.publish()
    running = run_alerts(shelf.library, desk, shelf.engine)
    told = next(running)
    (other,) = {first.id, second.id} - {told.search.id}
    with desk.writing() as db:
        remove_search(db, other)
    assert list(running) == []


def test_the_past_is_counted(shelf: Shelf) -> None:
    """All that answers is counted, the year before today by itself, and the newest is shown first."""
    shelf.fill(
        made(NET, title="Oud", date="2020-05-01"),
        made(NET, title="Nieuw", date="2025-05-01"),
        made(NET, title="Nieuwer", date="2025-06-01"),
        made(NET, title="Toekomst", date="2026-06-01"),
        made(NET, title="Zonder"),
        made(WATER, date="2025-06-01"),
    )
    found = looked_back(shelf, "netcapaciteit")
    assert (found.total, found.last_year, found.undated, found.more) == (5, 2, 1, False)
    shown = [one.citation.title for one in found.latest]
    assert shown == ["Toekomst", "Nieuwer", "Nieuw", "Oud", "Zonder"]
    assert found.pace == "minder dan 1 per maand"
    assert looked_back(shelf, "bruinvis").total == 0


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, ""), (1, "minder dan 1 per maand"), (12, "ongeveer 1 per maand"), (52, "ongeveer 1 per week")],
)
def test_a_pace_is_told_in_words(count: int, told: str) -> None:
    """How often a year's number is."""
    assert pace(count) == told


@pytest.mark.parametrize(
    ("told", "not_told"),
    [
        (Evidence(0.56, 0.0), Evidence(0.54, 0.0)),
        (Evidence(0.26, 1.0), Evidence(0.24, 1.0)),
        (Evidence(0.41, 0.5), Evidence(0.39, 0.5)),
        (Evidence(None, 0.8), Evidence(None, 0.79)),
    ],
)
def test_an_answer_is_judged_by_itself(told: Evidence, not_told: Evidence) -> None:
    """Likeness and words together; words alone where likeness cannot be judged."""
    assert is_told(told)
    assert not is_told(not_told)


def test_a_number_is_told_by_its_digits_only() -> None:
    """However like the passage is, a publication that it does not name was not asked for."""
    assert is_told(Evidence(0.1, 0.8), exactly=True)
    assert not is_told(Evidence(0.9, 0.5), exactly=True)


def test_likeness_counts_where_it_was_measured() -> None:
    """For the model that comes along, in any revision, with its map."""
    assert is_calibrated("multilingual-e5-small-q4@0f12ab34", mapped=True)
    assert not is_calibrated("multilingual-e5-small-q4@0f12ab34", mapped=False)
    assert not is_calibrated("hashing-64-v1", mapped=True)


@pytest.mark.parametrize("query", ["", "  ", "?!", "soort:nota", "na:2024 -water", "\ud800"])
def test_a_search_needs_words(shelf: Shelf, desk: Desk, query: str) -> None:
    """What has nothing to look for is not saved, and says why."""
    shelf.fill(made(WATER))
    with pytest.raises(NothingToWatchError):
        watch_for(shelf, desk, query)


def test_there_is_an_end_to_searches(shelf: Shelf, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library keeps so many searches, and says when it is full."""
    monkeypatch.setattr(searches, "MOST_SEARCHES", 2)
    shelf.fill(made(WATER))
    watch_for(shelf, desk, "water")
    assert len(watch_for(shelf, desk, "w" * 4000).title) == searches.LONGEST_TITLE
    with pytest.raises(TooManySearchesError):
        watch_for(shelf, desk, "water")
