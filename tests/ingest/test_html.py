"""HTML to drafts."""

import pytest

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.html.parser import HtmlParser

PAGE = """<!DOCTYPE html><html lang="nl"><head><title>Programma | Site</title>
<link rel="canonical" href="https://voorbeeld.nl/programma"><meta name="DCTERMS.issued" content="2025-06-20">
<script>var geheim = "script";</script><style>p {color: red}</style></head><body>
<div class="cookie-banner"><p>Wij plaatsen cookies. Accepteer alle cookies.</p></div>
<header><nav><a href="#">Home</a></nav></header>
<main><h1>Programma</h1><p>Een <b>zin</b>
  over regels.<br>Nieuwe regel.</p>
<h2>Lijst</h2><ul><li>een</li><li><p>twee</p></li></ul>
<table><tr>
  <th>Kop</th>
  <th>Nummer</th>
</tr><tr><td>Noot<sup><a href="#n1">1</a></sup></td> <td></td> <td>12</td></tr></table>
<noscript>Zet script aan</noscript>
<section><p id="n1">1 Kamerstuk 29 826. ↩</p></section></main>
<footer>Contact</footer></body></html>"""


def parse(text: str) -> DraftDocument:
    return HtmlParser().parse(text.encode())


def test_only_the_page_itself_is_text() -> None:
    """Scripts, navigation, banners and footers are not text; headings, items and rows are blocks."""
    assert [(draft.kind, draft.raw) for draft in parse(PAGE).drafts] == [
        (BlockKind.HEADING, "Programma"),
        (BlockKind.PARAGRAPH, "Een zin over regels. Nieuwe regel."),
        (BlockKind.HEADING, "Lijst"),
        (BlockKind.LIST_ITEM, "een"),
        (BlockKind.LIST_ITEM, "twee"),
        (BlockKind.TABLE_ROW, "Kop Nummer"),
        (BlockKind.TABLE_ROW, "Noot  12"),
        (BlockKind.FOOTNOTE, "Kamerstuk 29 826."),
    ]


def test_a_numbered_link_to_a_note_is_its_marker() -> None:
    """A superscript link leaves the text and says which note it cites."""
    row = next(draft for draft in parse(PAGE).drafts if draft.raw.startswith("Noot"))
    assert row.lines[0].markers == [(4, "1")]


def test_a_link_to_a_heading_stays_text() -> None:
    """A table of contents that links by number is no set of footnotes."""
    parsed = parse(
        '<main><p>Zie <a href="#h2">2</a>.</p><h2 id="h2">Vervolg van het plan</h2><p>Tekst.</p></main>'
    )
    assert [draft.raw for draft in parsed.drafts] == ["Zie 2.", "Vervolg van het plan", "Tekst."]


def test_the_page_says_its_title_language_address_and_date() -> None:
    """Title, language, canonical address and date become properties."""
    found = parse(PAGE).properties
    assert (found["title"], found["language"], found["date"]) == ("Programma", "nl", "2025-06-20")
    assert found["url"] == "https://voorbeeld.nl/programma"


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    """A page that is cut off or empty gives what it has."""
    assert [draft.raw for draft in parse("<p>Half een zin <b>vet").drafts] == ["Half een zin vet"]
    assert parse("").drafts == []


def texts(html: str) -> list[str]:
    return [draft.raw for draft in parse(html).drafts]


def test_cells_are_parted_by_tabs_and_rows_know_their_heads() -> None:
    """A row's text holds its cells and no heads; the heads of both head rows stand beside it."""
    document = compose(
        parse(
            "<main><table><caption>Normen</caption><thead><tr><th></th><th colspan=2>Norm</th></tr>"
            "<tr><th>Stof</th><th>dag</th><th>jaar</th></tr></thead>"
            "<tr><th>NO<sub>2</sub></th><td><p>1</p><p>of 2</p></td><td>3</td></tr></table></main>"
        )
    )
    row = document.blocks[-1]
    assert document.text[row.start : row.end] == "NO2\t1 of 2\t3"
    assert row.heads == "Stof\tNorm dag\tNorm jaar"
    assert document.blocks[0].kind is BlockKind.CAPTION
    assert " | " not in document.text


