"""Collections hold copies of passages, in an order, with notes; nothing of them is lost or made up."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import (
    CollectionChangedError,
    CollectionLimitError,
    CollectionNotFoundError,
)
from beleidszoeker.index.desk import DESK_NAME, Desk
from beleidszoeker.index.desk.collected import Collected
from beleidszoeker.index.desk.collections import Collections
from beleidszoeker.index.desk.kept import LONGEST_NOTE, LONGEST_TITLE, MOST_ITEMS, Item, Kept, KeptQuote
from beleidszoeker.index.desk.standing import State, standings
from beleidszoeker.index.doctor import examine, repair
from beleidszoeker.index.report import NullReporter

TEXT = "Het net is vol.\n\nHet water stijgt."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def kept(
    text: str = "Het net is vol.", start: int = 0, *, document: str = "d1", source: str = "0.txt"
) -> Kept:
    citation = {"document_id": document, "title": "Net", "source": source, "label": "Net, p. 1"}
    quote = KeptQuote(text, start, start + len(text))
    return Kept(f"{document}-{start}", document, (quote,), citation, ("Noot.",), ("Provincie",), 3)


def filled(desk: Desk, count: int) -> tuple[Collected, list[str]]:
    """Return what stands in a new collection of so many passages, and their ids."""
    collected = Collected(desk, Collections(desk).create("Net").id)
    return collected, [collected.add(kept(f"Zin {number}.", number * 10))[0].id for number in range(count)]


def order(desk: Desk, collected: Collected) -> list[str]:
    return [item.id for item in Collections(desk).get(collected._id).items]


def test_what_is_kept_comes_back(desk: Desk) -> None:
    """A passage comes back as it was kept, with its note."""
    made_one = Collections(desk).create("  Net \n congestie ")
    item, is_new = Collected(desk, made_one.id).add(kept(), note="Navragen.\r\nBij wie?  ")
    found = Collections(desk).get(made_one.id)
    assert is_new
    assert found.items == (item,)
    assert (found.title, found.share, item.kept) == ("Net congestie", made_one.share, kept())
    assert item.note == "Navragen.\nBij wie?"
    assert Collections(desk).shared(found.share) == found


def test_ids_are_secrets(desk: Desk) -> None:
    """The two secrets of a collection are 128 bits each, and neither does the other's work."""
    found = Collections(desk).create("Net")
    assert len({found.id, found.share}) == 2
    assert {len(found.id), len(found.share)} == {22}
    with pytest.raises(CollectionNotFoundError):
        Collections(desk).get(found.share)
    with pytest.raises(CollectionNotFoundError):
        Collections(desk).shared(found.id)


def test_the_same_is_not_kept_twice(desk: Desk) -> None:
    """What stands within a kept quote is there already; another sentence of the passage is not."""
    collected = Collected(desk, Collections(desk).create("Net").id)
    first, _ = collected.add(kept("Het net is vol.", 0))
    assert collected.add(kept("Het net is vol.", 0)) == (first, False)
    assert collected.add(kept("net", 4)) == (first, False)
    assert collected.add(kept("Het net is vol. Echt.", 0))[1]
    assert collected.add(kept("Het net is vol.", 0, document="d2"))[1]
    assert collected.add(kept("Het gat is vol.", 0))[1]  # the document was read anew: another text there


@pytest.mark.parametrize(
    ("step", "moved"),
    [(1, "bacd"), (-1, "abcd"), (2, "bcad"), (100, "bcda"), (0, "abcd"), (-(10**9), "abcd")],
)
def test_a_passage_moves(desk: Desk, step: int, moved: str) -> None:
    """A passage moves so many places and never beyond an end."""
    collected, ids = filled(desk, 4)
    place = collected.move(ids[0], step)
    names = dict(zip(ids, "abcd", strict=True))
    assert "".join(names[known] for known in order(desk, collected)) == moved
    assert place == moved.index("a")


