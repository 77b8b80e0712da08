"""``beleidszoeker references`` and ``cited-by``."""

import json
from pathlib import Path

import pytest
from tests.support import run

LETTER = "Betreft: stand van zaken\n\nZie Kamerstuk 29 826, nr. 211 en Kamerstuk 33 043, nr. 114 hierover.\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letter and one of the two Kamerstukken that it cites."""
    folder = tmp_path_factory.mktemp("references")
    files = folder / "files"
    files.mkdir()
    (files / "brief.txt").write_text(LETTER, encoding="utf-8")
    (files / "kst-29826-211.txt").write_text("Dit is het stuk zelf, over de industrie.", encoding="utf-8")
    assert run(folder / "library", "ingest", files).returncode == 0
    return folder / "library"


def id_of(library: Path, source: str) -> str:
    listed = json.loads(run(library, "documents", "--json").stdout)
    return next(str(one["id"]) for one in listed if source in one["sources"])


def test_records_say_where_each_reference_leads(library: Path) -> None:
    """Document, span, text, sentences, the document in the library or the public address."""
    letter, paper = id_of(library, "brief.txt"), id_of(library, "kst-29826-211.txt")
    held, public = json.loads(run(library, "references", letter, "--json").stdout)
    assert held["document_id"] == letter
    assert held["text"] == "Kamerstuk 29 826, nr. 211"
    assert held["resolves_to"]["document_id"] == paper
    assert public["resolves_to"] is None
    assert public["address"] == "https://zoek.officielebekendmakingen.nl/kst-33043-114.html"
    assert held["text"] in held["sentences"][0]["text"]


def test_people_read_a_table(library: Path) -> None:
    """Counts first."""
    told = run(library, "references", id_of(library, "brief.txt")).stdout.splitlines()
    assert told[0] == "2 verwijzingen, waarvan 1 naar een document in de bibliotheek."
    assert "kst-33043-114.html" in told[-1]


def test_citations_are_found_by_spelling_and_by_document(library: Path) -> None:
    """Both ways give the passage with its sentence; counts come first."""
    by_name = json.loads(run(library, "cited-by", "29826-211", "--json").stdout)
    by_document = json.loads(run(library, "cited-by", id_of(library, "kst-29826-211.txt"), "--json").stdout)
    assert by_name == by_document
    assert list(by_name)[:4] == ["keys", "named", "references", "documents"]
    assert (by_name["references"], by_name["documents"]) == (1, 1)
    assert "nr. 211 en" in by_name["cited_by"][0]["excerpts"][0]["text"]
    told = run(library, "cited-by", "Kamerstuk 29 826, nr. 211").stdout.splitlines()
    assert told[0] == "1 verwijzing in 1 document, naar: kst-29826-211"


def test_a_document_that_is_not_there_is_told(library: Path) -> None:
    """In one sentence, with exit code 2."""
    ended = run(library, "references", "niets")
    assert ended.returncode == 2
    assert "niets" in ended.stderr
