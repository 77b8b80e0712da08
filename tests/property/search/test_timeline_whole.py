"""Whatever documents say, the timeline is in order and whole, and its pages fit together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import Shelf
from tests.timelines import DOSSIER, letter

from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.knowledge.model import (
    Commitment,
    CommitmentKind,
    Decision,
    Knowledge,
    Motion,
    Reference,
    ReferenceKind,
    Term,
)
from beleidszoeker.search.timeline import Event, EventKind, Scope, Wanted, find_line, timeline

DAYS = st.sampled_from([None, "2023-12-31", "2024-01-01", "2024-06-20", "2025-02-28"])
TEXT = "Een zin. " * 12
PIECE = 9


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    places = draw(st.lists(st.integers(0, 11), unique=True, max_size=4))
    spans = [(place * PIECE, place * PIECE + 8) for place in sorted(places)]
    return {
        "date": draw(DAYS),
        "commitments": [(span, draw(st.sampled_from(CommitmentKind)), draw(DAYS)) for span in spans],
        "motions": draw(st.booleans()),
        "decisions": draw(st.integers(0, 2)),
        "cites": draw(st.sets(st.integers(1, 5), max_size=3)),
    }


def prepared(number: int, told: dict[str, Any]) -> Any:
    who = Evidence("minister")
    text = TEXT + f"Nummer {number}."
    knowledge = Knowledge(
        commitments=tuple(
            Commitment(
                kind,
                span[0],
                span[1],
                who,
                "minister",
                None,
                span,
                Term(span[0], span[1], until) if until else None,
            )
            for span, kind, until in told["commitments"]
        ),
        motions=(Motion(0, 8),) if told["motions"] else (),
        decisions=tuple(Decision(at * PIECE, at * PIECE + 8, asked=True) for at in range(told["decisions"])),
        references=tuple(
            Reference(ReferenceKind.KAMERSTUK, f"kst-29826-{cited}", cited * PIECE, cited * PIECE + 3)
            for cited in sorted(told["cites"])
        ),
    )
    return letter(text, date=told["date"], knowledge=knowledge, own=f"kst-29826-{number}")


@contextmanager
def shelved(told: Sequence[dict[str, Any]]) -> Iterator[tuple[Shelf, list[str]]]:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "library")
        with shelf.library:
            yield shelf, [shelf.put(f"{n}.txt", prepared(n, each)) for n, each in enumerate(told, start=1)]


def expected(told: Sequence[dict[str, Any]]) -> Counter[tuple[str, str | None]]:
    """What the records say, counted by kind and day."""
    found: Counter[tuple[str, str | None]] = Counter()
    for number, each in enumerate(told, start=1):
        day = each["date"]
        found["document", day] += 1
        found["motion", day] += int(each["motions"])
        found["decision", day] += each["decisions"]
        found["commitment", day] += len(each["commitments"])
        found["reference", day] += sum(1 for cited in each["cites"] if cited != number and cited <= len(told))
        for _, kind, until in each["commitments"]:
            if until and kind is not CommitmentKind.FULFILLED:
                found["deadline", until] += 1
    return +found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    told=st.lists(documents(), min_size=1, max_size=5),
    size=st.integers(1, 7),
    newest=st.booleans(),
    kinds=st.frozensets(st.sampled_from(EventKind), max_size=3),
)
def test_it_is_in_order_and_whole(
    told: list[dict[str, Any]], size: int, *, newest: bool, kinds: frozenset[EventKind]
) -> None:
    """Days never go back, what has none comes last, each record is there once, and pages lose none of it."""
    with shelved(told) as (shelf, _):
        reader = shelf.library.reader
        line = find_line(reader, Scope(dossier=DOSSIER), shelf.engine)
        whole = timeline(reader, line, Wanted(newest=newest)).events
        assert Counter((event.kind.value, event.day) for event in whole) == expected(told)
        days = [event.day for event in whole]
        dated = [day for day in days if day]
        assert days == sorted(dated, reverse=newest) + [None] * (len(days) - len(dated))
        assert len({event.id for event in whole}) == len(whole)
        wanted = Wanted(kinds, newest=newest)
        limited = [event for event in whole if not kinds or event.kind in kinds]
        by_place: list[Event] = []
        while found := timeline(
            reader,
            line,
            wanted,
            count=size,
            after=by_place[-1].place(newest=newest) if by_place else None,
        ).events:
            by_place += found
        assert by_place == limited
        by_number = [
            timeline(reader, line, wanted, count=size, start=start).events
            for start in range(0, len(limited), size)
        ]
        assert [event for part in by_number for event in part] == limited