def test_a_passage_moves_before_another(desk: Desk) -> None:
    """A passage goes before the one that is named, or to the end where that one is gone."""
    collected, (a, b, c) = filled(desk, 3)
    assert collected.move_before(c, a) == 0
    assert order(desk, collected) == [c, a, b]
    assert collected.move_before(c, "einde") == 2
    assert collected.move_before(a, "weg") == 2
    assert collected.move_before(a, a) == 2
    assert order(desk, collected) == [b, c, a]


def test_many_at_once_lose_nothing(desk: Desk) -> None:
    """People who add, move and annotate at the same time lose nothing of each other's."""
    collected, ids = filled(desk, 6)

    def work(number: int) -> None:
        collected.move(ids[number % 6], number % 5 - 2)
        collected.add(kept(f"Nieuw {number}.", 1000 + number * 10))
        collected.annotate(ids[number % 6], f"Notitie {number}.")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(24)))
    found = Collections(desk).get(collected._id)
    assert {item.id for item in found.items} > set(ids)
    assert len(found.items) == 30
    with desk.reading() as db:
        places = [row[0] for row in db.execute("SELECT place FROM collected ORDER BY place")]
    assert places == list(range(30))


def test_an_order_for_an_older_collection_is_refused(desk: Desk) -> None:
    """Whoever orders what somebody else changed meanwhile is told, and nothing is written."""
    collected, (a, b, c) = filled(desk, 3)
    version = Collections(desk).get(collected._id).version
    collected.arrange([c, b, a], version=version)
    with pytest.raises(CollectionChangedError):
        collected.arrange([a, b, c], version=version)
    for wrong in ([c, b], [c, b, a, a], [c, b, "x"], []):
        with pytest.raises(CollectionChangedError):
            collected.arrange(wrong, version=version + 1)
    assert order(desk, collected) == [c, b, a]


def test_two_who_write_one_note(desk: Desk) -> None:
    """Whoever would write over a note that was not seen is told; the same words are no quarrel."""
    collected, (item,) = filled(desk, 1)
    first = collected.annotate(item, "Van mij.", revision=0)
    with pytest.raises(CollectionChangedError):
        collected.annotate(item, "Van jou.", revision=0)
    assert collected.annotate(item, "Van mij.", revision=0) == first
    assert collected.annotate(item, "Van ons.", revision=first.revision).note == "Van ons."
    assert collected.annotate(item, "Toch.").note == "Toch."


def test_taking_out_can_be_undone(desk: Desk) -> None:
    """What was taken out comes back to its place with its note, once."""
    collected, (a, b, c) = filled(desk, 3)
    collected.annotate(b, "Belangrijk.")
    collected.take_out(b)
    assert order(desk, collected) == [a, c]
    for change in (collected.take_out, lambda item: collected.move(item, 1)):
        with pytest.raises(CollectionNotFoundError):
            change(b)
    assert collected.put_back(b).note == "Belangrijk."
    assert collected.put_back(b).id == b
    assert order(desk, collected) == [a, b, c]


def test_what_was_taken_out_and_kept_again_stands_there_once(desk: Desk) -> None:
    """Undoing does not double what was kept again in the meantime."""
    collected, (a,) = filled(desk, 1)
    collected.take_out(a)
    again, is_new = collected.add(kept("Zin 0.", 0))
    assert is_new
    assert collected.put_back(a).id == again.id
    assert order(desk, collected) == [again.id]


def test_after_a_day_it_is_forgotten(desk: Desk) -> None:
    """What was taken out longer than a day ago is gone with the next change."""
    collected, (a, b) = filled(desk, 2)
    collected.take_out(a)
    with desk.writing() as db:
        db.execute("UPDATE collected SET removed = '2020-01-01T00:00:00+00:00' WHERE id = ?", (a,))
    collected.take_out(b)
    with pytest.raises(CollectionNotFoundError):
        collected.put_back(a)
    assert collected.put_back(b).id == b


