"""ODT to drafts."""

import io
import zipfile

import odfdo
import pytest

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.office import OdtParser

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "manifest": "manifest",
    }.items()
)  # fmt: skip
STYLES = """<style:style style:name="Vet" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
</text:list-style>"""
OUTLINE = """<office:styles><text:outline-style style:name="Outline">
  <text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style></office:styles>"""
END = "</office:text></office:body></office:document-content>"
LONG = "Deze alinea is lang genoeg om te tonen dat er tekst onder een tussenkop staat."


def package(body: str, styles: str = "", **parts: str) -> bytes:
    content = f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}"
    files = {
        "content.xml": f"<office:document-content {NAMES}>{content}{END}",
        "styles.xml": f"<office:document-styles {NAMES}>{styles}</office:document-styles>",
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def parse(body: str, styles: str = "") -> DraftDocument:
    return OdtParser().parse(package(body, styles))


def read(body: str, styles: str = "") -> list[Draft]:
    return parse(body, styles).drafts


def texts(body: str, styles: str = "") -> list[str]:
    return [draft.raw for draft in read(body, styles)]


def par(content: str) -> str:
    return f"<text:p>{content}</text:p>"


def test_headings_carry_their_chapter_numbers() -> None:
    """Outline levels are depths; the number that the outline gives stands in front."""
    chapters = ((1, "Een"), (2, "Deel"), (1, "Twee"))
    body = "".join(f'<text:h text:outline-level="{level}">{text}</text:h>' for level, text in chapters)
    assert [(d.level, d.raw) for d in read(body, OUTLINE)] == [(1, "1. Een"), (2, "1.1 Deel"), (1, "2. Twee")]


def test_a_short_bold_line_above_text_is_a_heading() -> None:
    """What is set bold through a span counts as it does in DOCX."""
    body = par('<text:span text:style-name="Vet">Aanleiding</text:span>') + par(LONG)
    assert [d.kind for d in read(body)] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_lists_carry_their_numbers() -> None:
    """Items are counted per level; a second paragraph has no number; a list may go on with the one before."""
    inner = f"<text:list><text:list-item>{par('b')}</text:list-item></text:list>"
    first = f"<text:list-item>{par('a')}{inner}</text:list-item>"
    second = f"<text:list-item>{par('c')}{par('bij c.')}</text:list-item>"
    body = f"""<text:list text:style-name="L">{first}{second}</text:list>{par("Tussen.")}
      <text:list text:style-name="L" text:continue-numbering="true">
        <text:list-item>{par("d")}</text:list-item></text:list>
      <text:list text:style-name="L">
        <text:list-item text:start-value="9">{par("e")}</text:list-item></text:list>
      <text:list text:style-name="B"><text:list-item>{par("f")}</text:list-item></text:list>"""
    assert texts(body) == ["1. a", "a) b", "2. c", "bij c.", "Tussen.", "3. d", "9. e", "• f"]


def test_rows_have_heads_and_merged_cells_are_read_once() -> None:
    """Declared head rows are heads; a covered cell repeats nothing, but names what covers it for finding."""

    def cells(*contents: str) -> str:
        return "<table:table-row>" + "".join(contents) + "</table:table-row>"

    cell = "<table:table-cell>{}</table:table-cell>".format
    tall = f'<table:table-cell table:number-rows-spanned="2">{par("EZK")}</table:table-cell>'
    body = f"""<table:table><table:table-header-rows>{cells(cell(par("Dep.")), cell(par("Traject")))}
      </table:table-header-rows>{cells(tall, cell(par("a")))}
      {cells("<table:covered-table-cell/>", cell(par("b")))}</table:table>"""
    assert [([line.text for line in d.lines], d.heads) for d in read(body)] == [
        (["Dep.", "Traject"], ""),
        (["EZK", "a"], "Dep.\tTraject"),
        (["", "b"], "Dep. EZK\tTraject"),
    ]


def test_notes_are_linked_where_they_stand() -> None:
    """A note keeps the number that the file shows and leaves the sentence whole."""
    note = """<text:note text:note-class="footnote"><text:note-citation>4</text:note-citation>
      <text:note-body><text:p>Kamerstuk 29 628.</text:p></text:note-body></text:note>"""
    found = compose(parse(par(f"Eerst{note} dan.")))
    (link,) = found.footnotes
    assert found.text == "Eerst dan.\n\nKamerstuk 29 628."
    assert (link.label, link.position, found.blocks[link.block].kind) == ("4", 5, BlockKind.FOOTNOTE)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('a<text:s text:c="3"/>b<text:tab/>c', "a b c"),
        ("a<office:annotation><text:p>opmerking</text:p></office:annotation>b", "ab"),
        ("Blz. <text:page-number>3</text:page-number>", "Blz."),
        ('<text:a xlink:href="x" xmlns:xlink="l">koppeling</text:a> na', "koppeling na"),
        ("net\u00adcapaciteit", "netcapaciteit"),
    ],
)
def test_the_text_is_what_the_reader_sees(content: str, expected: str) -> None:
    """Remarks and page numbers are out; spaces, links and soft hyphens are read as shown."""
    assert texts(par(content)) == [expected]


