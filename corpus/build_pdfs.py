r"""Builds the PDF examples of `documents/` from `sources/`: python corpus/build_pdfs.py [folder].

A source is TOML between `+++` lines (title, subject, running_head, columns) and a small Markdown: headings
`#`, lists `- `, `**bold**`, `*italic*`, footnotes `[^1]`, `@ Label: value` for the head of a letter, `> ` for
the framed note, `\` at a line's end for a new line. What stands above `---` takes the full width of page 1.
`\-` marks where a word may break over a line in a text of two columns: in real documents, words are broken.

The output is the same byte for byte on every machine: no date of today, and nothing compressed, because zlib
differs between builds of Python.
"""  # noqa: INP001

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from page_layout import RULE_ROOM, Column, Paragraph, fill, height, notes_height
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as PlatypusParagraph

HERE = Path(__file__).parent
AUTHOR = "Beleidszoeker (voorbeeld)"
FOOT = "Voorbeeld, geen officiële publicatie"
INK, GREY = "#1d2f45", "#5a6470"
WIDTH, HEIGHT = A4
TOP, BOTTOM = HEIGHT - 78, 66  # the text area; running head and foot stand outside it
MARGIN = {1: 78, 2: 54}  # per number of columns, in points
GUTTER = 22
FIELD_INDENT = 124


@dataclass(frozen=True)
class Source:
    """One document to be set: its front matter, the blocks of its head and body, and its footnotes."""

    title: str
    subject: str
    running_head: str
    columns: int
    head: list[Paragraph]
    body: list[Paragraph]
    notes: dict[str, Paragraph]


def build(source: Path, target: Path) -> None:
    """Sets one source as a PDF."""
    document = read(source)
    columns = lay_out(document)
    pages = columns[-1].page
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=0, lang="nl-NL")
    canvas.setTitle(document.title)
    canvas.setAuthor(AUTHOR)
    canvas.setSubject(document.subject)
    for page in range(1, pages + 1):
        draw_frame(canvas, document, page, pages)
        for column in columns:
            if column.page == page:
                draw_column(canvas, column, document.notes)
        canvas.showPage()
    canvas.save()


def read(path: Path) -> Source:
    """Parses a source file."""
    _, front, text = path.read_text(encoding="utf-8").split("+++\n", maxsplit=2)
    meta: dict[str, Any] = tomllib.loads(front)
    styles = styles_for(meta["columns"])
    found = re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE)
    notes = {n: paragraph(f"[^{n}] {note}", styles["note"]) for n, note in found}
    head, body = re.sub(r"^\[\^\d+\]: .*\n", "", text, flags=re.MULTILINE).split("\n---\n")
    return Source(**meta, head=blocks(head, styles), body=blocks(body, styles), notes=notes)


def blocks(text: str, styles: dict[str, ParagraphStyle]) -> list[Paragraph]:
    """The paragraphs of a text; each list item and each field of a head is one of its own."""
    chunks = re.split(r"\n\s*\n|\n(?=- |@ )", text.strip())
    return [block(" ".join(chunk.replace("\\\n", "<br/>").split()), styles) for chunk in chunks]


def block(text: str, styles: dict[str, ParagraphStyle]) -> Paragraph:
    """One paragraph, in the style that its first characters ask for."""
    mark, _, rest = text.partition(" ")
    if mark == "@":
        label, _, value = rest.partition(": ")
        return paragraph(value, styles["field"], bullet=label)
    if mark == "-":
        return paragraph(rest, styles["item"], bullet="•")
    if mark in styles:
        return paragraph(rest, styles[mark])
    return paragraph(text, styles["body"])


def paragraph(text: str, style: ParagraphStyle, *, bullet: str | None = None) -> Paragraph:
    """A reportlab paragraph from marked-up text."""
    markup = escape(break_words(text, style)).replace("&lt;br/&gt;", "<br/>")
    markup = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", markup)
    markup = re.sub(r"\*(.+?)\*", r"<i>\1</i>", markup)
    markup = re.sub(r"\[\^(\d+)\]", r"<super size='70%' rise='35%'>\1</super>", markup)
    return PlatypusParagraph(markup, style, bulletText=bullet)


def break_words(text: str, style: ParagraphStyle) -> str:
    """Puts a hyphen and a new line at the marked place of each word that meets the end of its line.

    reportlab can break words itself, but then loses real hyphens (Zuid-Limburg became ZuidLimburg).
    Plain text only: a word in bold or italics is measured as if it were neither.
    """
    if "\\-" not in text:
        return text
    lines = [""]
    for word in text.split():
        *heads, last = word.split("\\-")
        whole = "".join([*heads, last])
        fitting = [n for n in range(1, len(heads) + 1) if fits(lines[-1], "".join(heads[:n]) + "-", style)]
        if not lines[-1] or fits(lines[-1], whole, style):
            lines[-1] = f"{lines[-1]} {whole}".lstrip()
        elif fitting:
            head = "".join(heads[: fitting[-1]])
            lines[-1] += f" {head}-"
            lines.append(whole.removeprefix(head))
        else:
            lines.append(whole)
    return "<br/>".join(lines)


