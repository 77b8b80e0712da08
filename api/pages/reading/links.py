"""Addresses of the reading page: all that it shows stands in them."""

from typing import NamedTuple
from urllib.parse import urlencode


class Links(NamedTuple):
    """Makes addresses that keep what was asked and in which manner the document is read.

    Attributes:
        document_id: The document.
        query: What was asked; may be empty.
        passage_id: The passage that is cited, or ``None``.
        as_text: Whether the text was asked for rather than the PDF.
    """

    document_id: str
    query: str = ""
    passage_id: str | None = None
    as_text: bool = False

    @property
    def file(self) -> str:
        """The document's own bytes."""
        return f"/documenten/{self.document_id}/bestand"

    @property
    def similar(self) -> str:
        """Passages of other documents that are like the one that is cited."""
        return f"/documenten/{self.document_id}/lijkt-op?{urlencode({'passage': self.passage_id or ''})}"

    def hit(self, passage_id: str, number: int) -> str:
        """A passage of this document, to be cited in place of the one that is."""
        return self._replace(passage_id=passage_id).to(f"treffer-{number}")

    def part(self, number: int, anchor: str = "tekst") -> str:
        """A part of the text."""
        return self.to(anchor, deel=number)

    def place(self, start: int, end: int) -> str:
        """A span of the text, marked."""
        return self.to("plek", plek=f"{start}-{end}")

    def shown(self, *, as_text: bool, page: int | None = None) -> str:
        """The same in the other manner."""
        return self._replace(as_text=as_text).to("tekst" if as_text else "", pagina=page)

    def to(self, anchor: str, **more: str | int | None) -> str:
        """Any place on the page, with more in the address."""
        kept: dict[str, str | int | None] = {
            "passage": self.passage_id,
            "q": self.query or None,
            "weergave": "tekst" if self.as_text else None,
        }
        given = {name: value for name, value in {**kept, **more}.items() if value is not None}
        asked = "?" + urlencode(given, errors="replace") if given else ""
        return f"/documenten/{self.document_id}{asked}" + (f"#{anchor}" if anchor else "")
