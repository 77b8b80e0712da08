"""Preparing, interrupting and preparing again. Children are real processes and the kills are real kills."""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.marker import MARKER, changed_files
from beleidszoeker.model.prepare import NAME, NETWORK_NAME, NETWORK_VERSION, prepare_network

CHILD = """
import sys
from pathlib import Path
import numpy, tokenizers, openvino
from beleidszoeker.model.prepare import prepare_network
print("begin", flush=True)
prepare_network(Path(sys.argv[1]), report=lambda line: print(line, flush=True))
"""
BEGIN, UNPACKING, SYNCING = 1, 2, 3
# When to kill: so many seconds after the child has said so many lines.
MOMENTS = [(BEGIN, 0), (UNPACKING, 0.1), (UNPACKING, 0.7), (SYNCING, 0)]


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    # A failed test leaves its folder behind, and a model takes 160 MB.
    shutil.rmtree(tmp_path)


def start(cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", CHILD, str(cache)], stdout=subprocess.PIPE, text=True)


def finish(child: subprocess.Popen[str]) -> int:
    """Its exit status, once it has ended and its pipe is closed."""
    child.communicate()
    return child.returncode


def kill_at(cache: Path, lines: int, delay: float) -> int:
    """The exit status of a process that was killed ``delay`` seconds after it said ``lines`` lines."""
    child = start(cache)
    assert child.stdout is not None
    for _ in range(lines):
        child.stdout.readline()
    time.sleep(delay)
    child.kill()
    return finish(child)


def assert_same(cache: Path, prepared: Path) -> None:
    """All that is in ``cache`` is a folder with the bytes of an undisturbed one, and the lock."""
    assert {path.name for path in cache.iterdir()} == {NETWORK_NAME, f".{NETWORK_NAME}.lock"}
    assert (cache / NETWORK_NAME / MARKER).read_text() == (prepared / MARKER).read_text()
    assert changed_files(cache / NETWORK_NAME) == []


def test_killed_at_any_moment_it_is_whole_the_next_time(cache: Path, prepared: Path) -> None:
    """Four kills one after another leave no trace in what is prepared after them."""
    for lines, delay in MOMENTS:
        assert kill_at(cache, lines, delay) == -signal.SIGKILL
        assert not (cache / NETWORK_NAME).exists()
    prepare_network(cache)
    assert_same(cache, prepared)


def test_two_processes_at_once_make_one_folder(cache: Path, prepared: Path) -> None:
    """The second waits for the first, and finds the work done."""
    children = [start(cache), start(cache)]
    assert [finish(child) for child in children] == [0, 0]
    assert_same(cache, prepared)


def test_a_prepared_folder_is_recognised_at_once(prepared: Path) -> None:
    """Nothing is read again but sizes, and nothing is reported."""
    reports: list[str] = []
    before = time.perf_counter()
    assert prepare_network(prepared.parent, report=reports.append) == prepared
    assert time.perf_counter() - before < 0.05
    assert reports == []


@pytest.mark.parametrize(
    ("name", "content"),
    [(MARKER, None), (MARKER, '{"format": 0}'), (MARKER, "[]"), (MARKER, "{"), ("tokenizer.json", "{}")],
)
def test_a_folder_that_is_not_whole_is_made_again(
    tmp_path: Path, prepared: Path, name: str, content: str | None
) -> None:
    """Without its marker, with another one or with a file of another size, it is not taken for ready."""
    folder = tmp_path / NETWORK_NAME
    folder.mkdir()
    for path in prepared.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_text(content)
    with pytest.raises(Stopped):
        prepare_network(tmp_path, report=stop)


class Stopped(Exception):  # noqa: N818 - not an error: the test has seen enough
    """Raised by a report, so that what would be unpacked next is not."""


def stop(_: str) -> None:
    raise Stopped


def test_another_version_of_this_program_keeps_its_folder(cache: Path, prepared: Path) -> None:
    """Two versions that share a cache do not make one folder again in turns: the version is in its name."""
    older = cache / f"{NAME}-openvino"
    older.mkdir()
    (older / MARKER).write_text('{"format": 1}')
    (cache / NETWORK_NAME).symlink_to(prepared)
    assert prepare_network(cache, report=stop) == cache / NETWORK_NAME
    assert (older / MARKER).read_text() == '{"format": 1}'
    assert json.loads((prepared / MARKER).read_text())["format"] == NETWORK_VERSION
    assert prepared.name.endswith(f"-{NETWORK_VERSION}")


def test_a_damaged_folder_is_replaced_whole(cache: Path, prepared: Path) -> None:
    """The old folder goes when the new one stands, and the person hears what takes time."""
    reports: list[str] = []
    (cache / NETWORK_NAME).mkdir()
    (cache / NETWORK_NAME / "oud.txt").write_text("oud")
    prepare_network(cache, report=reports.append)
    assert_same(cache, prepared)
    assert len(reports) == 2


def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    """A file where the folder should be gives one sentence and advice."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelUnavailableError, match="kan niet worden uitgepakt") as caught:
        prepare_network(tmp_path / "file")
    assert "1 GB" in caught.value.advice


def test_changed_bytes_are_found(tmp_path: Path, prepared: Path) -> None:
    """The digests in the marker tell which files are no longer as they were."""
    for name in (MARKER, "skeleton.json"):
        (tmp_path / name).write_bytes((prepared / name).read_bytes())
    (tmp_path / "network.xml").write_text("<net/>")
    assert "skeleton.json" not in changed_files(tmp_path)
    assert {"network.xml", "network.bin"} <= set(changed_files(tmp_path))
