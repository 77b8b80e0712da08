"""The example PDFs, read and compared with PDFium's own search."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.pdf import PdfParser
from beleidszoeker.ingest.prepared import PreparedDocument

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
PDFS = sorted(DOCUMENTS.glob("*.pdf"))
COLUMNS = DOCUMENTS / "voortgang-circulair-zuid-limburg.pdf"
LETTER = DOCUMENTS / "kamerbrief-ruimte-voor-industrieclusters.pdf"
SPLIT = SentenceSplitter(trained=None).split


@cache
def prepared(path: Path) -> PreparedDocument:
    return prepare_document(path.name, path.read_bytes(), split=SPLIT)


def blocks(path: Path, kind: BlockKind) -> list[str]:
    document = prepared(path).document
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def words(path: Path) -> Iterator[tuple[int, int, str]]:
    """A long word of each line, with its place."""
    document = prepared(path).document
    for line in document.lines:
        text = document.text[line.start : line.end]
        word = max(text.split(), key=len, default="")
        if (
            len(word) > 9
            and word.isalpha()
            and line.end < len(document.text)
            and not document.text[line.end].isalpha()
        ):
            start = line.start + text.index(word)
            yield start, start + len(word), word


@pytest.mark.parametrize(
    ("name", "pages", "notes"),
    [
        ("kamerbrief-ruimte-voor-industrieclusters.pdf", 3, 12),
        ("nota-clusterplan-chemelot.pdf", 2, 3),
        ("rapport-randvoorwaarden-industrie.pdf", 3, 13),
        ("voortgang-circulair-zuid-limburg.pdf", 2, 4),
    ],
)
def test_pages_and_footnotes_are_counted_and_linked(name: str, pages: int, notes: int) -> None:
    """Each page is labelled as printed; each footnote is found, in order, and cited once."""
    document = prepared(DOCUMENTS / name).document
    assert [(page.number, page.label) for page in document.pages] == [
        (n, str(n)) for n in range(1, pages + 1)
    ]
    labels = [block.label for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert labels == [str(n) for n in range(1, notes + 1)]
    assert [link.label for link in document.footnotes] == labels


def test_headings_of_the_letter_are_its_own() -> None:
    """The labels of a letter's head are no headings; its chapters are."""
    assert blocks(LETTER, BlockKind.HEADING) == [
        "Wat de clusters betekenen",
        "Ruimte als randvoorwaarde",
        "Uitkomst: de clusters zitten grotendeels op slot",
        "Vervolg",
    ]


def test_numbered_headings_have_their_depth() -> None:
    """A heading with two numbers lies under the one with the first of them."""
    document = prepared(COLUMNS).document
    sections = {
        document.text[b.start : b.end]: b.section for b in document.blocks if b.kind is BlockKind.HEADING
    }
    title = "Voortgang circulaire economie, Regio Deal Zuid-Limburg (voorbeeld)"
    assert sections["3.3 Netcapaciteit als hindernis voor Chemelot"] == (title, "3. Circular Chemelot")


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_running_heads_and_feet_are_gone(path: Path) -> None:
    """What stands on each page is no text."""
    text = prepared(path).document.text
    assert "Pagina 1" not in text
    assert "Voorbeeld, geen officiële publicatie" not in text


def test_columns_do_not_mix() -> None:
    """Each sentence of a text in two columns stands in one column, or goes on from the first to the
    second.
    """
    document = prepared(COLUMNS).document
    pages = PageMap(document)
    middle = document.pages[0].width / 2
    for passage in prepared(COLUMNS).passages:
        for start, end in passage.sentences:
            lines = [
                line for line in pages.lines(start, end) if line.box and line.box.x1 - line.box.x0 < middle
            ]
            sides = [(line.page, line.box is not None and line.box.x0 > middle) for line in lines]
            assert sides == sorted(sides)


def test_words_broken_over_lines_are_whole() -> None:
    """The word that people search for is one word."""
    passage = next(
        p
        for p in prepared(COLUMNS).passages
        if p.section[-1:] == ("3.3 Netcapaciteit als hindernis voor Chemelot",)
    )
    text = prepared(COLUMNS).document.text[passage.start : passage.end]
    assert "het tekort aan netcapaciteit" in text
    assert passage.page_first == passage.page_last == 2


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_boxes_are_where_pdfium_finds_the_word(path: Path) -> None:
    """The rectangle of a word covers a place where PDFium's own search finds it."""
    pages = PageMap(prepared(path).document)
    with pypdfium2.PdfDocument(path) as pdf:
        textpages = [page.get_textpage() for page in pdf]
        checked = 0
        for start, end, word in words(path):
            ((page, box),) = pages.boxes(start, end)
            searcher = textpages[page - 1].search(word)
            centres = []
            while found := searcher.get_next():
                left, bottom, right, top = textpages[page - 1].get_charbox(found[0] + found[1] // 2)
                centres.append(((left + right) / 2, (bottom + top) / 2))
            slack = 20.0  # a word's place along its line is reckoned by characters, not by their widths
            assert any(box.x0 - slack <= x <= box.x1 + slack and box.y0 <= y <= box.y1 for x, y in centres), (
                word
            )
            checked += 1
    assert checked >= 20


def made(*, rotation: int = 0, shift: float = 0.0) -> bytes:
    """A page of ten lines, with its crop box shifted and turned as asked."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300), cropBox=(shift, shift, 400, 300) if shift else None)
    for number in range(10):
        canvas.drawString(60, 250 - 14 * number, f"Regel {number} over de netcapaciteit in Limburg.")
    if rotation:
        canvas.setPageRotation(rotation)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("rotation", [0, 180])
@pytest.mark.parametrize("shift", [0.0, 30.0])
def test_boxes_are_those_of_the_page_as_shown(rotation: int, shift: float) -> None:
    """Boxes count from the lower left of what a reader sees, also where the page is cropped or turned."""
    (page,) = PdfParser().parse(made(rotation=rotation, shift=shift)).pages
    boxes = [
        line.box for d in PdfParser().parse(made(rotation=rotation, shift=shift)).drafts for line in d.lines
    ]
    assert (page.width, page.height) == (400 - shift, 300 - shift)
    assert boxes[0] is not None
    expected = 60 - shift if rotation == 0 else page.width - (60 - shift)
    assert abs((boxes[0].x0 if rotation == 0 else boxes[0].x1) - expected) < 2


def test_a_page_set_sideways_reads_as_shown() -> None:
    """A page whose text runs upwards and that is turned for the reader has whole lines."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300))
    canvas.setPageRotation(270)
    canvas.rotate(-90)
    for number in range(10):
        canvas.drawString(-350, 40 + 14 * number, f"Regel {number} over de netcapaciteit in Limburg.")
    canvas.save()
    parsed = PdfParser().parse(buffer.getvalue())
    lines = [line for draft in parsed.drafts for line in draft.lines]
    assert {line.text.split(" ", 2)[2] for line in lines} == {"over de netcapaciteit in Limburg."}
    assert all(line.box and 0 <= line.box.x0 < line.box.x1 <= 400 for line in lines)


def test_too_many_pages_is_a_limit() -> None:
    """A file with more pages than allowed is refused before its pages are read."""
    with pytest.raises(LimitExceededError):
        PdfParser(most_pages=1).parse(LETTER.read_bytes())
