"""Headings that are set like the text and known by the white space around them."""

import io

from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.pdf import PdfParser

BODY = [
    "De gemeente bouwt in de komende jaren woningen in de regio en zorgt",
    "voor een aansluiting op het net.",
]


def headings(*blocks: list[str]) -> list[str]:
    """Headings of a page of blocks with white space between them, all set alike."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(500, 600))
    canvas.setFont("Helvetica", 10)
    y = 560
    for block in blocks:
        for text in block:
            canvas.drawString(60, y, text)
            y -= 12
        y -= 14
    canvas.save()
    drafts = PdfParser().parse(buffer.getvalue()).drafts
    return [draft.raw for draft in drafts if draft.kind is BlockKind.HEADING]


def test_a_short_line_between_gaps_heads_a_paragraph() -> None:
    """What ends no sentence and stands over a paragraph after a finished one is its heading."""
    assert headings(BODY, ["Verloop van de procedure"], BODY, BODY) == ["Verloop van de procedure"]


def test_labels_salutations_and_sentences_are_no_headings() -> None:
    """A salutation, a field, a sentence and a line in the middle of a sentence stay text."""
    for line in ("Geachte voorzitter,", "Datum", "Dat is mooi.", "Wij vragen u:", "en voorts"):
        assert headings(BODY, [line], BODY, BODY) == []
    assert headings(BODY[:1], ["Limburg en Brabant"], BODY, BODY) == []


def test_signatures_are_no_headings() -> None:
    """A name under a letter has no paragraph under it."""
    assert headings(BODY, BODY, ["De minister van Wonen"], ["A. de Vries"]) == []
