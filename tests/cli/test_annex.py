"""``beleidszoeker search --output``."""

import csv
import io
from pathlib import Path

import pytest
from docx import Document
from tests.support import Shelf, invoke, made


@pytest.fixture
def library(tmp_path: Path) -> Path:
    shelf = Shelf(tmp_path / "library")
    shelf.fill(made("Het water stijgt in Limburg.", title="Water", kind="nota", date="2024-05-17"))
    shelf.library.close()
    return tmp_path / "library"


def test_what_was_found_is_written_to_a_file(library: Path, tmp_path: Path) -> None:
    """The annex holds the quotes with links to the service that is named."""
    target = tmp_path / "bijlage.docx"
    options = ("--output", target, "--address", "https://zoek.example.nl")
    ended = invoke(library, "search", "water", "--soort", "nota", *options)
    assert "Het water stijgt" in ended.stdout
    document = Document(str(target))
    texts = [each.text for each in document.paragraphs]
    assert "Het water stijgt in Limburg." in texts
    assert "Beperkt tot: soort nota" in texts
    links = [link.address for each in document.paragraphs for link in each.hyperlinks]
    assert links[0].startswith("https://zoek.example.nl/passages/")


def test_the_name_tells_the_format(library: Path, tmp_path: Path) -> None:
    """A name that ends in .csv gives a table."""
    target = tmp_path / "bijlage.CSV"
    invoke(library, "search", "water", "-o", target)
    text = target.read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    assert row["bron"] == "Nota Water, 17 mei 2024"


def test_a_name_without_a_known_format_is_refused(library: Path, tmp_path: Path) -> None:
    """It says which endings there are, and nothing is written."""
    ended = invoke(library, "search", "water", "-o", tmp_path / "bijlage.pdf")
    assert ended.exit_code == 2
    assert ".docx" in ended.output
    assert not (tmp_path / "bijlage.pdf").exists()


def test_where_nothing_can_be_written_is_told(library: Path, tmp_path: Path) -> None:
    """A folder that is not there is one sentence and exit code 2."""
    ended = invoke(library, "search", "water", "-o", tmp_path / "nergens" / "bijlage.docx")
    assert ended.exit_code == 2
    assert "kan niet worden geschreven" in " ".join(ended.output.split())
