"""A timeline tells what happened, in order, with the words it stands on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support import Shelf, made
from tests.timelines import FIRST, SECOND, fill, letter, promise

from beleidszoeker.errors import DocumentNotFoundError, NoTimelineError
from beleidszoeker.ingest.knowledge.model import Knowledge
from beleidszoeker.search.timeline import (
    Event,
    EventKind,
    Line,
    Scope,
    Wanted,
    changes,
    find_line,
    show,
    timeline,
)
from beleidszoeker.search.timeline.changes import Moved
from beleidszoeker.search.timeline.earlier import earlier

ALL = Wanted()
DOSSIER = Scope(dossier="29 826")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shelf, tuple[str, str, str, str]]:
    shelf = Shelf(tmp_path_factory.mktemp("timeline"))
    return shelf, fill(shelf)


def line_of(shelf: Shelf, scope: Scope) -> Line:
    return find_line(shelf.library.reader, scope, shelf.engine)


def told(events: Sequence[Event], ids: Sequence[str]) -> list[tuple[str | None, str, int]]:
    return [(event.day, event.kind.value, ids.index(event.document_id)) for event in events]


def test_a_dossier_is_told_in_order(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Documents, promises, their deadlines, questions and answers by day; what has no day comes last."""
    shelf, ids = filled
    part = timeline(shelf.library.reader, line_of(shelf, DOSSIER), ALL)
    assert told(part.events, ids) == [
        ("2024-01-10", "document", 0),
        ("2024-01-10", "commitment", 0),
        ("2024-03-06", "asked", 2),
        ("2024-03-25", "document", 2),
        ("2024-03-25", "answered", 2),
        ("2024-06-20", "document", 1),
        ("2024-06-20", "commitment", 1),
        ("2024-06-20", "commitment", 1),
        ("2024-06-20", "reference", 1),
        ("2024-07-01", "deadline", 0),
        ("2024-12-31", "deadline", 1),
        ("2026-12-31", "deadline", 1),
        (None, "document", 3),
        (None, "motion", 3),
        (None, "decision", 3),
    ]
    assert part.years == {"2024": 11, "2026": 1, "onbekend": 3}
    assert part.counts[EventKind.DEADLINE] == 3


