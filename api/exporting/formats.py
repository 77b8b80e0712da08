"""The formats, by the name that people and programs ask them with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from beleidszoeker.api.exporting.bibtex import to_bibtex
from beleidszoeker.api.exporting.cited import About, Cited
from beleidszoeker.api.exporting.ris import to_ris
from beleidszoeker.api.exporting.table import to_csv


def to_docx(title: str, items: Sequence[Cited], about: About | None = None) -> bytes:
    """Return quotations as an annex in Word; what writes Word is loaded when it is first asked for."""
    from beleidszoeker.api.exporting import word  # noqa: PLC0415 - a service starts without it

    return word.to_docx(title, items, about)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    Attributes:
        name: What it is called in Dutch.
        suffix: How names of its files end, with the point.
        media_type: Its media type (IANA).
        write: Makes the bytes of a title, quotations and what is told about them.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[str, Sequence[Cited], About], bytes]


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {
    "docx": Format("Word (DOCX)", ".docx", _WORD, to_docx),
    "csv": Format("Tabel (CSV)", ".csv", "text/csv; charset=utf-8", lambda _, items, __: to_csv(items)),
    "ris": Format(
        "RIS (Zotero, EndNote)",
        ".ris",
        "application/x-research-info-systems",
        lambda _, items, __: to_ris(items),
    ),
    "bibtex": Format(
        "BibTeX", ".bib", "application/x-bibtex; charset=utf-8", lambda _, items, __: to_bibtex(items)
    ),
}
