"""Opening a PDF and its pages; a broken page costs itself, not the document."""

from typing import Any

import pypdfium2

from beleidszoeker.errors import DamagedDocumentError, LimitExceededError

_AGAIN = "Haal het opnieuw op bij de bron."
_USUAL_SIZE = 595.28, 841.89  # A4, for a page whose size cannot be known
_MOST_NAMED = 8


def open_document(data: bytes, most_pages: int) -> Any:
    """Return the ``pypdfium2.PdfDocument``.

    Raises:
        DamagedDocumentError: It cannot be opened.
        LimitExceededError: It has too many pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedDocumentError("Het PDF-bestand kan niet worden geopend.", advice=_AGAIN) from error
    if len(document) > most_pages:
        raise LimitExceededError(
            f"Het bestand heeft {len(document)} pagina's; de grens is {most_pages}.",
            advice="Splits het in delen.",
        )
    return document


class Pages:
    """The pages of a document, opened one by one.

    Attributes:
        sizes: Width and height in points of each page that was asked for.
        broken: Numbers of the pages that cannot be opened.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self.sizes: list[tuple[float, float]] = []
        self.broken: list[int] = []

    def open(self, number: int) -> Any | None:
        """Return the ``pypdfium2.PdfPage`` of a number from 1, or ``None`` where it is broken."""
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            self.broken.append(number)
            self.sizes.append(self.sizes[-1] if self.sizes else _USUAL_SIZE)
            return None
        width, height = page.get_size()
        self.sizes.append((round(width, 2), round(height, 2)))
        return page

    def warnings(self) -> list[str]:
        """Name the broken pages.

        Raises:
            DamagedDocumentError: Half of the pages or more are: what is left is not the document.
        """
        if not self.broken:
            return []
        if len(self.broken) * 2 >= len(self.sizes):
            raise DamagedDocumentError(
                f"Van het PDF-bestand zijn {len(self.broken)} van de {len(self.sizes)} pagina's kapot.",
                advice=_AGAIN,
            )
        named = ", ".join(map(str, self.broken[:_MOST_NAMED])) + ", …" * (len(self.broken) > _MOST_NAMED)
        return [f"Niet gelezen, want kapot: pagina {named}. {_AGAIN}"]
