"""Engines are driven in processes of their own; the one peer that every Python has is SQLite's FTS5."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.beside.base import Text, read_texts, write_texts
from benchmarks.beside.lineup import EVERYBODY, FTS5, Entry
from benchmarks.beside.process import NotHere, Process
from benchmarks.beside.table import page, spread

TEXTS = [
    Text("1", "Brief", "Het waterschap verhoogt de rivierdijken voor de winter."),
    Text("2", "", "Langs de vaart komt een breed pad van asfalt,\nvoor fietsers."),
    Text("3", "Plan", "De bodem daalt doordat boeren ontwateren."),
]


@pytest.fixture
def fts5(tmp_path: Path) -> Iterator[Process]:
    write_texts(tmp_path / "texts.jsonl", TEXTS)
    (tmp_path / "index").mkdir()
    with Process(FTS5, [sys.executable], tmp_path, os.environ) as process:
        process.build(tmp_path / "texts.jsonl", tmp_path / "index", None)
        process.open(tmp_path / "index")
        yield process


def test_texts_survive_their_file(tmp_path: Path) -> None:
    """What is read is what was written, line breaks included."""
    write_texts(tmp_path / "texts.jsonl", TEXTS)
    assert read_texts(tmp_path / "texts.jsonl") == TEXTS


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Wie verhoogt de rivierdijken?", ["1", "3", "2"]),
        ("FIETSERS", ["2"]),
        ('bodem" OR (*', ["3"]),
        ("", []),
        ("?!", []),
    ],
)
def test_a_peer_answers_in_its_own_process(fts5: Process, question: str, found: list[str]) -> None:
    """Texts come best first for any of the words, and nothing in a question is taken for syntax."""
    answer = fts5.ask([question], 10)
    assert answer["found"] == [found]
    assert len(answer["waits"]) == len(answer["busy"]) == 1


def test_no_more_texts_come_than_were_asked_for(fts5: Process) -> None:
    """The count holds for every question."""
    assert [len(found) for found in fts5.ask(["de", "de winter"], 1)["found"]] == [1, 1]


def test_an_engine_that_is_not_here_says_what_it_needs(tmp_path: Path) -> None:
    """The reason names what could not be imported, and how to install it."""
    entry = Entry("none", "None", "nowhere", "Nowhere", "", "pip install nowhere")
    with pytest.raises(NotHere, match=r"nowhere.*pip install nowhere"):
        Process(entry, [sys.executable], tmp_path, os.environ).__enter__()


def test_each_engine_has_its_file() -> None:
    """The line-up names files that exist, and no two engines share a key."""
    folder = Path(__file__).parents[2] / "benchmarks" / "beside"
    assert all((folder / f"{entry.module}.py").is_file() for entry in EVERYBODY)
    assert len({entry.key for entry in EVERYBODY}) == len(EVERYBODY)


def test_times_are_told_by_their_percentiles() -> None:
    """Between two values lies a share of both; of no times nothing is told."""
    assert spread([float(value) for value in range(101)]) == {"p50": 50.0, "p95": 95.0, "count": 101}
    assert spread([]) == {}


def test_the_page_leaves_out_what_was_not_measured() -> None:
    """Parts that did not run have no table, an engine that is not there a line, an unknown figure a dash."""
    times = {"ms": {"p50": 1.25, "p95": 2.0}, "processor_ms": {"p50": 1.0}}
    engines = {"ours": {"disk_mb": 12, "serving_mb": 90, "short": times}}
    told = page({"speed": {"passages": 7, "engines": engines}, "not_measured": {"other": "no module"}})
    assert "| ours | 1.2 / 2.0 (1.0) | 90 | 12 | – | – |" in told
    assert "- other: not measured: no module" in told
    assert "nDCG" not in told
