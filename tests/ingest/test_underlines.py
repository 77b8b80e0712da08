"""Underlined headings, and what is underlined and none."""

import io

from reportlab.pdfgen.canvas import Canvas

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.pdf import PdfParser

BODY = ["De gemeente bouwt woningen in de regio en", "zorgt voor een aansluiting op het net."]


def headings(*lines: tuple[str, bool]) -> list[str]:
    """Headings of a page with these lines, underlined where the second value says so."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 500))
    canvas.setFont("Helvetica", 10)
    for row, (text, underlined) in enumerate(lines):
        y = 450 - 14 * row
        canvas.drawString(60, y, text)
        if underlined:
            canvas.setLineWidth(0.5)
            canvas.line(60, y - 1.5, 60 + canvas.stringWidth(text, "Helvetica", 10), y - 1.5)
    canvas.save()
    drafts = PdfParser().parse(buffer.getvalue()).drafts
    return [draft.raw for draft in drafts if draft.kind is BlockKind.HEADING]


def plain(*texts: str) -> list[tuple[str, bool]]:
    return [(text, False) for text in texts]


def test_an_underlined_line_by_itself_is_a_heading() -> None:
    """A short line with a rule under it heads what follows it."""
    assert headings(*plain(*BODY), ("Aansluiting op het net", True), *plain(*BODY)) == [
        "Aansluiting op het net"
    ]


def test_a_link_in_a_sentence_is_no_heading() -> None:
    """A line of a sentence that is underlined because it is a link stays in its sentence."""
    assert (
        headings(*plain(*BODY, "Lees daarover het"), ("Programma Aansluitingen", True), *plain(*BODY)) == []
    )
    assert headings(*plain(*BODY), ("www.voorbeeld.nl/aansluiting", True), *plain(*BODY)) == []


def test_two_underlined_lines_are_no_heading() -> None:
    """What is underlined over several lines is emphasis or a long link."""
    assert headings(*plain(*BODY), ("Het Programma", True), ("Aansluitingen", True), *plain(*BODY)) == []
