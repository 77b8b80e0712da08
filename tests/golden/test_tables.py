"""What a reader counted in the tables of real documents, on pictures of their pages.

Only numbers, column heads and short first cells stand here.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.document import Block, BlockKind
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.pdf import PdfParser
from beleidszoeker.ingest.pdf.tables.parts import joined
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.sandbox.pool import ParserPool

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Counted:
    """The tables of one page as a reader counted them.

    Attributes:
        path: Below the folder of shared documents; a unique part of the file's name will do.
        page: Page number from 1.
        rows: Rows that begin on this page, heads among them.
        columns: Most filled cells in a row.
        heads: Heads of the columns of its last row, where it has any.
        firsts: First cells of some rows.
    """

    path: str
    page: int
    rows: int
    columns: int
    heads: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()


INVENTORY = (
    "nummer",
    "Datum",
    "Tijd",
    "soort",
    "documentnaam",
    "beoordeling",
    "Artikel Wob",
    "afzender",
    "ontvanger",
)
MODULES = (
    "Results per Inspected Module Name",
    "Results per Inspected Module Lines of Code",
    "Defect Indicators Line Defect Count",
    "Defect Indicators Per 1000 Lines",
    "Assessment IfSQ Rating",
)
SUMS = ("in mln. + is saldoverslechterend", "2022", "2023", "2024", "2025", "Struc")

PAGES = [
    Counted("coalitieakkoord-2021", 48, 35, 7, SUMS, ("a.", "e1.", "Totaal", "EMU-saldo")),
    Counted("coalitieakkoord-2021", 49, 19, 9, (), ("Maatregel", "1.", "5a.", "8c", "9.")),
    Counted("coalitieakkoord-2021", 50, 40, 9, (), ("10.", "16c", "18a", "18b", "22", "30", "Totaal")),
    Counted("besluitenlijst_bw_vergadering_10_juni_2025", 1, 6, 2, (), ("Datum", "Locatie", "Afwezigen")),
    Counted("besluitenlijst_bw_vergadering_17_september_2024", 1, 7, 2, (), ("Datum", "Toelichting")),
    Counted("besluitenlijst_bw_vergadering_14_januari_2025", 1, 5, 2, (), ("Datum", "Aanwezigen")),
    Counted("DEF_Advies", 14, 5, 3, ("Emissies (in kton NOx)", "Deposities (in N/ha/jaar)")),
    Counted("DEF_Advies", 20, 13, 5, (), ("Meijendel & Berkheide", "Botshol")),
    Counted("DEF_Advies", 29, 23, 2, ("Organisatie", "Naam gesprekspartner"), ("KLM", "RIVM", "WTL")),
    Counted("aerius_calculator-toe", 4, 3, 3, ("Versie", "Datum", "Korte beschrijving aanpassing"), ("1.0",)),
    Counted(
        "aerius_calculator-toe", 23, 5, 4, ("Snelwegen", "Buitenwegen", "Binnen de bebouwde kom"), ("Bussen",)
    ),
    Counted("aerius_calculator-toe", 24, 2, 10),
    Counted("ifsq_level", 1, 5, 2, (), ("Client", "Date")),
    Counted("ifsq_level", 2, 29, 5, (), ("WIP-1", "DP-3", "wui", "taskmanager")),
    Counted("ifsq_level", 4, 44, 5, MODULES),
    Counted(
        "ifsq_level",
        12,
        11,
        3,
        ("Number of Line Defects Per 1000 Lines of Code", "IfSQ Rating", "Description"),
        ("Less than 1", "500 or more"),
    ),
    Counted("review_uitwerking", 46, 10, 2, ("Uitgangspunt", "Aanbeveling"), ("1", "4", "9")),
    Counted("review_uitwerking", 47, 33, 2, ("Uitgangspunt", "Aanbeveling"), ("12.1a", "46")),
    Counted("review_uitwerking", 48, 10, 2, ("Uitgangspunt", "Aanbeveling"), ("47", "56")),
    Counted("diergegevens+Sondel", 7, 3, 3, ("Nr.", "Document", "Beoordeling"), ("1.", "2.")),
    Counted("diergegevens+Sondel", 8, 19, 3),
    Counted("evaluatie+Kifid", 5, 9, 3, ("Datum", "Naam document", "Beoordeling"), ("06/03/2020",)),
    Counted("evaluatie+Kifid", 6, 13, 2, (), ("AFM", "VEB", "NVB/Verbond")),
    Counted("wob-2021-102", 7, 4, 5, ("Nr", "Bestandsnaam", "Datum", "Openbaar", "WOB"), ("1", "2", "3")),
    Counted("Pelagische", 12, 5, 8, (), ("2.", "2a", "2b", "3.", "3a")),
    Counted("Pelagische", 13, 9, 8, (), ("4.", "10.", "10a", "10b")),
    Counted("Pelagische", 14, 9, 8, (), ("10c", "11.", "18.")),
    Counted("Inventarislijst+2020-61", 1, 15, 9, INVENTORY, ("1", "3-a", "4a", "12.")),
    Counted("Inventarislijst+2020-61", 2, 13, 9, INVENTORY, ("12b.", "13.", "22a")),
    Counted(
        "securitisatie",
        1,
        7,
        6,
        ("Doc. nr.", "Datum", "Titel doc.", "Beoordeling", "Weigeringsgrond", "Toelichting"),
        ("1", "6"),
    ),
]


def file_of(part: str) -> Path:
    (path,) = (path for path in SHARED.rglob("*") if part in path.name and path.suffix in SUFFIXES)
    return path


@cache
def drafts(part: str) -> list[Draft]:
    """All rows of a PDF's tables; a label and its value in a letter's head are none."""
    found = PdfParser().parse(file_of(part).read_bytes()).drafts
    return [draft for draft in found if draft.kind is BlockKind.TABLE_ROW and draft.lines[0].cell]


def rows_on(part: str, page: int) -> list[Draft]:
    return [draft for draft in drafts(part) if draft.lines[0].page == page]


def cells(draft: Draft) -> list[str]:
    starts = [index for index, line in enumerate(draft.lines) if line.cell]
    texts = [
        joined(line.text for line in draft.lines[a:b])
        for a, b in zip(starts, [*starts[1:], len(draft.lines)], strict=True)
    ]
    return [text for text in texts if text]


def is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW


@pytest.mark.parametrize("counted", PAGES, ids=lambda counted: f"{counted.path}-{counted.page}")
def test_tables_have_the_rows_columns_and_heads_that_a_reader_counts(counted: Counted) -> None:
    """Rows, columns, heads and first cells are those on the page."""
    found = [cells(row) for row in rows_on(counted.path, counted.page)]
    assert (len(found), max(map(len, found))) == (counted.rows, counted.columns)
    assert set(counted.firsts) <= {row[0].replace("‐", "-") for row in found}
    if counted.heads:
        assert tuple(rows_on(counted.path, counted.page)[-1].heads.split("\t")) == counted.heads


@pytest.mark.parametrize(
    ("path", "page", "first", "last"),
    [
        ("coalitieakkoord-2021", 48, "e1.", "0"),
        ("coalitieakkoord-2021", 50, "18b", "-236"),
        ("coalitieakkoord-2021", 50, "24", "22.000"),
        ("DEF_Advies", 20, "Botshol", "0,47%"),
        ("ifsq_level", 12, "At least 5 but less than 10", "Reasonable"),
    ],
)
def test_a_row_ends_with_its_own_last_cell(path: str, page: int, first: str, last: str) -> None:
    """First and last cell of a row belong together as on the page."""
    found = {row[0]: row[-1] for row in map(cells, rows_on(path, page))}
    assert found[first] == last


@pytest.mark.parametrize(
    ("path", "first", "pages"), [("Pelagische", "3a", (12, 13)), ("Pelagische", "10b", (13, 14))]
)
def test_a_row_over_a_page_end_is_one_row_on_both_pages(
    path: str, first: str, pages: tuple[int, int]
) -> None:
    """Rows of an inventory that the page's end cuts hold the lines of both pages."""
    (row,) = (row for row in rows_on(path, pages[0]) if cells(row)[0] == first)
    assert {line.page for line in row.lines} == set(pages)


