"""PDF: text and places through PDFium, structure and properties through pypdf."""

from typing import Any

from beleidszoeker.ingest.document import Page
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.ocr import Recogniser, recogniser
from beleidszoeker.ingest.pdf.asides import split_asides
from beleidszoeker.ingest.pdf.blocks import to_drafts
from beleidszoeker.ingest.pdf.furniture import split_furniture
from beleidszoeker.ingest.pdf.layout import measure
from beleidszoeker.ingest.pdf.legible import Fault, fault_of
from beleidszoeker.ingest.pdf.lines import PdfLine, read_lines
from beleidszoeker.ingest.pdf.mending import mend_lines
from beleidszoeker.ingest.pdf.notes import body_size, lift_raised, split_notes
from beleidszoeker.ingest.pdf.opening import Pages, open_document
from beleidszoeker.ingest.pdf.runninghead import running_head
from beleidszoeker.ingest.pdf.scans import Scans, read_scans
from beleidszoeker.ingest.pdf.structure import read_structure
from beleidszoeker.ingest.pdf.tables import Grid, rows_by_page, take_tables, with_tables
from beleidszoeker.ingest.pdf.tables.grid import find_grids
from beleidszoeker.ingest.pdf.tables.rules import read_drawing
from beleidszoeker.ingest.pdf.underlines import mark_underlined

__all__ = ["PdfParser"]

MOST_PAGES = 3000


class PdfParser:
    """Parses PDFs; pages without a usable text layer are recognised.

    Args:
        most_pages: Most pages of a file.
        reader: Recognises pages; by default the one in use.
    """

    def __init__(self, *, most_pages: int = MOST_PAGES, reader: Recogniser | None = None) -> None:
        self._most_pages = most_pages
        self._reader = reader or recogniser()

    def parse(self, data: bytes) -> DraftDocument:
        """Read a PDF into drafts with the page and rectangle of each line.

        Raises:
            EncryptedDocumentError: It asks for a password.
            DamagedDocumentError: It cannot be opened.
            LimitExceededError: It has too many pages.
            NeedsOcrError: Its pages are pictures, and nothing is there to recognise them.
        """
        properties, declared = read_structure(data)
        pages, sizes, grids, scans = self._read(data)
        upright = scans.upright(sizes)
        mend_lines(pages)
        bodies, printed = split_furniture(pages, upright)
        properties |= running_head(pages, bodies)
        labels = declared | printed  # what a reader sees counts
        drafts = _drafts(pages, bodies, grids, [height for _, height in upright])
        scans.put_back(drafts, sizes)
        return DraftDocument(
            drafts,
            pages=[
                Page(n, labels.get(n), *size, scans.confidence.get(n))
                for n, size in enumerate(sizes, start=1)
            ],
            properties=properties,
            warnings=scans.warnings,
        )

    def _read(
        self, data: bytes
    ) -> tuple[list[list[PdfLine]], list[tuple[float, float]], list[list[Grid]], Scans]:
        document = open_document(data, self._most_pages)
        opened = Pages(document)
        pages: list[list[PdfLine]] = []
        grids: list[list[Grid]] = []
        faults: dict[int, Fault] = {}
        for number in range(1, len(document) + 1):
            page = opened.open(number)
            if page is None:
                pages.append([])
                grids.append([])
                continue
            drawing = read_drawing(page)
            grids.append(find_grids(drawing))
            lines, fault = _lines_of(page, number, grids[-1])
            mark_underlined(lines, drawing.level)
            pages.append(lines)
            if fault:
                faults[number] = fault
        broken = opened.warnings()
        scans = read_scans(document, pages, faults, self._reader)
        scans.warnings[:0] = broken
        document.close()
        return pages, opened.sizes, grids, scans


def _lines_of(page: Any, number: int, grids: list[Grid]) -> tuple[list[PdfLine], Fault | None]:
    textpage = page.get_textpage()
    try:
        lines = read_lines(textpage, number, [wall for grid in grids for wall in grid.walls])
        return lines, fault_of(page, textpage, lines)
    finally:
        textpage.close()
        page.close()


def _drafts(
    pages: list[list[PdfLine]], kept: list[list[PdfLine]], grids: list[list[Grid]], heights: list[float]
) -> list[Draft]:
    body = body_size(kept)
    bodies, tables = take_tables(pages, kept, grids, body)
    rows = rows_by_page(tables, len(pages))
    split = [split_notes(lines, body, cells) for lines, cells in zip(bodies, rows, strict=True)]
    notes = [page_notes for _, page_notes in split]
    parted = [split_asides(lines, body, height) for (lines, _), height in zip(split, heights, strict=True)]
    texts, asides = [lines for lines, _ in parted], [lines for _, lines in parted]
    markers = lift_raised([*texts, *rows], [*notes, *notes])
    layout = measure(texts, body)
    beside = to_drafts(asides, {}, layout, aside=True)
    drafts = with_tables(to_drafts(texts, markers, layout), tables, pages, markers)
    return drafts + beside + [note for page in notes for note in page]
