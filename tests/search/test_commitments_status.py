"""How commitments stand on a day, and what is suggested as an answer: cautiously, and never as a fact."""

from dataclasses import replace

import pytest
from tests.promises import (
    ANSWER,
    KEPT,
    MINISTRY,
    OPEN,
    PROMISE,
    TODAY,
    VAGUE,
    fill,
    letter,
    reply,
    with_knowledge,
)
from tests.support import Shelf

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge import CommitmentOrder, State, WantedCommitments
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.search.commitments import CommitmentRecord, Status, Suggesting, commitment_records
from beleidszoeker.search.commitments.criterion import Tie, answers, reasons


def records(shelf: Shelf, *, today: str = TODAY, **wanted: object) -> dict[str, CommitmentRecord]:
    """Read all commitments that are wanted, by their sentence, in order."""
    reader = shelf.library.reader
    asked = WantedCommitments(**wanted)  # type: ignore[arg-type]  # its own fields
    stored, total = reader.knowledge.commitments.page(asked, today=today, count=-1)
    assert total == len(stored)
    found = commitment_records(
        reader, stored, today=today, suggesting=Suggesting(shelf.library.snapshots.open(model=None))
    )
    return {each.excerpt.text: each for each in found}


def test_a_term_that_has_passed_is_told_as_that(shelf: Shelf) -> None:
    """On the last day a promise is open, the day after its term has passed; without a day it stays open."""
    fill(shelf, letter())
    assert {text: each.status for text, each in records(shelf, today="2025-06-30").items()} == {
        PROMISE: Status.OPEN,
        OPEN: Status.OPEN,
        VAGUE: Status.OPEN,
    }
    assert records(shelf, today="2025-07-01")[PROMISE].status is Status.OVERDUE
    assert records(shelf, today="2099-01-01")[VAGUE].status is Status.OPEN


def test_a_record_is_literal(shelf: Shelf) -> None:
    """Sentence, act and term are spans of the text; the citation names document and day."""
    (document, *_) = fill(shelf, letter())
    record = records(shelf)[PROMISE]
    text = shelf.library.reader.text(document) or ""
    assert text[record.excerpt.start : record.excerpt.end] == PROMISE
    assert record.term is not None
    assert text[record.term.start : record.term.end] == record.term.text == "voor 1 juli 2025"
    assert text[record.act.start : record.act.end] == record.act.text
    assert record.excerpt.label == "Kamerbrief Brief over de beek, 20 januari 2025"
    assert record.organisations == (MINISTRY,)


def test_a_later_answer_is_suggested_with_its_passage(shelf: Shelf) -> None:
    """Same ministry, later, the same Kamerstuk, near in meaning: a suggestion that says why."""
    _, later = fill(shelf, letter(), reply())
    record = records(shelf)[PROMISE]
    assert record.status is Status.POSSIBLY_MET
    assert record.overdue
    (suggestion,) = record.suggestions or ()
    assert (suggestion.excerpt.document_id, suggestion.excerpt.text) == (later, ANSWER)
    assert suggestion.shared == ("kst-31234-7",)
    assert any("kst-31234-7" in why for why in suggestion.why)
    assert not suggestion.says_so
    assert records(shelf)[OPEN].suggestions == ()


@pytest.mark.parametrize(
    "other",
    [
        reply("2025-01-19"),
        reply("2025-01-20"),
        reply(organisation="ministerie van Vuur"),
        reply(refers=False),
        reply(said="De fiets staat in het museum naast het paard."),
    ],
    ids=["earlier", "same day", "another ministry", "no reference", "about something else"],
)
def test_what_misses_one_condition_is_not_suggested(shelf: Shelf, other: PreparedDocument) -> None:
    """Later, of the same organisation, tied by a reference, and near: each of these is needed."""
    fill(shelf, letter(), other)
    record = records(shelf)[PROMISE]
    assert (record.status, record.suggestions) == (Status.OVERDUE, ())


def test_an_undated_promise_has_no_later_documents(shelf: Shelf) -> None:
    """Without a day nobody can tell what came after it."""
    undated = letter()
    fill(shelf, replace(undated, metadata=replace(undated.metadata, date=None)), reply())
    assert records(shelf)[PROMISE].suggestions == ()


def test_a_sentence_that_says_so_is_the_one_that_is_shown(shelf: Shelf) -> None:
    """A document that says that it keeps a promise is quoted with that sentence; itself it stands as told."""
    fill(shelf, letter(), reply(said=KEPT))
    found = records(shelf)
    (suggestion,) = found[PROMISE].suggestions or ()
    assert suggestion.says_so
    assert suggestion.excerpt.text == KEPT
    assert (found[KEPT].status, found[KEPT].suggestions) == (Status.FULFILLED, None)


