"""An ingest that ends early does not wait for the files that are being parsed."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.index.test_embedding import Unusable, many
from tests.support import Shelf

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.index import embedding
from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.report import NullReporter
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model.base import Progress, Vectors

SLOW = b"Dit is een zin over de netcapaciteit in de regio. " * 200_000  # half a minute and more


class Failing(Unusable):
    """A model that cannot be loaded, and notes when that was found."""

    failed_at = 0.0

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        self.failed_at = time.monotonic()
        return super().encode_passages(texts, progress=progress)


class Stopper(NullReporter):
    """Ends the run as soon as a file is stored, as Ctrl-C might."""

    failed_at = 0.0

    def advance(self, _: int) -> None:
        self.failed_at = time.monotonic()
        raise KeyboardInterrupt


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that fills a batch, and after it some that take long."""
    monkeypatch.setattr(embedding, "BATCH", 4)
    path = tmp_path / "files"
    path.mkdir()
    (path / "a.txt").write_text(many(400), encoding="utf-8")  # each passage is some of them
    for name in "bcd":
        (path / f"{name}.txt").write_bytes(SLOW + name.encode())
    return path


def parsing() -> bool:
    return any(thread.name.startswith("ThreadPoolExecutor") for thread in threading.enumerate())


def left_early(folder: Path, shelf: Shelf, error: type[BaseException], reporter: NullReporter) -> float:
    """Ingest until that error; return when it was over. The pool parses what comes next."""
    with ParserPool(workers=2, rules_only=True, ocr=False) as pool:
        with pytest.raises(error):
            ingest(shelf.library, [folder], shelf.embedder, pool, reporter=reporter)
        over = time.monotonic()
        assert not parsing()
        outcomes = list(pool.parse([folder / "a.txt"] * 2))
    assert [outcome.error for outcome in outcomes] == [None, None]
    return over


def test_a_model_that_fails_does_not_wait_for_files(folder: Path, tmp_path: Path) -> None:
    """What is being parsed is given up, and is no failed file."""
    shelf, embedder = Shelf(tmp_path / "library"), Failing()
    shelf.embedder = embedder
    over = left_early(folder, shelf, ModelUnavailableError, NullReporter())
    assert over - embedder.failed_at < 5
    assert [Path(key).name for key in shelf.library.reader.sources()] == ["a.txt"]


def test_ending_it_does_not_wait_for_files(folder: Path, tmp_path: Path) -> None:
    """Nor does any other way to end."""
    shelf, reporter = Shelf(tmp_path / "library"), Stopper()
    over = left_early(folder, shelf, KeyboardInterrupt, reporter)
    assert over - reporter.failed_at < 5
    assert [Path(key).name for key in shelf.library.reader.sources()] == ["a.txt"]


def test_what_was_given_up_is_read_the_next_time(tmp_path: Path) -> None:
    """With the same pool, as if it had never begun."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(many(3, f"kade {name}"), encoding="utf-8")
    shelf = Shelf(tmp_path / "library")
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    with ParserPool(workers=1, rules_only=True, ocr=False) as pool:
        with pytest.raises(KeyboardInterrupt):
            ingest(shelf.library, files, shelf.embedder, pool, reporter=Stopper())
        summary = ingest(shelf.library, files, shelf.embedder, pool)
    assert (summary.unchanged, summary.added, summary.failed) == (1, 1, [])
