"""Taking files in: what is read, what is skipped, what is embedded, and what becomes of failures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support import Shelf

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.index.ingestion import IngestSummary, ingest
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.store import SourceRecord
from beleidszoeker.ingest.sandbox.pool import ParserPool

Ingest = Callable[..., IngestSummary]
WATER = "Het water stijgt langs de rivieren van Limburg."
BODEM = "De bodem daalt in het veenweidegebied van Utrecht."
HAVEN = "De haven van Born groeit met een nieuwe kade."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documenten"
    made.mkdir()
    (made / "a.txt").write_text(WATER, encoding="utf-8")
    (made / "b.md").write_text(f"# Bodem\n\n{BODEM}", encoding="utf-8")
    return made


@pytest.fixture
def run(shelf: Shelf, folder: Path, pool: ParserPool) -> Ingest:
    def ingest_folder(*paths: Path, prune: bool = False) -> IngestSummary:
        shelf.embedder.embedded.clear()
        return ingest(shelf.library, paths or (folder,), shelf.embedder, pool, prune=prune)

    return ingest_folder


def titles(shelf: Shelf) -> list[str]:
    return sorted(record.title for record in shelf.library.reader.documents())


def test_new_files_are_taken_in(shelf: Shelf, run: Ingest) -> None:
    """Files of all kinds become documents with passages, embedded and published."""
    summary = run()
    assert (summary.added, summary.changed, summary.unchanged, summary.failed) == (2, 0, 0, [])
    assert summary.passages == summary.embedded == len(shelf.embedder.embedded) == 2
    assert summary.published
    assert [r.name for r in shelf.library.reader.sources().values()] == ["a.txt", "b.md"]


def test_unchanged_files_are_skipped(shelf: Shelf, run: Ingest) -> None:
    """A second run reads, embeds and publishes nothing."""
    run()
    summary = run()
    assert (summary.added, summary.unchanged, summary.embedded, summary.published) == (0, 2, 0, False)
    assert shelf.embedder.embedded == []
    assert shelf.library.snapshots.current() == 1


def test_only_changed_passages_are_embedded(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """When a section of a document changes, its other sections keep their vectors."""
    sections = [f"## Deel {n}\n\n" + f"Dit gaat over onderwerp {n} in al zijn delen. " * 12 for n in range(4)]
    (folder / "b.md").write_text("# Bodem\n\n" + "\n\n".join(sections), encoding="utf-8")
    run()
    sections[2] = sections[2].replace("onderwerp", "thema")
    (folder / "b.md").write_text("# Bodem\n\n" + "\n\n".join(sections), encoding="utf-8")
    summary = run()
    assert (summary.changed, summary.unchanged) == (1, 1)
    assert summary.embedded == 1
    assert all("thema" in text for text in shelf.embedder.embedded)
    assert shelf.engine().search("thema").results[0].citation.section == ("Deel 2",)


def test_a_touched_file_is_not_read_again(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """A new time without new content changes nothing, and is remembered."""
    run()
    os.utime(folder / "a.txt", ns=(1, 1))
    assert run().unchanged == 2
    assert shelf.library.reader.sources()[str(folder / "a.txt")].mtime_ns == 1


def test_same_size_other_content_is_noticed(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """A change that keeps the size is found by the file's time and bytes."""
    run()
    (folder / "a.txt").write_text(WATER.replace("stijgt", "daalde"), encoding="utf-8")
    os.utime(folder / "a.txt", ns=(1, 1))
    assert run().changed == 1
    assert "daalde" in shelf.engine().search("water daalde").results[0].text