def test_a_removed_answer_answers_nothing(shelf: Shelf) -> None:
    """What is removed is suggested no more, also before the next snapshot."""
    _, later = fill(shelf, letter(), reply())
    with shelf.library.writing() as writer:
        writer.remove_documents([later])
    assert records(shelf)[PROMISE].status is Status.OVERDUE


def test_the_filter_on_state_tells_what_the_words_and_the_day_tell(shelf: Shelf) -> None:
    """Open, passed, reported and kept by its own words: together all of them, none twice."""
    fill(shelf, letter(), reply(said=KEPT))
    found = {state: set(records(shelf, state=state)) for state in State}
    assert found == {
        State.OPEN: {OPEN, VAGUE},
        State.OVERDUE: {PROMISE},
        State.REPORTED: set(),
        State.FULFILLED: {KEPT},
    }


def test_filters_and_order(shelf: Shelf) -> None:
    """By role, by last day, by organisation; by the first last day first, those without one at the end."""
    fill(shelf, letter(), letter("2024-01-01", "gemeente Beek"))
    assert set(records(shelf, roles=("cabinet",))) == {VAGUE}
    assert set(records(shelf, before="2025-06-30")) == {PROMISE}
    assert set(records(shelf, after="2025-07-01")) == {OPEN}
    reader = shelf.library.reader.knowledge.commitments
    wanted = WantedCommitments(Filters(organisations=("gemeente",)), order=CommitmentOrder.TERM)
    stored, total = reader.page(wanted, today=TODAY)
    untils = [each.commitment.term.until if each.commitment.term else None for each in stored]
    assert (total, untils) == (3, ["2025-06-30", "2087-06-30", None])
    assert reader.organisations(WantedCommitments(), today=TODAY) == (("gemeente Beek", 3), (MINISTRY, 3))


def test_words_rank_and_limit(shelf: Shelf) -> None:
    """Other forms count, headings count for half, and what nobody says gives nothing."""
    fill(shelf, letter())
    assert list(records(shelf, query="plannen dijk")) == [OPEN]
    assert next(iter(records(shelf, query="het peil van de beek"))) == PROMISE
    assert len(records(shelf, query="beek")) == 3
    assert records(shelf, query="appeltaart met kaneel") == {}
    assert records(shelf, query="een het de")  # stop words ask for nothing
    assert records(shelf, query="%_'\"\x00 \ud800") is not None


def test_pages_follow_each_other(shelf: Shelf) -> None:
    """Turning pages gives each commitment once."""
    fill(shelf, letter(), letter("2024-01-01"))
    reader = shelf.library.reader.knowledge.commitments
    pages = [reader.page(WantedCommitments(), today=TODAY, start=at, count=4)[0] for at in (0, 4, 8)]
    assert [len(each) for each in pages] == [4, 2, 0]
    assert pages[0] + pages[1] == reader.all()


def test_a_document_that_changes_changes_its_own_records_only(shelf: Shelf) -> None:
    """Records go with their document."""
    fill(shelf, letter(), reply(said=KEPT))
    changed = with_knowledge(letter())
    shelf.put("0.txt", changed, content="anders")
    shelf.publish()
    assert set(records(shelf)) == {KEPT}


@pytest.mark.parametrize(
    ("tie", "least"),
    [
        (Tie(names_it=True), 4.0),
        (Tie(cited=("k",), shared=("k",)), 4.0),
        (Tie(shared=("k",)), 4.75),
        (Tie(dossiers=("1",), names=("MIEK",)), 5.5),
        (Tie(dossiers=("1",), says_so=True), 4.75),
        (Tie(dossiers=("1",)), None),
        (Tie(), None),
    ],
)
def test_the_less_a_reference_says_the_nearer_a_passage_must_be(tie: Tie, least: float | None) -> None:
    """A dossier alone never suffices."""
    found = next((at / 100 for at in range(0, 1000, 25) if answers(tie, at / 100)), None)
    assert found == least


def test_reasons_claim_no_more_than_is_known() -> None:
    """They never say that a promise was kept: at most that a sentence says so."""
    told = " ".join(reasons(Tie(names_it=True, shared=("a",), names=("MIEK",), says_so=True), "2025-06-20"))
    assert "20 juni 2025" in told
    assert "De zin zegt zelf dat" in told
    assert "is nagekomen" not in told.replace("De zin zegt zelf dat een toezegging is nagekomen", "")