def test_a_table_of_only_head_cells_in_its_first_row_has_heads() -> None:
    """Without thead, a first row of th is the head; a th at the begin of a later row is a cell."""
    rows = parse("<table><tr><th>A</th><th>B</th></tr><tr><th>x</th><td>y</td></tr></table>").drafts
    assert [(draft.raw, draft.heads) for draft in rows] == [("A B", ""), ("x y", "A\tB")]


def test_a_table_that_only_places_the_page_is_no_table() -> None:
    """A table that holds headings or another table gives headings, paragraphs and the inner rows."""
    drafts = parse(
        "<table><tr><td><h2>Kop</h2><p>Een alinea.</p>"
        "<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    ).drafts
    assert [draft.kind for draft in drafts] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_ROW,
    ]


def test_a_term_stands_with_what_it_means() -> None:
    """A definition list gives one item for each term; details give their summary and their text."""
    assert texts(
        "<main><dl><dt>MIEK</dt><dd>Een programma.</dd><dt>PEH</dt><dd><p>Een ander.</p></dd></dl></main>"
    ) == [
        "MIEK Een programma.",
        "PEH Een ander.",
    ]
    assert texts("<details><summary>Meer</summary><p>Tekst.</p></details>") == ["Meer", "Tekst."]


def test_what_is_not_shown_is_not_text() -> None:
    """Hidden elements, templates and text for screen readers are left out."""
    hidden = "<p hidden>a</p><p style='display: none'>b</p><template>c</template><span class=sr-only>d</span>"
    assert texts(f"<main>{hidden}<p>e</p></main>") == ["e"]


def test_a_page_in_a_form_or_under_a_menu_name_stays() -> None:
    """Some sites wrap the whole page in a form, or call its wrapper a menu page."""
    assert texts("<body><form><h1>Titel</h1><p>Tekst.</p></form></body>") == ["Titel", "Tekst."]
    assert texts("<div class='has-menu menu'><main><p>Tekst.</p></main></div>") == ["Tekst."]
    assert texts("<article><header><h1>Titel</h1></header><p>Tekst.</p></article>") == ["Titel", "Tekst."]
    assert texts("<article><p>Een.</p></article><article><p>Twee.</p></article>") == ["Een.", "Twee."]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-16"),
        ("", "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
        ("<meta charset=onbekend>", "utf-8"),
    ],
)
def test_the_encoding_is_that_of_the_bytes_or_the_declared_one(declared: str, encoding: str) -> None:
    """UTF-8 and marked UTF-16 are recognised; else the declaration counts, Latin-1 being Windows-1252."""
    page = f"<html><head>{declared}</head><body><p>Financi\u00ebn kosten \u20ac&nbsp;3 &amp; meer</p></body>"
    drafts = HtmlParser().parse(page.encode(encoding)).drafts
    assert [draft.raw for draft in drafts] == ["Financi\u00ebn kosten \u20ac 3 & meer"]


def test_depth_beyond_reason_is_a_named_outcome() -> None:
    """A hundred thousand nested elements are refused before they are parsed; two thousand are read."""
    with pytest.raises(LimitExceededError) as caught:
        parse("<div>" * 100_000 + "x")
    assert caught.value.advice
    assert texts("<div>" * 2_000 + "diep" + "</div>" * 2_000) == ["diep"]


def test_the_page_cannot_forge_footnote_marks() -> None:
    """Private characters that mark footnotes inside the program are dropped from a page's own text."""
    draft = parse("<p>Een\ue0001\ue001 zin</p>").drafts[0]
    assert (draft.raw, draft.lines[0].markers) == ("Een1 zin", [])