def test_values_stand_under_their_heads() -> None:
    """In an inventory with empty cells each value is in the column of its head, also over the page end."""
    document = prepare_document(
        "x.pdf", file_of("Inv-Inventarislijst+2020-61").read_bytes(), split=SPLIT
    ).document
    rows = {
        cells[0]: dict(zip(block.heads.split("\t"), cells, strict=False))
        for block in document.blocks
        if block.heads and (cells := document.text[block.start : block.end].split("\t"))
    }
    assert (rows["1"]["Datum"], rows["1"]["Tijd"], rows["1"]["soort"]) == ("", "", "Inkoopplan")
    assert (rows["3"]["Datum"], rows["3"]["Tijd"], rows["3"]["ontvanger"]) == ("28‐1‐2019", "", "Hiswa")
    assert (rows["12‐a"]["Tijd"], rows["12‐a"]["soort"], rows["12‐a"]["afzender"]) == ("", "Bijlage", "Hiswa")
    assert (rows["14."]["Tijd"], rows["14."]["afzender"]) == ("", "Milieu Centraal")


def test_a_long_inventory_has_each_number_once() -> None:
    """The inventory on one tall page runs from 1 to 100 without a gap."""
    firsts = [cells(row)[0] for row in rows_on("Inv-inventarislijst.pdf", 1)]
    assert [first for first in firsts if first.isdigit()] == [str(n) for n in range(1, 101)]


