"""Killed at any point and run again, an ingest ends where an undisturbed one ends.

Real processes of the command line are killed with SIGKILL at chosen steps (see ``dying.py``): while reading,
storing and embedding side by side, while embedding what is left, while building and publishing the index, and
while clearing up; at the first ingest, and at a second one for which files changed. Where reading is over,
trials start from copies of one library that was killed there: its files are what such a kill leaves.
"""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.support import command, environment

from beleidszoeker.index.doctor import examine
from beleidszoeker.index.library import Library
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.result import to_json

DYING = Path(__file__).with_name("dying.py")
PDF = Path(__file__).parents[2] / "corpus" / "documents" / "nota-clusterplan-chemelot.pdf"
QUERIES = ("netcapaciteit Chemelot", "hoofdstuk over water", "kade en spoor", "bodemdaling 3", "clusterplan")
TOPICS = ("water", "bodem", "haven", "spoor", "natuur")
STORED = "finish"  # all files are read and stored when this is called


class Ingest:
    """One ingest command over one folder, killed at will."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, library: Path) -> None:
        """Run to the end."""
        self._expect(0, command("ingest", "--prune", self._folder), library)

    def kill(self, library: Path, *, watch: str, step: int) -> None:
        """Run until so many steps after the first call of the function ``watch``."""
        self._expect(-signal.SIGKILL, self._dying(library, watch, step), library)

    def steps(self, library: Path, *, watch: str) -> dict[str, int]:
        """Run to the end, and tell at which step after ``watch`` each function was first called."""
        self._expect(0, self._dying(library, watch, 0), library)
        steps: dict[str, int] = json.loads(library.with_suffix(".json").read_text(encoding="utf-8"))
        return steps

    def _dying(self, library: Path, watch: str, step: int) -> list[str]:
        report = library.with_suffix(".json")
        own = [sys.executable, str(DYING), watch, str(step), str(report)]
        return [*own, "ingest", "--prune", str(self._folder)]

    def _expect(self, code: int, line: list[str], library: Path) -> None:
        ended = subprocess.run(
            line, env=environment(library), capture_output=True, text=True, check=False, timeout=180
        )
        assert ended.returncode == code, ended.stderr


def write_files(folder: Path) -> None:
    """Text, Markdown and HTML of our own, and one PDF."""
    folder.mkdir()
    for number, topic in enumerate(TOPICS):
        body = "\n\n".join(f"Hoofdstuk {n} over {topic} en kade {n * number}. " * 5 for n in range(3))
        (folder / f"{topic}.txt").write_text(body, encoding="utf-8")
        (folder / f"{topic}.md").write_text(f"# Nota {topic}daling {number}\n\n{body}", encoding="utf-8")
    page = "<html><head><title>Pagina</title></head><body><h1>Pagina</h1><p>Over het {}net.</p></body></html>"
    (folder / "pagina.html").write_text(page.format("spoor"), encoding="utf-8")
    (folder / "tweeling.txt").write_bytes((folder / "water.txt").read_bytes())
    (folder / "leeg.txt").write_text("…", encoding="utf-8")
    shutil.copy(PDF, folder)


def change_files(folder: Path) -> None:
    """Change three files, add one, remove one."""
    for name in ("water.txt", "haven.md", "pagina.html"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("over", "betreffende", 3), encoding="utf-8")
    (folder / "nieuw.txt").write_text("Een nieuw stuk over kade en spoor.", encoding="utf-8")
    (folder / "bodem.txt").unlink()


def contents(folder: Path) -> dict[str, Any]:
    """All that a library holds and answers."""
    embedder = HashingEmbedder()
    with Library(folder) as library:
        reader = library.reader
        documents = {record.id: (record, reader.parsed(record.id)) for record in reader.documents()}
        keys, vectors = reader.vectors(embedder.id, embedder.dimension)
        engine = SearchEngine(library, embedder)
        answers = [to_json(engine.search(query)) for query in QUERIES]
        manifest = library.snapshots.manifest()
        tables = (
            "sources",
            "documents",
            "blocks",
            "facets",
            "passages",
            "vectors",
            "sentence_vectors",
            "removed",
        )
        rows = {name: library._connection().execute(f"SELECT count(*) FROM {name}") for name in tables}  # noqa: S608 - these
        return {
            "documents": documents,
            "sources": reader.sources(),
            "passages": reader.passages(keys.tolist()),
            "texts": list(reader.indexed_texts()),
            "vectors": (keys.tolist(), vectors.tolist()),
            "manifest": (manifest.passages, manifest.keys, manifest.content, manifest.model),
            "counts": {name: found.fetchone()[0] for name, found in rows.items()},
            "answers": [{**answer, "took_ms": 0} for answer in answers],
            "findings": [finding.ok for finding in examine(library, embedder)],
        }


def leftovers(folder: Path) -> list[str]:
    """What no undisturbed library has: half-written pointers, unfinished or unneeded snapshots."""
    snapshots = folder / "snapshots"
    current = int((snapshots / "CURRENT").read_text(encoding="utf-8"))
    numbers = sorted(int(path.name) for path in snapshots.iterdir() if path.name.isdigit())
    odd = [path.name for path in snapshots.iterdir() if path.name != "CURRENT" and not path.name.isdigit()]
    odd += [str(number) for number in numbers if not (snapshots / str(number) / "manifest.json").exists()]
    return odd + [str(number) for number in numbers[:-2] if number] + [str(n) for n in numbers if n > current]


class Story:
    """The undisturbed libraries, and those that were killed when their files were read."""

    def __init__(self, folder: Path, ingest: Ingest, first: Path) -> None:
        self.ingest = ingest
        self.folder = folder
        self.start = first
        self.whole = folder / "whole"
        if first.exists():
            shutil.copytree(first, self.whole)
        ingest.run(self.whole)
        self.expected = contents(self.whole)
        self.stored = self.copy("stored", of=self.start)
        ingest.kill(self.stored, watch=STORED, step=1)
        self.steps = ingest.steps(self.copy("counted", of=self.stored), watch=STORED)

    def copy(self, name: str, *, of: Path) -> Path:
        made = self.folder / name
        if of.exists():
            shutil.copytree(of, made)
        return made

    def killed(self, name: str, kills: Sequence[tuple[str, int]], *, of: Path) -> None:
        """Kill at each of these steps, each time going on where the kill left it; then compare."""
        library = self.copy(name, of=of)
        for watch, step in kills:
            self.ingest.kill(library, watch=watch, step=step)
        self.ingest.run(library)
        assert contents(library) == self.expected, (name, kills)
        assert leftovers(library) == [], (name, kills)

    def trials(self, reading: Sequence[Sequence[int]], later: Sequence[int]) -> int:
        """Kill in chains while reading, and once at each later step; return the number of kills."""
        with ThreadPoolExecutor(2) as two:
            started = [
                two.submit(self.killed, f"read-{number}", [("take_in", s) for s in chain], of=self.start)
                for number, chain in enumerate(reading)
            ]
            started += [two.submit(self.killed, f"at-{s}", [(STORED, s)], of=self.stored) for s in later]
            for trial in started:
                trial.result()
        return sum(map(len, reading)) + len(later)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """An ingest of new files."""
    folder = tmp_path_factory.mktemp("kill")
    write_files(folder / "files")
    return Story(folder, Ingest(folder / "files"), folder / "nothing")


@pytest.fixture(scope="module")
def second(first: Story, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """An ingest after some of the files changed; it comes after the tests of the first."""
    change_files(first.folder / "files")
    return Story(tmp_path_factory.mktemp("again"), first.ingest, first.whole)


def later_steps(steps: dict[str, int]) -> list[int]:
    """Steps after the files were read: in embedding, building, publishing, sweeping and clearing."""
    swap, sweep, last = steps["swap_in"], steps["sweep"], steps["steps"]
    return [
        *(2, steps["save_vectors"], steps["save_vectors"] + 3),
        *(steps["build_snapshot"], steps["write_words"]),
        *((steps["write_words"] + steps["gathered"]) // 2, steps["gathered"] + 1),
        *(steps["write"], steps["write"] + 4),
        *range(swap, sweep, 3),
        *(sweep + 2, last - 1),
    ]


def test_killed_at_the_first_ingest(first: Story) -> None:
    """Killed at twenty points, documents, passages, vectors, index and answers are those of a quiet run."""
    later = later_steps(first.steps)
    assert first.trials([[12, 300, 640], [90, 1200]], later) >= 20


@pytest.mark.parametrize(
    ("watch", "step"),
    [("_begin", 1), ("_begin", 40), ("save_vectors", 4), ("save_sentences", 1), ("_keep", 9)],
)
def test_killed_while_files_are_read_and_embedded(
    first: Story, watch: str, step: int, tmp_path: Path
) -> None:
    """Killed between reading and embedding, which go on side by side, it ends the same.

    How far reading is when a passage is embedded is the machine's affair: at most it is over.
    """
    library = tmp_path / "library"
    first.ingest.kill(library, watch=watch, step=step)
    with Library(library) as killed:
        assert 0 < len(killed.reader.sources()) <= len(first.expected["sources"])
        assert killed.snapshots.current() is None
    first.ingest.run(library)
    assert contents(library) == first.expected
    assert leftovers(library) == []


def test_killed_at_a_second_ingest(second: Story) -> None:
    """Also when files changed, came and went."""
    steps = second.steps
    swap, sweep, last = steps["swap_in"], steps["sweep"], steps["steps"]
    later = [2, steps["build_snapshot"] + 3, swap + 4, sweep, sweep + 3, (sweep + last) // 2]
    assert second.trials([[60]], later) == 7
