"""PDF: text and places through PDFium, structure and properties through pypdf."""

from typing import Any

import pypdfium2

from beleidszoeker.errors import DamagedDocumentError, LimitExceededError, NeedsOcrError
from beleidszoeker.ingest.document import Page
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.pdf.asides import split_asides
from beleidszoeker.ingest.pdf.blocks import to_drafts
from beleidszoeker.ingest.pdf.furniture import split_furniture
from beleidszoeker.ingest.pdf.layout import measure
from beleidszoeker.ingest.pdf.lines import PdfLine, read_lines
from beleidszoeker.ingest.pdf.notes import body_size, lift_raised, split_notes
from beleidszoeker.ingest.pdf.structure import read_structure

__all__ = ["PdfParser"]

MOST_PAGES = 3000
_FEWEST_LETTERS_PER_PAGE = 20


class PdfParser:
    """Parses PDFs that have a text layer."""

    def __init__(self, *, most_pages: int = MOST_PAGES) -> None:
        self._most_pages = most_pages

    def parse(self, data: bytes) -> DraftDocument:
        """Read a PDF into drafts with the page and rectangle of each line.

        Raises:
            EncryptedDocumentError: It asks for a password.
            DamagedDocumentError: It cannot be opened.
            LimitExceededError: It has too many pages.
            NeedsOcrError: Its pages are pictures.
        """
        properties, declared = read_structure(data)
        pages, sizes = self._read(data)
        letters = sum(len(line.text) for lines in pages for line in lines)
        if letters < _FEWEST_LETTERS_PER_PAGE * len(pages):
            raise NeedsOcrError(
                f"De {len(pages)} pagina's zijn afbeeldingen zonder tekstlaag.",
                advice="Maak het bestand eerst doorzoekbaar met tekstherkenning (OCR).",
            )
        bodies, printed = split_furniture(pages, [height for _, height in sizes])
        labels = declared or printed
        return DraftDocument(
            _drafts(bodies, [height for _, height in sizes]),
            pages=[Page(n, labels.get(n), *size) for n, size in enumerate(sizes, start=1)],
            properties=properties,
        )

    def _read(self, data: bytes) -> tuple[list[list[PdfLine]], list[tuple[float, float]]]:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise DamagedDocumentError(
                "Het PDF-bestand kan niet worden geopend.", advice="Haal het opnieuw op bij de bron."
            ) from error
        if len(document) > self._most_pages:
            raise LimitExceededError(
                f"Het bestand heeft {len(document)} pagina's; de grens is {self._most_pages}.",
                advice="Splits het in delen.",
            )
        sizes, pages = [], []
        for number in range(len(document)):
            page = document[number]
            sizes.append(tuple(round(value, 2) for value in page.get_size()))
            pages.append(_lines_of(page, number + 1))
        document.close()
        return pages, [(width, height) for width, height in sizes]


def _lines_of(page: Any, number: int) -> list[PdfLine]:
    textpage = page.get_textpage()
    try:
        return read_lines(textpage, number)
    finally:
        textpage.close()
        page.close()


def _drafts(bodies: list[list[PdfLine]], heights: list[float]) -> list[Draft]:
    body = body_size(bodies)
    split = [split_notes(lines, body) for lines in bodies]
    notes = [page_notes for _, page_notes in split]
    parted = [split_asides(lines, body, height) for (lines, _), height in zip(split, heights, strict=True)]
    texts, asides = [lines for lines, _ in parted], [lines for _, lines in parted]
    markers = lift_raised(texts, notes)
    layout = measure(texts, body)
    beside = to_drafts(asides, {}, layout, aside=True)
    return to_drafts(texts, markers, layout) + beside + [note for page in notes for note in page]
