"""A running engine and a library that changes under it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.support import CountingEmbedder, Shelf, made, run

from beleidszoeker.errors import LibraryMissingError, SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.index.library import Library
from beleidszoeker.search.engine import SearchEngine


def texts(engine: SearchEngine, query: str) -> list[str]:
    return sorted(result.text for result in engine.search(query, count=100).results)


def test_an_empty_library_finds_nothing(shelf: Shelf) -> None:
    """Before the first publication a search is an error; after an empty one, an empty answer."""
    engine = shelf.engine()
    for query in ("water", ""):
        with pytest.raises(SnapshotMissingError):
            engine.search(query)
    shelf.publish()
    assert not engine.search("water").answered
    engine.open()


def test_a_new_snapshot_is_picked_up(shelf: Shelf) -> None:
    """What is published while the engine runs is found by the next search."""
    shelf.fill(made("Water in de rivier."))
    engine = shelf.engine()
    assert engine.open().manifest.number == 1
    shelf.put("b.txt", made("Water in de zee."))
    assert texts(engine, "water") == ["Water in de rivier."]
    shelf.publish()
    assert texts(engine, "water") == ["Water in de rivier.", "Water in de zee."]
    assert engine.snapshot().manifest.number == 2


def test_a_removed_document_is_never_found_again(shelf: Shelf) -> None:
    """Another process removes a document: the next search does without it, before any new snapshot."""
    first, second, _ = shelf.fill(made("Water in de rivier."), made("Water in de zee."), made("Bodem."))
    engine = shelf.engine()
    assert len(texts(engine, "water")) == 3
    assert run(shelf.library.folder, "remove", first).returncode == 0
    assert texts(engine, "water") == ["Bodem.", "Water in de zee."]
    assert run(shelf.library.folder, "remove", second).returncode == 0
    assert texts(engine, "water") == ["Bodem."]
    assert engine.snapshot().manifest.number == 1


def test_removals_leave_no_gaps(shelf: Shelf) -> None:
    """However many of the best were removed, as many results come as were asked."""
    crowd = [shelf.put(f"{n}.txt", made(f"Water water water {n}.\n\n" * 20 + "Slot.")) for n in range(15)]
    shelf.put("last.txt", made("\n\n".join(f"Iets over water, nummer {n}." for n in range(12))))
    shelf.publish()
    with shelf.library.writing() as writer:
        writer.remove_documents(crowd)
    found = texts(shelf.engine(), "water")
    assert len(found) == 12
    assert all(text.startswith("Iets") for text in found)


def test_one_dominant_document_leaves_no_gaps(shelf: Shelf) -> None:
    """When one document has nearly all the best passages, the page is filled with them."""
    shelf.fill(made("\n\n".join(f"Water water water {n}." for n in range(150))), made("Bodem en spoor."))
    assert len(shelf.engine().search("water", count=20).results) == 20
    assert len(shelf.engine().search("water", count=100).results) == 100


def test_a_document_that_changed_and_waits_is_still_found(shelf: Shelf) -> None:
    """Between a change and the next publication the old text is found; afterwards only the new one."""
    shelf.put("a.txt", made("Water in de rivier."))
    shelf.publish()
    engine = shelf.engine()
    shelf.put("a.txt", made("Water in de beek."))
    assert texts(engine, "water") == ["Water in de rivier."]
    shelf.publish()
    assert texts(engine, "water") == ["Water in de beek."]


def test_a_passage_without_a_vector_is_found_by_its_words(shelf: Shelf) -> None:
    """A vector that is gone from the cache does not break a search of what was published."""
    shelf.fill(made("Water in de rivier.\n\nBodem."))
    shelf.library._connection().execute("DELETE FROM vectors")
    assert shelf.engine().search("rivier").results[0].text == "Water in de rivier."


def test_another_model_is_refused(shelf: Shelf) -> None:
    """An engine never searches vectors of another model."""
    shelf.fill(made("Water."))
    with pytest.raises(SnapshotMismatchError):
        SearchEngine(shelf.library, CountingEmbedder(128)).search("water")


def test_many_threads_search_while_snapshots_are_published(shelf: Shelf) -> None:
    """Eight threads go on finding what is there, literally, while documents come and go."""
    always = made("Het water stijgt altijd.", title="Blijvend")
    shelf.put("always.txt", always)
    shelf.publish()
    engine = shelf.engine()
    done = threading.Event()

    def look(number: int) -> int:
        searches = 0
        while not done.is_set() or searches == 0:
            response = engine.search(("water", "nummer", "stijgt", f"deel {number}")[number % 4], count=100)
            assert "Het water stijgt altijd." in [result.text for result in response.results]
            for result in response.results:
                assert all(result.text[q.start : q.end] == q.text for q in result.quotes)
            searches += 1
        return searches

    with ThreadPoolExecutor(8) as threads:
        lookers = [threads.submit(look, number) for number in range(8)]
        try:
            for number in range(12):
                added = shelf.put(f"{number}.txt", made(f"Nummer {number} over water.\n\nDeel {number}."))
                shelf.publish()
                if number % 3 == 0:
                    with shelf.library.writing() as writer:
                        writer.remove_documents([added])
        finally:
            done.set()
        assert all(looker.result() > 0 for looker in lookers)
    numbers = {
        result.text for result in engine.search("nummer", count=100).results if "Nummer" in result.text
    }
    assert numbers == {f"Nummer {n} over water." for n in range(12) if n % 3}


def test_a_closed_library_can_be_gone(shelf: Shelf) -> None:
    """After closing, the folder can be removed, and opening it again says that it is gone."""
    shelf.fill(made("Water."))
    shelf.library.close()
    shelf.library.folder.rename(shelf.library.folder.with_name("moved"))
    with pytest.raises(LibraryMissingError):
        Library(shelf.library.folder)
    with Library(shelf.library.folder.with_name("moved")) as moved:
        assert SearchEngine(moved, shelf.embedder).search("water").answered