def test_the_export_of_a_table_of_departments_is_rows() -> None:
    """A text of three columns gives 25 rows under their heads, each with its department first."""
    path = file_of("004_2b949b197ef54734.txt")
    document = prepare_document(path.name, path.read_bytes(), split=SPLIT).document
    head, *rows = (block for block in document.blocks if is_row(block))
    found = [document.text[row.start : row.end].split("\t") for row in rows]
    assert document.text[head.start : head.end] == "Departement\tTraject\tToelichting"
    assert {row.heads for row in rows} == {"Departement\tTraject\tToelichting"}
    assert len(found) == 25
    assert [found[n][0] for n in (0, 4, 12, 24)] == ["BZK", "BZK/VRO", "EZK en OCW", "VWS"]
    assert found[5][1].endswith("Veiligheid")


@pytest.fixture(scope="module")
def documents() -> list[PreparedDocument]:
    paths = sorted(
        path for path in SHARED.rglob("*") if path.suffix in SUFFIXES and path.parent.name != "scans"
    )
    with ParserPool(rules_only=True) as pool:
        return [outcome.prepared for outcome in pool.parse(paths) if outcome.prepared]


def test_no_passage_splits_a_row(documents: list[PreparedDocument]) -> None:
    """In all files a passage holds a table row whole or not at all."""
    total = 0
    for document in documents:
        rows = [block for block in document.document.blocks if is_row(block)]
        total += len(rows)
        for passage in document.passages:
            for row in rows:
                apart = row.end <= passage.start or passage.end <= row.start
                assert apart or (passage.start <= row.start and row.end <= passage.end)
    assert total > 1000


def test_no_row_of_a_table_holds_a_running_head_or_foot(documents: list[PreparedDocument]) -> None:
    """No line of a row is a page number, or recurs at one place in the margin of three pages."""
    for document in documents:
        places: dict[tuple[str, int, int], set[int]] = defaultdict(set)
        for row in filter(is_row, document.document.blocks):
            for line in document.document.lines:
                if row.start <= line.start < row.end and line.box:
                    text = re.sub(r"\d+", "#", document.document.text[line.start : line.end])
                    height = document.document.pages[line.page - 1].height
                    assert not re.fullmatch(r"(?i)(pagina|blz\.?) #( van #)?", text)
                    if len(text) > 20 and not 0.08 < line.box.y0 / height < 0.92:
                        places[text, round(line.box.x0), round(line.box.y0)].add(line.page)
        assert not [place for place, pages in places.items() if len(pages) > 2]
