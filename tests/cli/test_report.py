"""The report of an ingest, and a document as the parser saw it."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support import Shelf, invoke, run

from beleidszoeker.errors import ConfigurationError, DocumentNotFoundError
from beleidszoeker.index.library import Library

NOTA = """# Nota over water

Aan de minister van Infrastructuur en Waterstaat

## Aanleiding

Het water in de Maas staat hoog. <script>alert(1)</script>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document that can be read and one that cannot."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "nota <b>.md").write_text(NOTA, encoding="utf-8")
    (tmp_path / "in" / "stuk.pdf").write_bytes(b"%PDF-1.7 niets")
    return tmp_path


def test_the_report_tells_what_came_of_each_file(folder: Path) -> None:
    """Outcome, title, kind, date, pages, passages and warnings; of a failure the reason and what to do."""
    library, report = folder / "library", folder / "verslag.json"
    assert run(library, "ingest", folder / "in", "--report", report).returncode == 0
    nota, broken = json.loads(report.read_text(encoding="utf-8"))
    assert (nota["source"], nota["outcome"], nota["title"]) == ("nota <b>.md", "added", "Nota over water")
    assert (nota["pages"], nota["passages"], nota["code"]) == (None, 2, "")
    assert (broken["source"], broken["outcome"], broken["code"]) == ("stuk.pdf", "failed", "damaged")
    assert broken["message"]
    assert broken["advice"]
    assert run(library, "ingest", folder / "in", "--report", report).returncode == 0
    again = [line["outcome"] for line in json.loads(report.read_text(encoding="utf-8"))]
    assert again == ["unchanged", "failed"]


def test_the_report_is_a_page_of_text(folder: Path) -> None:
    """As HTML it is one table with a row for each file; names of files are text, not markup."""
    report = folder / "verslag.html"
    assert run(folder / "library", "ingest", folder / "in", "--report", report).returncode == 0
    page = LexborHTMLParser(report.read_text(encoding="utf-8"))
    rows = [[cell.text() for cell in row.css("td")] for row in page.css("tbody tr")]
    assert [row[:3] for row in rows] == [
        ["nota <b>.md", "nieuw", "Nota over water"],
        ["stuk.pdf", "mislukt", ""],
    ]
    assert not page.css("script, b")
    assert "1 nieuw" in " ".join(node.text() for node in page.css("p"))


@pytest.mark.parametrize("name", ["verslag.txt", "weg/verslag.html"])
def test_a_report_that_cannot_be_written_stops_before_the_work(folder: Path, name: str) -> None:
    """A suffix that we do not write, or a folder that is not there, is told before any file is read."""
    library = folder / "library"
    with pytest.raises(ConfigurationError):
        invoke(library, "ingest", folder / "in", "--report", folder / name)
    assert not library.exists()


def test_a_document_is_shown_block_by_block(folder: Path) -> None:
    """Each block comes with its kind, its span and its section, and the spans are the text's."""
    library = folder / "library"
    run(library, "ingest", folder / "in")
    with Library(library) as store:
        document_id = store.reader.documents()[0].id
        text = store.reader.parsed(document_id).text
    blocks = json.loads(invoke(library, "show", document_id, "--blocks", "--json").stdout)
    assert [block["kind"] for block in blocks] == ["heading", "paragraph", "heading", "paragraph"]
    assert all(text[block["start"] : block["end"]] == block["text"] for block in blocks)
    assert blocks[3]["section"] == ["Nota over water", "Aanleiding"]
    shown = invoke(library, "show", document_id, "--blocks").stdout
    assert "heading 2 Aanleiding" in shown
    assert "title: Nota over water" in invoke(library, "show", document_id).stdout


def test_an_unknown_document_is_an_error(tmp_path: Path) -> None:
    """Its id is named."""
    with Shelf(tmp_path / "library").library, pytest.raises(DocumentNotFoundError, match="0123"):
        invoke(tmp_path / "library", "show", "0123", "--blocks")