def test_deletions_and_contents_are_out() -> None:
    """What was deleted under tracking, and the table of contents, are no text of the document."""
    gone = f"<text:changed-region><text:deletion>{par('weg')}</text:deletion></text:changed-region>"
    contents = (
        f"<text:table-of-content><text:index-body>{par('Een 3')}</text:index-body></text:table-of-content>"
    )
    body = f"<text:tracked-changes>{gone}</text:tracked-changes>{contents}{par('Tekst.')}"
    assert texts(body) == ["Tekst."]


def test_text_boxes_stand_aside() -> None:
    """A text box comes with its paragraph and is set beside the running text."""
    body = par(f"Tekst.<draw:frame><draw:text-box>{par('Kader.')}</draw:text-box></draw:frame>")
    assert [(d.raw, d.aside) for d in read(body)] == [("Tekst.", False), ("Kader.", True)]


def test_the_head_of_the_first_page_is_the_letterhead() -> None:
    """A head for the first page alone is read before the letter."""
    head = f"<style:header-first>{par('Datum 2 mei 2024')}</style:header-first>"
    running = f"<style:header>{par('Datum 1 mei 2020')}</style:header>"
    page = f'<style:master-page style:name="Standard">{running}{head}</style:master-page>'
    styles = f"<office:master-styles>{page}</office:master-styles>"
    assert texts(par("Brief."), styles) == ["Datum 2 mei 2024", "Brief."]


def test_what_odfdo_writes_is_read() -> None:
    """A document by another writer, whose outline numbers its chapters."""
    made = odfdo.Document("text")
    made.body.clear()
    made.meta.title = "Plan voor Stein"
    made.body.append(odfdo.Header(1, "Plan voor Stein"))
    made.body.append(odfdo.Paragraph(LONG))
    made.body.append(odfdo.List(["een", "twee"]))
    grid = odfdo.Table("t", width=2, height=2)
    for index, text in enumerate(("Naam", "Bedrag", "Stein", "4")):
        grid.set_value((index % 2, index // 2), text)
    made.body.append(grid)
    buffer = io.BytesIO()
    made.save(buffer)
    parsed = OdtParser().parse(buffer.getvalue())
    assert [d.raw for d in parsed.drafts] == [
        "1. Plan voor Stein",
        LONG,
        "een",
        "twee",
        "Naam Bedrag",
        "Stein 4",
    ]
    assert parsed.properties["title"] == "Plan voor Stein"


def test_a_password_is_named() -> None:
    """A manifest that speaks of encryption means a password, whatever the parts look like."""
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    manifest = f"<manifest:manifest {NAMES}>{entry}</manifest:manifest>"
    with pytest.raises(EncryptedDocumentError):
        OdtParser().parse(package("", **{"META-INF/manifest.xml": manifest}))


def test_an_archive_without_text_is_damaged() -> None:
    """A truncated file, or one without content, is named."""
    for data in (package(par("x"))[:200], package("", **{"content.xml": f"<office:x {NAMES}/>"})):
        with pytest.raises(DamagedDocumentError):
            OdtParser().parse(data)