def test_limits(desk: Desk) -> None:
    """What is too long, empty or too much is refused in words that say the limit; the limits are allowed."""
    collections = Collections(desk)
    collected = Collected(desk, collections.create("é" * LONGEST_TITLE).id)
    for title in ("", " \n\x00 ", "a" * (LONGEST_TITLE + 1)):
        with pytest.raises(CollectionLimitError):
            collections.create(title)
    with pytest.raises(CollectionLimitError, match=str(LONGEST_NOTE)):
        collected.add(kept(), note="a" * (LONGEST_NOTE + 1))
    ids = [collected.add(kept("Zin.", 10 * number), note="a" * LONGEST_NOTE)[0].id for number in range(2)]
    _fill_up(desk, ids[1], MOST_ITEMS)
    with pytest.raises(CollectionLimitError, match=str(MOST_ITEMS)):
        collected.add(kept("Een te veel.", 99_999))
    collected.take_out(ids[0])
    collected.add(kept("Een erbij.", 99_999))
    with pytest.raises(CollectionLimitError):
        collected.put_back(ids[0])


def _fill_up(desk: Desk, item: str, count: int) -> None:
    """Copy an item until there are so many; one transaction each would take long."""
    columns = (
        "collection_id, passage_id, document_id, quotes, citation, footnotes, organisations, snapshot, added"
    )
    copy = f"INSERT INTO collected (id, place, {columns}) SELECT ?, ?, {columns} FROM collected WHERE id = ?"  # noqa: S608
    with desk.writing() as db:
        db.executemany(copy, [(f"kopie{place}", place, item) for place in range(2, count)])


@pytest.mark.parametrize("note", ["\ud800 half", "nul \x00 teken", "<script>", "'; DROP TABLE collected; --"])
def test_any_text_can_be_a_note(desk: Desk, note: str) -> None:
    """Hostile text is kept as text, without what no document can hold."""
    collected, (item,) = filled(desk, 1)
    found = collected.annotate(item, note).note
    assert "\x00" not in found
    assert found.encode("utf-8").decode() == found
    assert found.replace("?", "") in note.replace("\x00", "").replace("\ud800", "")


@pytest.mark.parametrize(
    "change",
    [
        lambda there: there.annotate("x", "n"),
        lambda there: there.take_out("x"),
        lambda there: there.put_back("x"),
        lambda there: there.move("x", 1),
        lambda there: there.move_before("x", "y"),
    ],
)
def test_an_item_of_another_collection_is_not_there(
    desk: Desk, change: Callable[[Collected], object]
) -> None:
    """Unknown ids are one and the same error, that never repeats them."""
    collected, (item,) = filled(desk, 1)
    other, _ = filled(desk, 0)
    for there in (collected, other, Collected(desk, "geen")):
        with pytest.raises(CollectionNotFoundError) as caught:
            change(there)
        assert "x" not in caught.value.message.split()
    with pytest.raises(CollectionNotFoundError):
        other.take_out(item)
    with pytest.raises(CollectionNotFoundError):
        Collected(desk, "geen").add(kept())


def test_removing_is_for_good(desk: Desk) -> None:
    """With a collection all that stood in it goes."""
    collected, _ = filled(desk, 2)
    Collections(desk).remove(collected._id)
    with desk.reading() as db:
        assert db.execute("SELECT count(*) FROM collected").fetchone()[0] == 0
    for attempt in (Collections(desk).get, Collections(desk).remove):
        with pytest.raises(CollectionNotFoundError):
            attempt(collected._id)


def test_a_list_keeps_the_order_that_is_asked(desk: Desk) -> None:
    """Collections are listed as they are asked for, with what stands in them; unknown ones are left out."""
    (first, ids), (second, _) = filled(desk, 2), filled(desk, 0)
    first.take_out(ids[0])
    listed = Collections(desk).listed([second._id, "geen", first._id, second._id])
    assert [(each.id, each.count) for each in listed] == [(second._id, 0), (first._id, 1)]
    assert Collections(desk).listed([]) == []


def keep_from(shelf: Shelf, document_id: str, quote: str) -> Item:
    """Keep a quote of a document as it is now."""
    text = shelf.library.reader.text(document_id)
    assert text is not None
    source = shelf.library.reader.document(document_id).sources[0]
    desk = Desk(shelf.library.folder)
    there = Collected(desk, Collections(desk).create("Net").id)
    return there.add(kept(quote, text.index(quote), document=document_id, source=source))[0]


