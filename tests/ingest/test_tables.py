"""Tables of PDFs drawn here: ruled and unruled, over pages, and what only looks like one."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.pdf import PdfParser

SPLIT = SentenceSplitter(trained=None).split
RULES = ("GRID", (0, 0), (-1, -1), 0.5, "black")
BOLD_HEAD = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")
HEAD = ["Cluster", "Opgave", "Budget"]
ROWS = [
    ["Chemelot", "Warmte uit water", "12,5"],
    ["Terneuzen", "Nieuwe leidingen", "7,0"],
    ["Delfzijl", "Groene waterstof", "30,1"],
]
PROSE = "De gemeenten werken met de provincie aan een plan voor schone lucht en een gezonde bodem. " * 4


def laid_out(*flowables: object) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(list(flowables))
    return out.getvalue()


def prose(text: str = PROSE) -> Paragraph:
    return Paragraph(text, getSampleStyleSheet()["BodyText"])


def rows(data: bytes) -> list[Draft]:
    return [draft for draft in PdfParser().parse(data).drafts if draft.kind is BlockKind.TABLE_ROW]


def cells(draft: Draft) -> list[str]:
    """A row's cells, the printed lines of each with a slash between."""
    found: list[str] = []
    for line in draft.lines:
        if line.cell:
            found.append(line.text.strip())
        else:
            found[-1] += " / " + line.text.strip()
    return found


def ruled(body: Sequence[Sequence[str]], *style: tuple[object, ...], **options: object) -> Table:
    return Table([list(row) for row in body], style=[RULES, *style], **options)


def test_a_ruled_table_is_rows_of_cells_with_their_heads() -> None:
    """Each row is a draft, each cell begins with a marked line, bold heads go with the rows under them."""
    found = rows(laid_out(prose(), ruled([HEAD, *ROWS], BOLD_HEAD), prose()))
    assert [cells(draft) for draft in found] == [HEAD, *ROWS]
    assert [draft.heads for draft in found] == ["", *["\t".join(HEAD)] * 3]


def test_a_table_stands_where_it_is_printed() -> None:
    """The rows come between the text above and the text under the table."""
    drafts = PdfParser().parse(laid_out(prose("Voor. " + PROSE), ruled([HEAD, *ROWS]), prose(PROSE))).drafts
    kinds = [draft.kind for draft in drafts]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.TABLE_ROW] * 4, BlockKind.PARAGRAPH]
    assert drafts[0].raw.startswith("Voor.")


def test_cells_that_nearly_touch_are_parted_by_the_rule_between() -> None:
    """Text does not run through an upright rule, however narrow the gap."""
    tight = [("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 1)]
    body = [["Totaal 2025", "1.250"], ["Totaal 2026", "1.300"]]
    assert [cells(draft) for draft in rows(laid_out(ruled(body, *tight)))] == body


def test_a_cell_keeps_its_printed_lines() -> None:
    """A cell of several lines keeps each with its own box, and is not cut into rows."""
    (first, second) = rows(
        laid_out(ruled([["Regio\nDeal", "Drie lopende\ndeals"], ["Woondeal", "Een deal"]]))
    )
    assert cells(first) == ["Regio / Deal", "Drie lopende / deals"]
    assert cells(second) == ["Woondeal", "Een deal"]
    assert len({line.box for line in first.lines}) == 4


def test_merged_cells_stand_in_their_first_row_and_column() -> None:
    """A cell over two rows belongs to the upper one, a cell over two columns counts once."""
    body = [["Bijdrage per jaar", "", "Som"], ["Rijk", "5", "9"], ["", "6", "8"]]
    found = rows(laid_out(ruled(body, ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2)))))
    assert [cells(draft) for draft in found] == [
        ["Bijdrage per jaar", "Som"],
        ["Rijk", "5", "9"],
        ["", "6", "8"],
    ]


