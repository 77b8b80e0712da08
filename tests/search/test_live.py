"""The snapshot that is searched, while another is published: one waits, and nobody sees too much."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import pytest
from tests.support import Shelf, made

from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.live import LiveView, View

_T = TypeVar("_T")


@pytest.fixture
def engine(shelf: Shelf) -> SearchEngine:
    shelf.fill(
        made("Het water stijgt bij Venlo.", title="Waterstand"),
        made("De dijk wordt hoger.", title="Dijkverhoging"),
    )
    opened = shelf.engine()
    opened.open()
    return opened


@contextmanager
def opening(engine: SearchEngine) -> Iterator[None]:
    """Be the one that opens a snapshot."""
    with engine._live._lock:
        yield


def elsewhere(work: Callable[[], _T]) -> "Future[_T]":
    """Do something in a thread of its own."""
    done: Future[_T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001 - told by the future
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return done


def sources(engine: SearchEngine, query: str = "water dijk zee") -> set[str]:
    return {result.citation.source for result in engine.search(query).results}


def test_others_go_on_while_a_snapshot_is_opened(shelf: Shelf, engine: SearchEngine) -> None:
    """They get what was published before; what is new is found as soon as it is open."""
    shelf.put("zee.txt", made("De zee is zout water.", title="Zee"))
    shelf.publish()
    with opening(engine):
        assert sources(engine) == {"0.txt", "1.txt"}
        assert engine.serving == 1
    assert sources(engine) == {"0.txt", "1.txt", "zee.txt"}
    assert engine.serving == 2


def test_a_removal_is_never_waited_out(shelf: Shelf, engine: SearchEngine) -> None:
    """Who comes while a view is made waits for it, rather than see what was removed."""
    gone = min(sources(engine))
    with shelf.library.writing() as writer:
        writer.remove_sources([f"/{gone}"])
    with opening(engine):
        found = elsewhere(lambda: sources(engine))
        with pytest.raises(TimeoutError):
            found.result(timeout=0.3)
    assert found.result(timeout=30) == {"1.txt"}


def test_what_was_removed_and_published_meanwhile_is_gone(shelf: Shelf, engine: SearchEngine) -> None:
    """No search came in between, so the view knows nothing of it: the database does; nothing is suggested."""
    assert [each.text for each in engine.suggest("waterst")]
    with shelf.library.writing() as writer:
        writer.remove_sources(["/0.txt"])
    shelf.publish()
    with opening(engine):
        assert sources(engine) == {"1.txt"}
        facets = engine.facets("water dijk")
        assert all(value.count == 1 for facet in facets for value in facet.values)
        assert engine.suggest("waterst") == engine.suggest("dijk") == []
    assert engine.suggest("waterst") == []
    assert [each.text for each in engine.suggest("dijk")]


@pytest.mark.usefixtures("engine")
def test_who_goes_on_with_a_snapshot_knows_which_documents_are_gone(shelf: Shelf) -> None:
    """Else a version that was removed would stand for another, and neither would be shown."""
    seen = list[View]()
    live = LiveView(shelf.library, shelf.embedder.id, warm=lambda _: seen.append(live.current()))
    first = live.current()
    keys = first.snapshot.keys
    with shelf.library.writing() as writer:
        writer.remove_sources(["/0.txt"])
    shelf.publish()
    live.current()
    assert [view.snapshot for view in seen] == [first.snapshot]
    assert len(first.owners.of(keys)) == len(keys)
    assert len(seen[0].owners.of(keys)) == len(keys) - 1


def test_a_snapshot_is_used_once_before_others_get_it(shelf: Shelf, engine: SearchEngine) -> None:
    """The first, which somebody waits for, is not; a removal opens nothing, and warms nothing."""
    warmed = list[int]()

    def warm(view: View) -> None:
        warmed.append(view.snapshot.manifest.number)

    live = LiveView(shelf.library, shelf.embedder.id, warm=warm)
    numbers = [live.number]
    live.current()
    numbers.append(live.number)
    assert warmed == []
    shelf.put("zee.txt", made("De zee is zout water."))
    shelf.publish()
    live.current()
    assert [*numbers, live.number] == [None, 1, 2]
    assert warmed == [2]
    with shelf.library.writing() as writer:
        writer.remove_sources(["/zee.txt"])
    assert live.current().removed
    assert warmed == [2]
    assert sources(engine)


def test_searches_go_on_over_many_publications(shelf: Shelf, engine: SearchEngine) -> None:
    """A document that changes each time, and snapshots whose folders go, cost no search its answer."""
    over = threading.Event()

    def ask() -> int:
        asked = 0
        while not over.is_set():
            asked += 1
            assert {"0.txt", "1.txt"} <= sources(engine), asked
        return asked

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(ask) for _ in range(3)]
        try:
            for number in range(6):
                shelf.put("zee.txt", made(f"De zee is zout, en {number} meter diep."), content=f"{number}")
                shelf.publish()
        finally:
            over.set()
        assert sum(each.result() for each in asking) > 0
    assert engine.search("meter diep").results[0].quotes[0].text == "De zee is zout, en 5 meter diep."
