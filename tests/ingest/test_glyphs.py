"""Glyphs read in bulk say what PDFium says of each character alone."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.pdf.faces import FaceReader
from beleidszoeker.ingest.pdf.glyphs import MADE_UP, NO_SPACE, OWN_SPACE, Glyphs, read_frame, read_glyphs
from beleidszoeker.ingest.pdf.runs import cut_runs

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
SHARED = Path(__file__).parents[3] / "shared" / "corpus" / "kamerbrieven"


def drawn(*, turn: int = 0) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.setPageRotation(turn)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 700, "De raad besluit over het plan")
    canvas.drawString(60, 686, "voor de nieuwe brug-")
    canvas.drawString(320, 700, "rechts")
    canvas.setFont("Helvetica-BoldOblique", 8)
    canvas.drawString(60, 660, "Klein en vet")
    canvas.drawString(60, 640, "naast")
    canvas.drawString(88, 640, "elkaar")
    canvas.save()
    return stream.getvalue()


def pages_of(data: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(data)
    yield from document
    document.close()


def inked_one_by_one(textpage: pypdfium2.PdfTextPage) -> list[tuple[str, tuple[float, ...], int]]:
    frame, rect = read_frame(textpage.page), pdfium.FS_RECTF()
    found: list[tuple[str, tuple[float, ...], int]] = []
    for index in range(pdfium.FPDFText_CountChars(textpage.raw)):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if code and not 0xD800 <= code <= 0xDFFF and not chr(code).isspace():
            pdfium.FPDFText_GetLooseCharBox(textpage.raw, index, ctypes.byref(rect))
            found.append((chr(code), frame.place(rect.left, rect.bottom, rect.right, rect.top), index))
    return found


def boxes_of(glyphs: Glyphs) -> list[tuple[float, ...]]:
    columns = (glyphs.x0, glyphs.y0, glyphs.x1, glyphs.y1)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def examples() -> list[Path]:
    return [*sorted(DOCUMENTS.glob("*.pdf")), *sorted(SHARED.glob("*.pdf"))[:3]]


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.name)
def test_a_file_reads_alike_in_bulk_and_one_by_one(path: Path) -> None:
    """Characters, places and numbers of whole files agree to the last bit."""
    for page in pages_of(path.read_bytes()):
        textpage = page.get_textpage()
        glyphs = read_glyphs(textpage)
        boxes = boxes_of(glyphs)
        assert list(zip(glyphs.chars, boxes, glyphs.numbers, strict=True)) == inked_one_by_one(textpage)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_placed_as_a_reader_sees_it(turn: int) -> None:
    """Whole columns are turned as single rectangles are."""
    for page in pages_of(drawn(turn=turn)):
        textpage = page.get_textpage()
        glyphs = read_glyphs(textpage)
        boxes = boxes_of(glyphs)
        assert boxes == [box for _, box, _ in inked_one_by_one(textpage)]


def test_spaces_are_told_apart() -> None:
    """A space of the file's own is told from one that PDFium made up from a gap, and both from none."""
    for page in pages_of(drawn()):
        glyphs = read_glyphs(page.get_textpage())
        text = "".join(glyphs.chars)
        assert glyphs.spaces[text.index("raad")] == OWN_SPACE
        assert glyphs.spaces[text.index("aad")] == NO_SPACE
        assert glyphs.spaces[text.index("elkaar")] == MADE_UP


def test_runs_part_at_gaps_and_heights() -> None:
    """What stands far right on one height, or lower, is a run of its own."""
    for page in pages_of(drawn()):
        glyphs = read_glyphs(page.get_textpage())
        runs = ["".join(glyphs.chars[start:end]) for start, end in cut_runs(glyphs)]
        assert "Deraadbesluitoverhetplan" in runs
        assert "rechts" in runs
        assert "Kleinenvet" in runs


def test_faces_are_read_by_font() -> None:
    """Bold and italic come from the font of each run, plain type stays plain."""
    for page in pages_of(drawn()):
        textpage = page.get_textpage()
        glyphs, faces = read_glyphs(textpage), FaceReader(textpage)
        found = {
            "".join(glyphs.chars[start:end]): faces.read(glyphs.numbers[start:end])
            for start, end in cut_runs(glyphs)
        }
        assert found["Kleinenvet"] == (True, True, True)
        assert found["Deraadbesluitoverhetplan"] == (False, False, True)


def test_an_empty_page_has_no_glyphs() -> None:
    """A page without text gives empty columns and no runs."""
    document = pypdfium2.PdfDocument.new()
    glyphs = read_glyphs(document.new_page(200, 200).get_textpage())
    assert glyphs.chars == []
    assert cut_runs(glyphs) == []
