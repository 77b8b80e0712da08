"""PDFs that are broken in part: what can be read is read, under its own page number, and the rest is told."""

import io
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject

from beleidszoeker.errors import DamagedDocumentError
from beleidszoeker.ingest.pdf import PdfParser

EXAMPLE = Path(__file__).parents[2] / "corpus" / "documents" / "nota-clusterplan-chemelot.pdf"
PAGES = 4


def twice() -> pypdf.PdfWriter:
    """The example, of two pages, two times over."""
    writer = pypdf.PdfWriter(clone_from=EXAMPLE)
    writer.append(EXAMPLE)
    return writer


def without(*broken: int) -> bytes:
    """Four pages with a number in the place of these."""
    writer = twice()
    tree = writer.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    kids = tree["/Kids"]
    assert isinstance(kids, ArrayObject)
    for number in broken:
        kids[number - 1] = writer._add_object(NumberObject(7))
    return saved(writer)


def with_broken(name: str, value: PdfObject) -> bytes:
    writer = twice()
    writer.root_object[NameObject(name)] = value
    return saved(writer)


def saved(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_broken_page_costs_itself() -> None:
    """The other pages keep their numbers and text, and the report names the page that is missing."""
    parsed = PdfParser().parse(without(2))
    pages = {line.page for draft in parsed.drafts for line in draft.lines}
    assert (len(parsed.pages), pages) == (PAGES, {1, 3, 4})
    assert all(page.width and page.height for page in parsed.pages)
    (warning,) = parsed.warnings
    assert "pagina 2." in warning


def test_half_of_a_document_is_not_the_document() -> None:
    """Where half of the pages are broken the file is damaged, with what to do."""
    with pytest.raises(DamagedDocumentError) as caught:
        PdfParser().parse(without(2, 3))
    assert caught.value.advice


def test_broken_labels_cost_no_text() -> None:
    """Page labels of another shape are not read; the text is."""
    whole = PdfParser().parse(saved(twice()))
    parsed = PdfParser().parse(with_broken("/PageLabels", NumberObject(3)))
    assert [draft.raw for draft in parsed.drafts] == [draft.raw for draft in whole.drafts] != []
