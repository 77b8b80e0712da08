"""The example corpus, read where it stands; the PDFs are built anew into a temporary folder."""

import email.policy
import html
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

if TYPE_CHECKING:
    import datetime as dt

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENTS = CORPUS / "documents"
FILES = sorted(DOCUMENTS.iterdir())
PDFS = sorted(DOCUMENTS.glob("*.pdf"))
NOTICE = "Voorbeelddocument van Beleidszoeker; geen officiële publicatie"
KINDS = {
    "handelingen",
    "regeling",
    "kamerbrief",
    "nota",
    "beantwoording-kamervragen",
    "voortgangsrapportage",
    "programmapagina",
    "bijlage",
    "rapport",
}
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def pages(path: Path) -> list[str]:
    if path.suffix in {".docx", ".odt"}:
        return [office_text(path)]
    if path.suffix == ".eml":
        return [mail_text(path)]
    if path.suffix != ".pdf":
        return [path.read_text(encoding="utf-8")]
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def office_text(path: Path) -> str:
    """All characters of the text's part, whatever they are there for."""
    with zipfile.ZipFile(path) as archive:
        name = "content.xml" if path.suffix == ".odt" else "word/document.xml"
        xml = archive.read(name).decode()
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:w|text):(?:p|h)>", "\n", xml)))


def mail_text(path: Path) -> str:
    """Subject and text."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return f"{message['Subject']}\n{body.get_content()}"


def words(path: Path) -> str:
    return " ".join(re.sub(r"^>", "", "\n".join(pages(path)), flags=re.MULTILINE).split())


def entries() -> list[dict[str, Any]]:
    manifest = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))
    documents: list[dict[str, Any]] = manifest["document"]
    return documents


def test_manifest_lists_exactly_the_documents() -> None:
    """The manifest lists each file of corpus/documents once, and nothing else."""
    assert sorted(entry["file"] for entry in entries()) == [path.name for path in FILES]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: str(entry["file"]))
def test_manifest_agrees_with_the_document(entry: dict[str, Any]) -> None:
    """Each entry has a known kind and sources, and its title and date stand in the document's text."""
    text = words(DOCUMENTS / entry["file"])
    assert entry["kind"] in KINDS
    assert entry["sources"]
    assert entry["title"] in text
    date: dt.date | None = entry.get("date")
    if date is not None:
        written = f"{date.day} {MONTHS[date.month - 1]} {date.year}"
        assert re.search(rf"Datum( aangemaakt)? {written}", text)
    else:
        assert not re.search(r"\bDatum \d", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_document_says_that_it_is_an_example(path: Path) -> None:
    """Each document says within its first page that it is an example and no official publication."""
    assert NOTICE in words(path)
    first = " ".join(pages(path)[0].split())
    assert NOTICE.partition(";")[0] in first


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_document_names_its_source(path: Path) -> None:
    """Each document says in its text where its facts come from."""
    assert re.search(r"\bBron(nen)?\b", words(path))


def test_every_format_is_there() -> None:
    """The examples cover each format that Beleidszoeker reads."""
    assert {path.suffix for path in FILES} == {
        ".txt",
        ".md",
        ".pdf",
        ".html",
        ".docx",
        ".odt",
        ".eml",
        ".xml",
    }


def test_pdfs_belong_to_their_sources(tmp_path: Path) -> None:
    """Building the PDFs again gives the same files, byte for byte."""
    pytest.importorskip("reportlab", reason="reportlab, of the extra `dev`, builds the PDFs")
    subprocess.run([sys.executable, str(CORPUS / "build_pdfs.py"), str(tmp_path)], check=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in PDFS}


def test_office_documents_belong_to_their_sources(tmp_path: Path) -> None:
    """Building the DOCX and ODT examples again gives the same files, byte for byte."""
    subprocess.run([sys.executable, str(CORPUS / "build_office.py"), str(tmp_path)], check=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in FILES if path.suffix in {".docx", ".odt"}}


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_each_page_of_a_pdf_carries_its_number(path: Path) -> None:
    """Each page of a PDF says which of how many it is, and that the document is an example."""
    texts = pages(path)
    for number, text in enumerate(texts, start=1):
        assert f"Pagina {number} van {len(texts)}" in text
        assert "Voorbeeld, geen officiële publicatie" in text


def test_the_passage_on_grid_capacity_is_broken_over_a_line() -> None:
    """The answer to "netcapaciteit Chemelot" stands on page 2, with netcapaciteit broken over a line."""
    with pypdfium2.PdfDocument(DOCUMENTS / "voortgang-circulair-zuid-limburg.pdf") as document:
        page = document[1].get_textpage()
        text = page.get_text_range()
        # pdfium hands over a hyphen at a line's end as U+FFFE or U+0002, with no new line after it
        broken = re.search("netcapaci[-\ufffe\x02]\\s*teit", text)
        assert broken is not None
        start = page.search("netcapaci").get_next()
        assert start is not None
        assert page.count_rects(broken.start(), len(broken.group())) == 2
    assert text.index("3.3 Netcapaciteit als hindernis voor Chemelot") < broken.start()