def test_removed_files_are_pruned(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """A file that is gone stays in the library until it is asked to prune; files elsewhere stay then too."""
    other = folder.parent / "elders.txt"
    other.write_text(HAVEN, encoding="utf-8")
    run(folder, other)
    (folder / "a.txt").unlink()
    other.unlink()
    assert run().pruned == 0
    assert len(titles(shelf)) == 3
    summary = run(prune=True)
    assert (summary.pruned, summary.passages, summary.published) == (1, 2, True)
    assert shelf.engine().search("water rivieren").results[0].text != WATER


def test_a_failed_file_stays_visible_and_stops_no_other(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """Its reason is recorded; it is told again at each run, and tried again when it changed."""
    (folder / "aa.txt").write_text("…", encoding="utf-8")
    (folder / "ab.pdf").write_bytes(b"%PDF-1.7 stuk")
    summary = run()
    assert summary.added == 2
    assert [(source.name, source.code) for source in summary.failed] == [
        ("aa.txt", "empty"),
        ("ab.pdf", "damaged"),
    ]
    again = run()
    assert again.failed == summary.failed
    assert not again.published
    (folder / "aa.txt").write_text(HAVEN, encoding="utf-8")
    mended = run()
    assert (mended.changed, len(mended.failed)) == (1, 1)
    assert len(titles(shelf)) == 3


def test_a_document_whose_file_got_damaged_goes(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """When a changed file cannot be read, the library does not go on citing what it held before."""
    run()
    (folder / "a.txt").write_text("…", encoding="utf-8")
    summary = run()
    assert [source.code for source in summary.failed] == ["empty"]
    assert summary.passages == 1
    assert WATER not in [result.text for result in shelf.engine().search("water").results]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_could_not_be_opened_is_tried_again(folder: Path, run: Ingest) -> None:
    """Permissions leave no trace in size or time, so an unread file is due at each run."""
    (folder / "a.txt").chmod(0)
    assert len(run().failed) == 1
    (folder / "a.txt").chmod(0o644)
    assert run().changed == 1


def test_a_file_that_was_never_read_is_tried_again(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """A failure without a digest, as of a parser that was shot, is not held against the file."""
    run()
    known = shelf.library.reader.sources()[str(folder / "a.txt")]
    facts = {name: getattr(known, name) for name in known.__dataclass_fields__}
    with shelf.library.writing() as writer:
        crashed = {"digest": "", "document_id": None, "code": "parser-crashed"}
        writer.save(SourceRecord(**{**facts, **crashed}), None)
    assert run().changed == 1


def test_one_content_is_one_document(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """The same file under two names is found once, and stays while one of them does."""
    (folder / "c.txt").write_text(WATER, encoding="utf-8")
    assert run().added == 3
    records = {record.title: record for record in shelf.library.reader.documents()}
    assert len(records) == 2
    assert ("a.txt", "c.txt") in [record.sources for record in records.values()]
    (folder / "a.txt").unlink()
    run(prune=True)
    assert sorted(r.sources for r in shelf.library.reader.documents()) == [("b.md",), ("c.txt",)]


def test_files_that_no_parser_reads_are_passed_over(folder: Path, run: Ingest) -> None:
    """In a folder, other kinds are counted and hidden files not seen; named outright, a file fails."""
    (folder / "plaatje.png").write_bytes(b"png")
    (folder / ".verborgen.txt").write_text(HAVEN, encoding="utf-8")
    (folder / ".map").mkdir()
    (folder / ".map" / "a.txt").write_text(HAVEN, encoding="utf-8")
    summary = run()
    assert (summary.added, summary.ignored) == (2, 1)
    named = run(folder / "plaatje.png", folder)
    assert [source.code for source in named.failed] == ["unsupported-format"]
    assert named.ignored == 0


def test_a_file_counts_once(folder: Path, run: Ingest) -> None:
    """A file that is given twice, by itself and in its folder, is read once."""
    summary = run(folder / "a.txt", folder, folder / "a.txt")
    assert summary.added == 2


def test_a_path_that_is_not_there_is_an_error(shelf: Shelf, tmp_path: Path, run: Ingest) -> None:
    """It names the path, and nothing was taken in."""
    with pytest.raises(ConfigurationError, match=r"weg\.txt bestaat niet"):
        run(tmp_path / "weg.txt")
    assert shelf.library.reader.sources() == {}


def test_names_that_are_no_text_are_taken_in(shelf: Shelf, folder: Path, run: Ingest) -> None:
    """A file whose name is not UTF-8 is stored under a readable name, and found unchanged the next time."""
    try:
        (folder / "brief-\udcff.txt").write_text(f"# Brief\n\n{HAVEN}", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    assert (run().added, run().unchanged) == (3, 3)
    assert r"brief-\udcff.txt" in [record.name for record in shelf.library.reader.sources().values()]
    (folder / "brief-\udcff.txt").unlink()
    assert run(prune=True).pruned == 1


def test_what_an_interrupted_run_stored_is_used(
    shelf: Shelf, folder: Path, run: Ingest, pool: ParserPool
) -> None:
    """A run that broke off before publishing kept its documents and vectors; the next one uses them."""

    class Stopper(NullReporter):
        """Breaks off when the index is built."""

        def begin(self, phase: str, _: int) -> None:
            if phase == "indexeren":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(shelf.library, [folder], shelf.embedder, pool, reporter=Stopper())
    summary = run()
    assert (summary.unchanged, summary.added, summary.embedded) == (2, 0, 0)
    assert shelf.engine().search("water").answered