def fits(line: str, word: str, style: ParagraphStyle) -> bool:
    """Whether the line still has room for the word."""
    shown = re.sub(r"\[\^\d+\]", ".", f"{line} {word}")  # a footnote's number is about as wide as a full stop
    room = column_width(2) - style.leftIndent - style.rightIndent
    return bool(pdfmetrics.stringWidth(shown, style.fontName, style.fontSize) <= room)


def column_width(count: int) -> float:
    """The width in points of each of `count` columns on a page."""
    return float((WIDTH - 2 * MARGIN[count] - (count - 1) * GUTTER) / count)


def styles_for(columns: int) -> dict[str, ParagraphStyle]:
    """The styles by the mark that asks for them; two columns are set smaller."""
    size, lead = (9.4, 14.2) if columns == 1 else (8.8, 13.0)
    body = ParagraphStyle(
        "body",
        fontName="Vera",
        fontSize=size,
        leading=lead,
        spaceBefore=7,
        keepWithNext=0,
        allowWidows=0,
        allowOrphans=0,
    )

    def style(name: str, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=body, **changes)

    bold = {"fontName": "Vera-Bold", "textColor": INK, "keepWithNext": 1}
    return {
        "body": body,
        "#": style("title", **bold | {"fontSize": 15, "leading": 20, "spaceBefore": 8, "keepWithNext": 0}),
        "##": style("heading", **bold, fontSize=size + 1.8, leading=lead + 1.8, spaceBefore=15),
        "###": style("subheading", **bold, spaceBefore=11),
        "item": style("item", leftIndent=13, bulletIndent=2, spaceBefore=3),
        "field": style("field", leftIndent=FIELD_INDENT, bulletFontName="Vera-Bold", bulletFontSize=size),
        ">": style(
            "frame",
            fontName="Vera-Italic",
            fontSize=8,
            leading=11.5,
            textColor=GREY,
            spaceBefore=14,
            borderWidth=0.6,
            borderColor="#9aa5b1",
            borderPadding=6,
            leftIndent=7,
            rightIndent=7,
        ),
        "note": style("note", fontSize=6.9, leading=9.4, spaceBefore=0),
    }


def lay_out(document: Source) -> list[Column]:
    """The columns of all pages, filled; the first of them holds the head."""
    margin = MARGIN[document.columns]
    head = Column(1, margin, TOP, BOTTOM, WIDTH - 2 * margin)
    for item in document.head:
        head.place(item, item.style.spaceBefore)
    return [head, *fill(document.body, columns_from(head.y - 26, document.columns), document.notes)]


def columns_from(top: float, count: int) -> Iterator[Column]:
    """Empty columns without end, page after page; those of page 1 begin at `top`."""
    margin = MARGIN[count]
    width = column_width(count)
    page = 1
    while True:
        for number in range(count):
            yield Column(page, margin + number * (width + GUTTER), top, BOTTOM, width)
        page, top = page + 1, TOP


def draw_frame(canvas: Canvas, document: Source, page: int, pages: int) -> None:
    """The running head and foot of a page."""
    left, right = MARGIN[document.columns], WIDTH - MARGIN[document.columns]
    canvas.setFillColor(GREY)
    canvas.setStrokeColor("#c3cad2")
    canvas.setLineWidth(0.5)
    canvas.setFont("Vera", 7.4)
    canvas.drawString(left, HEIGHT - 46, "Beleidszoeker")
    canvas.drawRightString(right, HEIGHT - 46, document.running_head)
    canvas.line(left, HEIGHT - 52, right, HEIGHT - 52)
    canvas.drawString(left, 36, FOOT)
    canvas.drawRightString(right, 36, f"Pagina {page} van {pages}")
    canvas.setFillColor("black")


def draw_column(canvas: Canvas, column: Column, notes: dict[str, Paragraph]) -> None:
    """What stands in a column, with its footnotes under a short rule at its foot."""
    for item, y in column.placed:
        item.drawOn(canvas, column.x, y)
    if not column.notes:
        return
    y = column.bottom + notes_height(column, notes, column.notes) - RULE_ROOM
    canvas.line(column.x, y + 5, column.x + 72, y + 5)
    for label in column.notes:
        y -= height(notes[label], column.width)
        notes[label].drawOn(canvas, column.x, y)


def register_fonts() -> None:
    """Makes Bitstream Vera, which reportlab ships, known under its four faces."""
    faces = {"Vera": "Vera", "Vera-Bold": "VeraBd", "Vera-Italic": "VeraIt", "Vera-BoldItalic": "VeraBI"}
    for name, file in faces.items():
        pdfmetrics.registerFont(TTFont(name, f"{file}.ttf"))
    pdfmetrics.registerFontFamily("Vera", *faces)


def main(target: Path) -> None:
    """Builds every PDF into the folder `target`."""
    register_fonts()
    for source in sorted((HERE / "sources").glob("*.md")):
        build(source, target / f"{source.stem}.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "documents")
