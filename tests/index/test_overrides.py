"""Sidecars and manifests in a library: what they say counts, and a change in one renews its document."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support import Shelf

from beleidszoeker.index.ingestion import IngestSummary, ingest
from beleidszoeker.index.store import DocumentRecord
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.search.detail import document_summary

WATER = "Het water stijgt langs de rivieren van Limburg, en de gemeenten bereiden zich voor."
BODEM = "De bodem daalt in het veenweidegebied van Utrecht, en dat gaat nog door."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documenten"
    made.mkdir()
    (made / "a.txt").write_text(WATER, encoding="utf-8")
    (made / "b.txt").write_text(BODEM, encoding="utf-8")
    return made


@pytest.fixture
def run(shelf: Shelf, folder: Path, pool: ParserPool) -> Callable[[], IngestSummary]:
    return lambda: ingest(shelf.library, (folder,), shelf.embedder, pool)


def say(folder: Path, **values: object) -> None:
    (folder / "a.txt.meta.json").write_text(json.dumps(values), encoding="utf-8")


def document(shelf: Shelf, name: str) -> DocumentRecord:
    (found,) = [record for record in shelf.library.reader.documents() if name in record.sources]
    return found


def test_a_sidecar_goes_before_what_was_read(
    shelf: Shelf, folder: Path, run: Callable[[], IngestSummary]
) -> None:
    """Its values are the document's, without a place in the text; it is no document and not passed over."""
    say(
        folder,
        titel="Water in Limburg",
        soort="nota",
        datum="2025-06-20",
        auteur="A",
        taal="nl-BE",
        kenmerk="K-1",
    )
    summary = run()
    assert (summary.added, summary.ignored) == (2, 0)
    told = document_summary(document(shelf, "a.txt"))
    assert (told["title"], told["kind"], told["date"]) == ("Water in Limburg", "nota", "2025-06-20")
    assert (told["authors"], told["language"], told["kenmerk"]) == (["A"], "nl-BE", "K-1")
    assert told["evidence"]["title"] == [{"value": "Water in Limburg", "start": -1, "end": -1}]
    assert shelf.engine().search("water").results[0].citation.title == "Water in Limburg"


def test_a_change_in_a_sidecar_renews_its_document_alone(
    shelf: Shelf, folder: Path, run: Callable[[], IngestSummary]
) -> None:
    """Added, changed and taken away: each time that document is new and the other stays."""
    run()
    before = document(shelf, "a.txt").title
    for title in ("Eerste", "Tweede"):
        say(folder, title=title)
        summary = run()
        assert (summary.changed, summary.unchanged, summary.published) == (1, 1, True)
        assert document(shelf, "a.txt").title == title
    assert run().unchanged == 2
    (folder / "a.txt.meta.json").unlink()
    assert run().changed == 1
    assert document(shelf, "a.txt").title == before


def test_only_the_row_of_a_manifest_that_changed_counts(
    shelf: Shelf, folder: Path, run: Callable[[], IngestSummary]
) -> None:
    """The other documents of the manifest are not read again."""
    manifest = folder / "manifest.csv"
    manifest.write_text("bestand;titel\na.txt;Water\nb.txt;Bodem\n", encoding="utf-8")
    run()
    manifest.write_text("bestand;titel\na.txt;Water\nb.txt;Veen\n", encoding="utf-8")
    summary = run()
    assert (summary.changed, summary.unchanged) == (1, 1)
    assert {document(shelf, "a.txt").title, document(shelf, "b.txt").title} == {"Water", "Veen"}


def test_a_bad_sidecar_costs_nothing_but_itself(
    shelf: Shelf, folder: Path, run: Callable[[], IngestSummary]
) -> None:
    """The document is taken in with a warning; good values beside a bad one count."""
    say(folder, date="gisteren", title="Water")
    assert run().added == 2
    record = document(shelf, "a.txt")
    assert (record.title, record.date) == ("Water", None)
    assert any("a.txt.meta.json: veld 'date'" in warning for warning in record.warnings)


def test_of_two_files_with_the_same_bytes_the_one_that_is_described_decides(
    shelf: Shelf, folder: Path, run: Callable[[], IngestSummary]
) -> None:
    """In whatever order they are read, and until it is described no longer."""
    (folder / "c.txt").write_text(WATER, encoding="utf-8")
    say(folder, title="Water")
    run()
    assert document(shelf, "c.txt").title == "Water"
    assert run().unchanged == 3
    (folder / "a.txt.meta.json").unlink()
    run()
    assert document(shelf, "c.txt").title != "Water"