def test_heads_that_recur_on_each_page_are_said_once() -> None:
    """A table over pages is one: repeated heads are no rows, and every row knows them."""
    body = [[f"Cluster {n}", "Opgave", str(n)] for n in range(1, 90)]
    found = rows(laid_out(ruled([HEAD, *body], BOLD_HEAD, repeatRows=1)))
    assert [cells(draft) for draft in found] == [HEAD, *body]
    assert {draft.heads for draft in found[1:]} == {"\t".join(HEAD)}
    assert found[-1].lines[0].page == 3


def split_row(rest: list[str]) -> list[Draft]:
    """A table whose last row on page one goes on at the top of page two."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for body in ([*ROWS, ["Moerdijk", "Een lange", "8"]], [rest, ["Rijnmond", "Stroom", "4"]]):
        table = ruled(body, colWidths=[120, 200, 80])
        _, height = table.wrap(400, 700)
        table.drawOn(canvas, 90, 780 - height)
        canvas.showPage()
    canvas.save()
    return rows(out.getvalue())


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    """Where all rows have a first cell and the one atop the page has none, it goes on in the row before."""
    found = split_row(["", "opgave", ""])
    assert [cells(draft) for draft in found][3:] == [
        ["Moerdijk", "Een lange / opgave", "8"],
        ["Rijnmond", "Stroom", "4"],
    ]
    assert [line.page for line in found[3].lines] == [1, 1, 2, 1]


def test_a_whole_row_atop_a_page_stays_a_row() -> None:
    """A row with a first cell of its own is not joined to the row before."""
    assert len(split_row(["Eemshaven", "opgave", "3"])) == 6


def test_a_note_that_only_a_table_cites_is_linked() -> None:
    """A raised number in a cell is lifted and tied to the note under the table."""
    sheet = getSampleStyleSheet()["BodyText"]
    cell = Paragraph("Saldo<super size=6>1</super> van het Rijk", sheet)
    note = Paragraph(
        "<super size=5>1</super> Gerekend met de raming van het voorjaar.", sheet.clone("n", fontSize=7)
    )
    data = laid_out(ruled([["Post", "2025"], [cell, "-2,1"], ["Schuld", "48"]]), Spacer(1, 40), note)
    document = prepare_document("saldo.pdf", data, split=SPLIT).document
    assert "Saldo van het Rijk\t-2,1" in document.text
    assert [link.label for link in document.footnotes] == ["1"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_rules_in_a_form_on_a_turned_page_count(turn: int) -> None:
    """Rules drawn inside a form, on a page that a viewer turns, are found as a reader sees them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 400), invariant=1)
    canvas.setPageRotation(turn)
    canvas.translate(200, 200)
    canvas.rotate(turn)
    canvas.translate(-200, -200)
    canvas.beginForm("rules")
    canvas.grid([50, 150, 250], [200, 230, 260])
    canvas.endForm()
    canvas.doForm("rules")
    for x, y, text in ((60, 240, "Norm"), (160, 240, "Jaar"), (60, 210, "Stikstof"), (160, 210, "2030")):
        canvas.drawString(x, y, text)
    canvas.save()
    assert [cells(draft) for draft in rows(out.getvalue())] == [["Norm", "Jaar"], ["Stikstof", "2030"]]


def printed(
    *placed: tuple[float, float, str], boxes: Sequence[tuple[float, float, float, float]] = ()
) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for x, y, text in placed:
        canvas.drawString(x, y, text)
    for box in boxes:
        canvas.rect(*box)
    canvas.save()
    return out.getvalue()


def columns(xs: Sequence[float], table: Sequence[Sequence[str]]) -> bytes:
    return printed(
        *(
            (x, 700 - 14 * n, text)
            for n, row in enumerate(table)
            for x, text in zip(xs, row, strict=True)
            if text
        )
    )


