"""An annex for Word: what was asked, the quotations numbered and cited, and where they come from."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from beleidszoeker.api.exporting.cited import LONGEST_TITLE, About, Cited, by_document, legal
from beleidszoeker.api.exporting.wordparts import (
    fixed,
    link_to,
    number_pages,
    set_properties,
    set_styles,
)
from beleidszoeker.search.quoting.citation import named_title, written_date

_UNDATED = "zonder datum"


def to_docx(title: str, items: Sequence[Cited], about: About | None = None) -> bytes:
    """Return a Word document; the same bytes for the same arguments.

    Args:
        title: Its title.
        items: The quotations, in the order in which they are numbered.
        about: What is told above them.
    """
    about = about or About()
    document = Document()
    set_properties(document, legal(title), about.day)
    set_styles(document)
    number_pages(document)
    _head(document, title, items, about)
    document.add_heading("Citaten", 1)
    for item in items:
        _quotation(document, item)
    _sources(document, items)
    out = io.BytesIO()
    document.save(out)
    return fixed(out.getvalue())


def _head(document: WordDocument, title: str, items: Sequence[Cited], about: About) -> None:
    document.add_heading(legal(title), 0)
    number = len(items)
    told = [f"{number} {'citaat' if number == 1 else 'citaten'}"]
    if about.day:
        told.append(f"opgesteld op {written_date(about.day)}")
    document.add_paragraph(", ".join(told) + ".", style="Subtitle")
    if about.question:
        _labelled(document, "Zoekvraag", about.question)
    if about.limits:
        _labelled(document, "Beperkt tot", "; ".join(about.limits))


def _quotation(document: WordDocument, item: Cited) -> None:
    """The citation under its number, then the literal text, then what helps to check it."""
    citation = item.citation
    _kept(document.add_paragraph(legal(citation.label), style="List Number"))
    paragraphs = item.quote.split("\n\n")
    quoted = [document.add_paragraph(legal(text), style="Quote") for text in paragraphs]
    for paragraph in quoted[:-1]:
        _kept(paragraph)
    for note in item.footnotes:
        document.add_paragraph(f"Voetnoot in het document: {legal(note)}", style="Caption")
    if item.note:
        _labelled(document, "Notitie", item.note, style="List Continue")
    place = document.add_paragraph(style="List Continue")
    if citation.section:
        place.add_run(f"Onder: {legal(' › '.join(citation.section))}. ")
    link_to(place, item.link, "Bekijk het citaat in het document")


def _sources(document: WordDocument, items: Sequence[Cited]) -> None:
    if items:
        document.add_heading("Bronnen", 1)
    for group in by_document(items):
        citation = group[0].citation
        name = named_title(citation.title, citation.kind, longest=LONGEST_TITLE)
        day = written_date(citation.date) if citation.date else _UNDATED
        line = document.add_paragraph(f"{legal(name)}, {day}", style="List Bullet")
        line.add_run(f". Bestand: {legal(citation.source)}")
        if citation.url:
            line.add_run(". ")
            link_to(line, citation.url, citation.url)


def _labelled(document: WordDocument, name: str, text: str, *, style: str | None = None) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(legal(text))


def _kept(paragraph: Paragraph) -> None:
    """A citation never stands alone at the foot of a page."""
    paragraph.paragraph_format.keep_with_next = True
