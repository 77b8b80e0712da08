"""``beleidszoeker timeline`` and ``changes``."""

import json

import pytest
from tests.support import Shelf, invoke
from tests.timelines import DOSSIER, fill

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.model.hashing import HashingEmbedder


@pytest.fixture
def filled(shelf: Shelf) -> tuple[Shelf, tuple[str, str, str, str]]:
    shelf.embedder._inner = HashingEmbedder()
    return shelf, fill(shelf)


def test_events_are_printed_under_their_days(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Days, names of events, literal words, and that one resembles an earlier one."""
    shelf, _ = filled
    printed = invoke(shelf.library.folder, "timeline", "--dossier", DOSSIER).stdout
    days = [line for line in printed.splitlines() if line and not line.startswith(" ")]
    assert days[0] == "10 januari 2024"
    assert days[-2:] == ["Zonder datum", "15 gebeurtenissen in 4 documenten."]
    assert "  Termijn Netten in Limburg" in printed
    assert "lijkt op een eerdere toezegging: " in printed
    assert "De termijn ligt later." in printed


def test_json_holds_the_same(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """With --event only these; excerpts carry their place."""
    shelf, ids = filled
    printed = invoke(
        shelf.library.folder,
        "timeline",
        "--dossier",
        DOSSIER,
        "--event",
        "deadline",
        "--to",
        "2024",
        "--json",
    ).stdout
    found = json.loads(printed)
    assert [(each["day"], each["document"]["id"]) for each in found["events"]] == [
        ("2024-07-01", ids[0]),
        ("2024-12-31", ids[1]),
    ]
    assert all(each["excerpt"]["text"] and each["dated"] for each in found["events"])


def test_a_subject_is_an_argument(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """Only what is about it is printed."""
    shelf, _ = filled
    printed = invoke(shelf.library.folder, "timeline", '"walstroom"').stdout
    assert "3 gebeurtenissen in 1 document." in printed


def test_an_unknown_event_is_told(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """The error names those that there are."""
    with pytest.raises(InvalidFilterError):
        invoke(filled[0].library.folder, "timeline", "--dossier", DOSSIER, "--event", "feest")


def test_changes_are_marked_without_colour(filled: tuple[Shelf, tuple[str, ...]]) -> None:
    """What went and what came stand between marks; JSON holds the runs."""
    shelf, ids = filled
    printed = invoke(shelf.library.folder, "changes", ids[0], ids[1]).stdout
    assert "[-" in printed
    assert "{+" in printed
    assert "alleen in het tweede" in printed
    found = json.loads(invoke(shelf.library.folder, "changes", ids[0], ids[1], "--json").stdout)
    (pair,) = found["pairs"]
    assert "".join(run["text"] for run in pair["after"]["runs"]) == pair["after"]["excerpt"]["text"]
