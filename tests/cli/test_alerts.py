"""``beleidszoeker alerts``: what it prints, and that a killed run neither loses nor doubles an alert."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support import command, environment, invoke, run

from beleidszoeker.index.desk import Desk
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.alerting.saving import save
from beleidszoeker.search.engine import SearchEngine

DYING = Path(__file__).parents[1] / "index" / "dying.py"
NET = "Het tekort aan netcapaciteit remt de verduurzaming van Chemelot."
WATER = "Het water stijgt langs de rivieren van Limburg."
NOTHING = "Niets nieuws voor de bewaarde zoekopdrachten.\n"


def ingest(library: Path, folder: Path, *texts: str) -> None:
    folder.mkdir(exist_ok=True)
    have = len(list(folder.iterdir()))
    for number, text in enumerate(texts, start=have):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert invoke(library, "ingest", folder).exit_code == 0


def watch_for(library: Path, *queries: str) -> list[str]:
    with Library(library) as store:
        engine = SearchEngine(store, HashingEmbedder())
        desk = Desk(library)
        return [save(desk, store.reader, engine, each, filters=Filters()).id for each in queries]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one document and no searches."""
    ingest(tmp_path / "library", tmp_path / "files", WATER)
    return tmp_path / "library"


def test_one_line_for_each_document(library: Path, tmp_path: Path) -> None:
    """With the search, the citation, the quote and why; a second run has nothing more to tell."""
    assert invoke(library, "alerts", "run").stdout == NOTHING
    watch_for(library, "netcapaciteit")
    assert invoke(library, "alerts", "run").stdout == NOTHING
    ingest(library, tmp_path / "files", f"Brief\n\n{NET}\nEn verder \x1b[2J niets.", f"{WATER} Echt.")
    (line,) = invoke(library, "alerts", "run").stdout.splitlines()
    assert line.startswith("netcapaciteit: ")
    assert f"“{NET}”" in line
    assert line.endswith("‘netcapaciteit’ staat er letterlijk.")
    assert "\x1b" not in line
    assert invoke(library, "alerts", "run").stdout == NOTHING


def test_json_tells_the_same(library: Path, tmp_path: Path) -> None:
    """What a run prints stands in the list of its search afterwards."""
    (search,) = watch_for(library, "netcapaciteit")
    ingest(library, tmp_path / "files", NET)
    told = json.loads(invoke(library, "alerts", "run", "--json").stdout)
    assert [one["search"]["id"] for one in told] == [search]
    assert json.loads(invoke(library, "alerts", "show", search, "--json").stdout) == told
    assert NET in invoke(library, "alerts", "show", search).stdout
    (listed,) = json.loads(invoke(library, "alerts", "list", "--json").stdout)
    assert (listed["id"], listed["alerts"]) == (search, 1)
    assert "netcapaciteit · 1 gemeld" in invoke(library, "alerts", "list").stdout
    assert json.loads(invoke(library, "alerts", "run", "--json").stdout) == []


def test_a_quiet_run_needs_no_model(library: Path) -> None:
    """Where nothing is new the model is not even looked for."""
    watch_for(library, "netcapaciteit")
    ended = run(library, "alerts", "run", BELEIDSZOEKER_MODEL="/bestaat/niet")
    assert (ended.returncode, ended.stdout) == (0, NOTHING)


def test_a_search_that_is_not_there(library: Path) -> None:
    """Its id is refused with one sentence."""
    ended = run(library, "alerts", "show", "x")
    assert ended.returncode == 2
    assert "Deze zoekopdracht is er niet." in ended.stderr


class Killing:
    """Runs of ``alerts run`` that are killed at a step, or counted."""

    def __init__(self, folder: Path, start: Path) -> None:
        self._folder, self._start = folder, start

    def copy(self, name: str) -> Path:
        return Path(shutil.copytree(self._start, self._folder / name))

    def steps(self, library: Path) -> dict[str, int]:
        self._run(library, 0, 0)
        found: dict[str, int] = json.loads(library.with_suffix(".json").read_text(encoding="utf-8"))
        return found

    def kill(self, library: Path, step: int) -> None:
        self._run(library, step, -signal.SIGKILL)

    def finish(self, library: Path) -> None:
        ended = subprocess.run(
            command("alerts", "run"), env=environment(library), capture_output=True, check=False, timeout=60
        )
        assert ended.returncode == 0, ended.stderr

    def _run(self, library: Path, step: int, code: int) -> None:
        own = [sys.executable, str(DYING), "all_searches", str(step), str(library.with_suffix(".json"))]
        ended = subprocess.run(
            [*own, "alerts", "run"],
            env=environment(library),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert ended.returncode == code, ended.stderr


def kept(library: Path) -> tuple[list[Any], list[Any]]:
    """All alerts that are kept, and how far each search has looked."""
    with Desk(library).reading() as db:
        alerts = db.execute("SELECT search_id, document_id, passage_id, said FROM alerts ORDER BY 1, 2")
        looked = db.execute("SELECT id, looked FROM saved_searches ORDER BY id")
        return [tuple(row) for row in alerts], [tuple(row) for row in looked]


def test_killed_anywhere_it_neither_loses_nor_doubles(library: Path, tmp_path: Path) -> None:
    """Killed without warning, once or again and again, and run once more, it told what a quiet run tells."""
    watch_for(library, "netcapaciteit", "water", "Chemelot")
    ingest(
        library, tmp_path / "files", *(f"{(NET, WATER)[number % 2]} Nummer {number}." for number in range(60))
    )
    killing = Killing(tmp_path, library)
    whole = killing.copy("whole")
    steps = killing.steps(whole)
    expected, first, last = kept(whole), steps["tell"], steps["steps"]
    assert len(expected[0]) == 90
    for name, chain in {
        "noting": [steps["note"] + 2],
        "telling": [first + 5],
        "between": [(first + last) // 2],
        "late": [last - 1],
        "again": [steps["note"] + 2, first + 9, first + 40, first + 80],
    }.items():
        library = killing.copy(name)
        for step in chain:
            killing.kill(library, step)
        killing.finish(library)
        assert kept(library) == expected, name