def test_the_newest_can_come_first(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Then days go down, what has no day still comes last, and nothing else differs."""
    shelf, _ = filled
    line = line_of(shelf, DOSSIER)
    part = timeline(shelf.library.reader, line, Wanted(newest=True))
    days = [event.day for event in part.events]
    assert days[-3:] == [None] * 3
    assert days[:-3] == sorted(filter(None, days), reverse=True)
    assert {event.id for event in part.events} == {
        event.id for event in timeline(shelf.library.reader, line, ALL).events
    }


def test_what_is_shown_stands_in_the_text(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Each excerpt is the text at its place, and a commitment's term stands in it."""
    shelf, ids = filled
    reader = shelf.library.reader
    shown = show(reader, timeline(reader, line_of(shelf, DOSSIER), ALL).events)
    for each in shown:
        if each.excerpt:
            text = reader.text(each.event.document_id) or ""
            assert text[each.excerpt.start : each.excerpt.end] == each.excerpt.text
    said = {(each.event.kind.value, each.event.document_id): each for each in shown}
    assert (answer := said["answered", ids[2]].excerpt)
    assert answer.text == "In 2030 is het elektriciteitsnet verzwaard."
    deadline = said["deadline", ids[0]]
    assert (deadline.dated, deadline.event.until) == ("voor 1 juli 2024", "2024-07-01")
    assert (reference := said["reference", ids[1]]).excerpt
    assert reference.excerpt.text == "Kamerstuk 29826, nr. 1"
    assert reference.target
    assert reference.target.id == ids[0]


def test_a_long_motion_is_cut_at_a_word(shelf: Shelf) -> None:
    """What is shown of it stays literal, and it is told that there is more."""
    text = "water " * 300
    (found,) = shelf.fill(
        letter(text, date="2024-01-01", knowledge=Knowledge(commitments=(promise(text, text.rstrip()),)))
    )
    reader = shelf.library.reader
    event = Event(EventKind.MOTION, None, found, 0, len(text))
    (shown,) = show(reader, [event])
    assert not shown.whole
    assert shown.excerpt
    assert shown.excerpt.text.endswith("water")
    assert len(shown.excerpt.text) <= 600


def test_a_period_and_kinds_limit_it(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Only what lies in the period, so nothing without a day; kinds that are not chosen are still counted."""
    shelf, ids = filled
    wanted = Wanted(frozenset({EventKind.COMMITMENT}), date_from="2024-02-01", date_to="2024-12-31")
    part = timeline(shelf.library.reader, line_of(shelf, DOSSIER), wanted)
    assert told(part.events, ids) == [("2024-06-20", "commitment", 1)] * 2
    assert (part.counts[EventKind.DEADLINE], part.counts[EventKind.DOCUMENT]) == (2, 2)
    assert EventKind.MOTION not in part.counts


def test_a_subject_has_only_what_is_about_it(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Of a letter on two things, the promise about the other one is left out."""
    shelf, ids = filled
    part = timeline(shelf.library.reader, line_of(shelf, Scope(query='"walstroom"')), ALL)
    assert told(part.events, ids) == [
        ("2024-06-20", "document", 1),
        ("2024-06-20", "commitment", 1),
        ("2026-12-31", "deadline", 1),
    ]
    texts = {each.excerpt.text for each in show(shelf.library.reader, part.events) if each.excerpt}
    assert all("walstroom" in text for text in texts)


def test_a_subject_that_nothing_answers_has_no_events(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """It says why rather than show the nearest noise."""
    shelf, _ = filled
    line = line_of(shelf, Scope(query='"tulpenbollen"'))
    assert timeline(shelf.library.reader, line, ALL).total == 0
    assert line.notes


def test_a_document_stands_among_what_it_cites_and_what_cites_it(
    filled: tuple[Shelf, tuple[str, ...]],
) -> None:
    """From either side the two letters find each other, and not the others of the dossier."""
    shelf, ids = filled
    for document in ids[:2]:
        assert line_of(shelf, Scope(document=document)).documents == tuple(sorted(ids[:2]))


@pytest.mark.parametrize("scope", [Scope(), Scope(dossier=" "), Scope(dossier="29826", document="a")])
def test_it_must_be_told_of_what(filled: tuple[Shelf, tuple[str, ...]], scope: Scope) -> None:
    """Nothing, or two things that do not go together, is an error that says what to do."""
    with pytest.raises(NoTimelineError):
        line_of(filled[0], scope)


def test_an_unknown_document_is_told(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """An unknown id is no empty line; a dossier that nothing belongs to is."""
    with pytest.raises(DocumentNotFoundError):
        line_of(filled[0], Scope(document="0000000000000000"))
    assert line_of(filled[0], Scope(dossier="12345")).documents == ()


def versions(shelf: Shelf) -> tuple[str, str]:
    """Put two versions of a text into a library; in the second a deadline moved and a promise went."""
    rest = " ".join(
        f"Het net in gemeente {name} wordt dit jaar verzwaard." for name in "abcdefghijklmnopqrst"
    )
    promised = "Ik stuur uw Kamer uiterlijk {} het plan voor verzwaring."
    gone = "Ik bezoek de regio voor 1 mei 2024."
    old = f"{promised.format('1 juli 2024')}\n\n{gone}\n\n{rest}"
    new = f"{promised.format('1 oktober 2024')}\n\n{rest}"
    ids = []
    for name, text, until in (("concept.txt", old, "2024-07-01"), ("brief.txt", new, "2024-10-01")):
        sentence = text.split("\n\n")[0]
        found = [promise(text, sentence, term=" ".join(sentence.split()[4:8]), until=until)]
        if gone in text:
            found.append(promise(text, gone, term="voor 1 mei 2024", until="2024-05-01"))
        made_of = letter(
            text, date=until.replace("-0", "-0")[:4] + "-01-01", knowledge=Knowledge(commitments=tuple(found))
        )
        ids.append(shelf.put(name, made_of))
    shelf.publish()
    return ids[0], ids[1]


def test_versions_of_a_work_are_shown_once(shelf: Shelf) -> None:
    """The final text stands for its concept, which is named beside it."""
    concept, final = versions(shelf)
    reader = shelf.library.reader
    part = timeline(reader, line_of(shelf, DOSSIER), ALL)
    assert {event.document_id for event in part.events} == {final}
    (document,) = (each for each in show(reader, part.events) if each.event.kind is EventKind.DOCUMENT)
    assert [each.document_id for each in document.versions] == [concept]


def test_what_changed_between_versions_is_marked_word_by_word(shelf: Shelf) -> None:
    """Both sides are literal, only the month differs, the deadline is later; what went is told apart."""
    concept, final = versions(shelf)
    found = changes(shelf.library.reader, shelf.engine().snapshot(), concept, final)
    assert found.same_work
    (pair,) = found.pairs
    assert pair.before
    assert pair.after
    assert [run.text for run in pair.before.runs if run.changed] == ["juli"]
    assert [run.text for run in pair.after.runs if run.changed] == ["oktober"]
    for side in (pair.before, pair.after):
        assert "".join(run.text for run in side.runs) == side.excerpt.text
    assert (pair.deadline, pair.before.until, pair.after.until) == (Moved.LATER, "2024-07-01", "2024-10-01")
    assert (pair.before.term, pair.after.term) == ("uiterlijk 1 juli 2024", "uiterlijk 1 oktober 2024")
    (gone,) = found.only_before
    assert gone.before
    assert gone.before.excerpt.text == "Ik bezoek de regio voor 1 mei 2024."
    assert found.only_after == ()


def test_the_other_way_round_the_deadline_is_earlier(shelf: Shelf) -> None:
    """Before and after are as they were asked for."""
    concept, final = versions(shelf)
    found = changes(shelf.library.reader, shelf.engine().snapshot(), final, concept)
    assert [pair.deadline for pair in found.pairs] == [Moved.EARLIER]
    assert len(found.only_after) == 1


def test_successive_letters_are_held_against_each_other(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """The same plan with another deadline is found; a promise about something else answers to nothing."""
    shelf, ids = filled
    found = changes(shelf.library.reader, shelf.engine().snapshot(), ids[0], ids[1])
    assert not found.same_work
    (pair,) = found.pairs
    assert pair.deadline is Moved.LATER
    assert not pair.literal
    assert set(pair.shared) == {"plan", "verzwaring", "elektriciteitsnet", "chemelot"}
    assert [each.after.excerpt.text for each in found.only_after if each.after] == [
        "Het kabinet zal de havens in 2026 helpen met walstroom."
    ]


def test_on_the_line_a_promise_knows_the_earlier_one(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Only the later one has an earlier, and the one about something else has none."""
    shelf, _ = filled
    reader, line = shelf.library.reader, line_of(shelf, DOSSIER)
    events = timeline(reader, line, ALL).events
    found = earlier(reader, shelf.engine().snapshot(), line, events)
    ((name, resembled),) = found.items()
    later = next(event for event in events if event.id == name)
    assert resembled.before
    assert resembled.after
    assert SECOND[later.start : later.end] == resembled.after.excerpt.text
    assert resembled.before.excerpt.text == FIRST.split("\n\n")[1]


def test_the_same_bare_sentence_in_other_letters_is_no_change(shelf: Shelf) -> None:
    """*Hierover* means what stands around it: of letters on different things nothing is aligned."""
    bare = "Ik informeer uw Kamer hierover voor de zomer."
    texts = [
        f"De varkensstallen in Brabant stoten ammoniak uit bij Natura 2000-gebieden. {bare}",
        f"De scholen op Texel krijgen muziekinstrumenten van het fonds. {bare}",
    ]
    one, other = shelf.fill(
        *(
            letter(text, title=title, date=day, knowledge=Knowledge(commitments=(promise(text, bare),)))
            for text, title, day in zip(
                texts, ("Stikstof", "Muziekles"), ("2024-01-01", "2024-02-01"), strict=True
            )
        )
    )
    found = changes(shelf.library.reader, shelf.engine().snapshot(), one, other)
    assert found.pairs == ()
    assert (len(found.only_before), len(found.only_after)) == (1, 1)


def test_questions_and_their_answers_are_asked_once(shelf: Shelf) -> None:
    """The day of asking stands in both documents, and once on the line."""
    prepared = letter("Vraag.", date="2024-03-06")
    fill(shelf)
    source = shelf.library.reader
    found = next(one for each in source.documents_with_questions() if (one := source.questions(each)))
    only = replace(found, exchanges=(replace(found.exchanges[0], answer=None),), answered=None)
    text = source.text(source.documents_with_questions()[0]) or ""
    shelf.put("vragen.txt", replace(letter(text, date="2024-03-06"), questions=only))
    shelf.put("los.txt", prepared)
    shelf.publish()
    events = timeline(source, line_of(shelf, DOSSIER), ALL).events
    assert [event.day for event in events if event.kind is EventKind.ASKED] == ["2024-03-06"]
    assert [event.day for event in events if event.kind is EventKind.ANSWERED] == ["2024-03-25"]


def test_a_removed_document_is_gone_at_once(tmp_path: Path) -> None:
    """Neither it nor what referred to it is on the line any more."""
    shelf = Shelf(tmp_path / "library")
    with shelf.library:
        ids = fill(shelf)
        with shelf.library.writing() as writer:
            writer.remove_documents([ids[0]])
        events = timeline(shelf.library.reader, line_of(shelf, DOSSIER), ALL).events
        assert ids[0] not in {event.document_id for event in events}
        assert EventKind.REFERENCE not in {event.kind for event in events}
        assert shelf.put("los.txt", made("Los."))