def test_columns_of_numbers_without_rules_are_a_table() -> None:
    """Rows whose cells stand under each other, one column of them numbers, are rows."""
    body = [["Koeien", "134", "stuks"], ["Schapen", "67", "stuks"], ["Paarden", "2", "stuks"]]
    assert [cells(draft) for draft in rows(columns([80, 300, 360], body))] == body


def test_numbers_that_rise_from_row_to_row_are_no_page_numbers_beside_others() -> None:
    """A table of counts with a total under it is a table, though its last column rises as in contents."""
    body = [["Delfzijl", "2", "3", "6"], ["Terneuzen", "10", "14", "34"], ["Totaal", "12", "17", "40"]]
    assert [cells(draft) for draft in rows(columns([80, 300, 360, 420], body))] == body


def test_a_number_beside_a_number_is_a_value() -> None:
    """A single row of amounts stays in one block: its first amount is no number of a list."""
    drafts = PdfParser().parse(columns([80, 300, 360, 420], [["Delfzijl", "66", "73", "74"]])).drafts
    assert [draft.raw for draft in drafts if "66" in draft.raw] == ["Delfzijl 66 73 74"]


@pytest.mark.parametrize(
    "table",
    [
        [["Inleiding", "3", ""], ["Aanpak", "7", ""], ["Kosten", "12", ""]],
        [["Datum", "12 mei", ""], ["Kenmerk", "ZA-4", ""], ["Betreft", "Lucht", ""]],
        [
            ["De minister", "De minister", "De voorzitter"],
            ["van Wonen,", "van Zorg,", ""],
            ["A. Vos", "B. Mol", "C. Das"],
        ],
        [
            ["Zij werken aan een", "De provincie is", "Voor de bodem"],
            ["plan voor schoon", "aan zet, samen", "is er geld in"],
        ]
        * 3,
    ],
    ids=["contents", "letterhead", "signatures", "prose"],
)
def test_what_only_stands_in_columns_is_no_table(table: list[list[str]]) -> None:
    """Contents, a letter's head, signatures and prose in columns are not made cells."""
    assert not any(line.cell for draft in rows(columns([80, 240, 400], table)) for line in draft.lines)


def test_boxes_with_lines_between_are_no_table() -> None:
    """An organisation chart and a framed paragraph have rules and no rows."""
    chart = printed(
        (85, 650, "Bestuur"),
        (285, 650, "Raad"),
        (85, 550, "Werkgroep"),
        (285, 550, "Panel"),
        boxes=[
            (80, 640, 80, 30),
            (280, 640, 80, 30),
            (80, 540, 80, 30),
            (280, 540, 80, 30),
            (160, 655, 120, 1),
            (120, 570, 1, 70),
        ],
    )
    frame = printed(
        (85, 650, "Een kader met een regel"), (85, 630, "en nog een regel."), boxes=[(80, 620, 200, 50)]
    )
    assert [cells(draft) for draft in rows(chart) + rows(frame) if draft.lines[0].cell] == []


def test_a_row_is_never_cut_and_a_long_one_is_a_passage_of_its_own() -> None:
    """Passages hold whole rows; one longer than the longest passage stands alone; heads are context."""
    long = [["Moerdijk", "\n".join(["Een lange toelichting op de opgave van het cluster."] * 25), "1"]]
    data = laid_out(ruled([HEAD, *ROWS * 9, *long, ROWS[0]], BOLD_HEAD, colWidths=[80, 300, 60]))
    prepared = prepare_document("clusters.pdf", data, split=SPLIT)
    spans = [
        (block.start, block.end) for block in prepared.document.blocks if block.kind is BlockKind.TABLE_ROW
    ]
    for passage in prepared.passages:
        inside = [span for span in spans if passage.start < span[1] and span[0] < passage.end]
        assert all(passage.start <= start and end <= passage.end for start, end in inside)
        assert passage.context == "\t".join(HEAD)
    lengthy = next(span for span in spans if span[1] - span[0] > 1200)
    assert [(p.start, p.end) for p in prepared.passages if p.start <= lengthy[0] < p.end] == [lengthy]
