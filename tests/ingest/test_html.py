"""HTML to drafts."""

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.html import HtmlParser

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
        (BlockKind.TABLE_ROW, "Kop | Nummer"),
        (BlockKind.TABLE_ROW, "Noot | 12"),
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
