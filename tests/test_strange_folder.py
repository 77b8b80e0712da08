"""Started from a folder with files of a stranger, as a download folder is: none of these is ever run."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from beleidszoeker.api.managing.child import Child
from beleidszoeker.api.options import Intake
from beleidszoeker.index.building.helper import Helper
from beleidszoeker.index.library import Library
from beleidszoeker.ingest.sandbox.extraction import read_member
from beleidszoeker.ingest.sandbox.pool import ParserPool

HOSTILE = "from pathlib import Path\nPath(__file__).with_name('was-run').touch()\n"
TEXT = "Het kabinet werkt aan de netcapaciteit in Limburg."


def read_passages(_: Path) -> None:
    """Have a process that builds the index answer."""
    helper = Helper()
    try:
        assert list(helper.do("counted").best()) == []
    finally:
        helper.stop()


def parse(folder: Path) -> None:
    """Have a parser read a file."""
    with ParserPool(workers=1, rules_only=True, ocr=False) as pool:
        (outcome,) = pool.parse([folder / "goed.txt"])
    assert outcome.error is None


def take_out(folder: Path) -> None:
    """Have a file taken out of an archive."""
    with zipfile.ZipFile(folder / "goed.zip", "w") as archive:
        archive.write(folder / "goed.txt", "goed.txt")
    assert read_member(folder / "goed.zip", "goed.txt").decode() == TEXT


def take_in(folder: Path) -> None:
    """Have an upload taken in."""
    child = Child(folder / "library", Intake("hashing", folder, 1, ocr=False), [folder / "goed.txt"])
    try:
        told = list(child.lines())
        assert child.wait() == 0, told
    finally:
        child.close()
    with Library(folder / "library") as library:
        assert len(library.reader.documents()) == 1


@pytest.mark.parametrize("work", [read_passages, parse, take_out, take_in])
def test_files_in_the_folder_are_no_modules(
    work: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind of process does its work beside a ``json.py`` and others that are not Python's."""
    strange = tmp_path / "strange"
    strange.mkdir()
    for name in ("json", "pickle", "signal", "zipfile"):
        (strange / f"{name}.py").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "goed.txt").write_text(TEXT, encoding="utf-8")
    with Library(tmp_path / "library", create=True):
        pass
    monkeypatch.chdir(strange)
    work(tmp_path)
    assert not (strange / "was-run").exists()