def state(shelf: Shelf, item: Item) -> tuple[State, bool, str | None]:
    found = standings(shelf.library.reader, [item])[item.id]
    return found.state, found.literal, found.document_id


def test_an_unchanged_document_is_the_same(shelf: Shelf) -> None:
    """A quote that stands where it stood is the same, and its passage is named as it is cut now."""
    (document,) = shelf.fill(made(TEXT))
    item = keep_from(shelf, document, "water stijgt")
    found = standings(shelf.library.reader, [item])[item.id]
    assert (found.state, found.literal) == (State.SAME, True)
    assert found.passage_id is not None
    assert "water" in shelf.library.reader.passage(found.passage_id).text


def test_another_cut_changes_nothing(shelf: Shelf) -> None:
    """Where only the passages are cut otherwise, the quote still stands there."""
    content = "zelfde bytes"
    document = shelf.put("0.txt", made(TEXT), content=content)
    item = keep_from(shelf, document, "Het water stijgt.")
    reread(shelf, made(TEXT, section=("Kop",)), document)
    assert state(shelf, item) == (State.SAME, True, document)


def test_a_document_that_was_read_anew(shelf: Shelf) -> None:
    """A quote that moved is told to have moved; one that changed is told to have changed."""
    document = shelf.put("0.txt", made(TEXT), content="zelfde bytes")
    item = keep_from(shelf, document, "Het water stijgt.")
    reread(shelf, made("Vooraf.\n\n" + TEXT), document)
    assert state(shelf, item) == (State.MOVED, True, document)
    reread(shelf, made("Het net is vol.\n\nHet water daalt, zegt men."), document)
    assert state(shelf, item) == (State.CHANGED, False, document)


def test_a_new_version_of_the_file(shelf: Shelf) -> None:
    """Where the file holds another document now, that is told, and whether the quote stands in it."""
    document = shelf.put("0.txt", made(TEXT))
    stays, goes = (
        keep_from(shelf, document, "Het net is vol."),
        keep_from(shelf, document, "Het water stijgt."),
    )
    newer = shelf.put("0.txt", made("Het net is vol.\n\nDroog."))
    with shelf.library.writing() as writer:
        writer.sweep()
    assert state(shelf, stays) == (State.CHANGED, True, newer)
    assert state(shelf, goes) == (State.CHANGED, False, newer)


def test_a_removed_document(shelf: Shelf) -> None:
    """What was kept outlives its document, and is told to have lost it."""
    (document,) = shelf.fill(made(TEXT))
    item = keep_from(shelf, document, "Het net is vol.")
    with shelf.library.writing() as writer:
        writer.remove_documents([document])
    assert state(shelf, item) == (State.REMOVED, False, None)
    assert item.kept.quotes[0].text == "Het net is vol."


def reread(shelf: Shelf, prepared: object, document: str) -> None:
    """Let the same bytes be parsed otherwise, as after a new version of the parser."""
    shelf.library._connection().execute("UPDATE documents SET parser_version = 0")
    assert shelf.put("0.txt", prepared, content="zelfde bytes") == document  # type: ignore[arg-type]


def test_the_doctor_looks_at_the_desk(shelf: Shelf) -> None:
    """A whole desk is told of, a damaged one too; a repair leaves it alone."""
    shelf.fill(made(TEXT))
    assert "desk" not in {finding.check for finding in examine(shelf.library, shelf.embedder)}
    desk = Desk(shelf.library.folder)
    item = Collections(desk).create("Net")
    assert examine(shelf.library, shelf.embedder)[-1].ok
    repair(shelf.library, shelf.embedder, reporter=NullReporter())
    assert Collections(desk).get(item.id) == item
    _damage(shelf.library.folder / DESK_NAME)
    finding = examine(shelf.library, shelf.embedder)[-1]
    assert (finding.check, finding.ok) == ("desk", False)
    assert "reservekopie" in finding.message


def _damage(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
