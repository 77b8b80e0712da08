"""DOCX to drafts: what a reader of the document sees, and nothing that he does not."""

import io
import zipfile

import docx
import pytest

from beleidszoeker.errors import (
    DamagedDocumentError,
    EncryptedDocumentError,
    LimitExceededError,
)
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.office import DocxParser

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:basedOn w:val="K2"/></w:style>
<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="Kop 2"/>
  <w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inh"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bij"><w:name w:val="caption"/></w:style>"""
NUMBERING = """<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
  <w:lvlText w:val="%1"/><w:pStyle w:val="K2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
  <w:lvlText w:val="Vraag %1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>"""
FIELD = (
    '<w:fldChar w:fldCharType="begin"/><w:instrText>{code}</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>{result}</w:t><w:fldChar w:fldCharType="end"/>'
)
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik</w:t></w:r>"
PROMPT += "</w:sdtContent></w:sdt>"
LONG = "Deze alinea is lang genoeg om te tonen dat er tekst onder een tussenkop staat."


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(text: str, list_id: int, level: int = 0) -> str:
    return par(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    return par(text, f'<w:pStyle w:val="{style}"/>')


def table(*rows: list[str], head: bool = False, properties: str = "") -> str:
    written = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if head and number == 0 else ""
        cells = "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{par(cell)}</w:tc>" for cell in row)
        written += f"<w:tr>{mark}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{written}</w:tbl>"


def part(name: str, content: str) -> str:
    return f"<w:{name} {NAMES}>{content}</w:{name}>"


def package(body: str, **parts: str) -> bytes:
    """A DOCX with this body; other parts by name: ``footnotes``, ``header1``."""
    inside = {"styles": STYLES, "numbering": NUMBERING, **parts}
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in inside
    )
    names = {"header1": "hdr", "header2": "hdr"}
    files = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{related}</Relationships>',
        **{f"word/{name}.xml": part(names.get(name, name), text) for name, text in inside.items()},
    }
    return archive(files)


def archive(files: dict[str, str], method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return buffer.getvalue()


def read(body: str, **parts: str) -> list[Draft]:
    return DocxParser().parse(package(body, **parts)).drafts


def texts(body: str, **parts: str) -> list[str]:
    return [draft.raw for draft in read(body, **parts)]


def composed(body: str, **parts: str) -> ParsedDocument:
    return compose(DocxParser().parse(package(body, **parts)))


def test_headings_are_known_by_style_level_and_base() -> None:
    """A heading is one by its style's name, its outline level, or the style that it is based on."""
    body = (
        styled("Een", "K1") + styled("Twee", "Eigen") + par("Drie", '<w:outlineLvl w:val="2"/>') + par(LONG)
    )
    assert [(draft.kind, draft.level, draft.raw) for draft in read(body)] == [
        (BlockKind.HEADING, 1, "Een"),
        (BlockKind.HEADING, 2, "I Twee"),
        (BlockKind.HEADING, 3, "Drie"),
        (BlockKind.PARAGRAPH, 0, LONG),
    ]


def test_a_short_bold_line_above_text_is_a_heading() -> None:
    """Letters head their parts in bold; a bold sentence, or one with nothing under it, is no heading."""
    bold = "<w:b/>"
    body = par(run("Aanleiding", bold)) + par(LONG) + par(run("Dit is van belang.", bold)) + par(LONG)
    body += par(run("Slot", bold)) + par("Kort.")
    assert [d.raw for d in read(body) if d.kind is BlockKind.HEADING] == ["Aanleiding"]


@pytest.mark.parametrize(
    "text", ["Vraag 1", "Antwoord op vragen 7, 8, en 9", "Antwoord op vraag 3 en 8", "Antwoord 2:"]
)
def test_the_labels_of_parliamentary_questions_are_headings(text: str) -> None:
    """*Vraag 1* and *Antwoord op vraag 1* head what follows, however short that is."""
    assert [(d.kind, d.level) for d in read(par(text) + par("Ja."))] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_a_question_is_parted_from_its_label() -> None:
    """The label may share its paragraph with the question, or be the paragraph's number."""
    broken = "<w:r><w:t>Vraag 1</w:t><w:br/><w:t>Kent u het bericht?</w:t></w:r>"
    expected = [("heading", "Vraag 1"), ("paragraph", "Kent u het bericht?")]
    assert [(d.kind.value, d.raw) for d in read(par(broken))] == expected
    assert [(d.kind.value, d.raw) for d in read(item("Kent u het bericht?", 5))] == expected


def test_lists_carry_the_numbers_that_word_shows() -> None:
    """Numbers are counted per list, begin anew below a higher level, and start where the file says."""
    body = item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + par("Tussen.") + item("d", 1) + item("e", 1, 1)
    body += item("f", 2) + item("g", 4) + item("h", 4)
    assert texts(body) == ["1. a", "1.a) b", "1.b) c", "Tussen.", "2. d", "2.a) e", "• f", "7. g", "8. h"]


def test_a_row_is_one_block_with_its_column_heads() -> None:
    """Cells are parted, the heads of their columns stand beside each row and not in it."""
    body = table(["Naam", "Bedrag"], ["Stein", "€ 4"], head=True) + table(
        ["Naam", "Bedrag"], ["Stein", "€ 4"]
    )
    found = composed(body)
    assert [(found.text[b.start : b.end], b.heads) for b in found.blocks] == [
        ("Naam\tBedrag", ""),
        ("Stein\t€ 4", "Naam\tBedrag"),
        ("Naam\tBedrag", ""),
        ("Stein\t€ 4", ""),
    ]


def test_a_first_row_in_bold_holds_the_heads() -> None:
    """Where no row is declared to be the head, a first row that alone is bold is."""
    bold = [f"<w:tc>{par(run(text, '<w:b/>'))}</w:tc>" for text in ("Naam", "Bedrag")]
    assert [draft.heads for draft in read(table(bold, ["Stein", "4"], ["Beek", "5"]))] == [
        "",
        *["Naam\tBedrag"] * 2,
    ]


def test_merged_cells_are_read_once() -> None:
    """A cell over two rows is quoted with the first; the second row names it among its heads."""
    top = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{par("EZK")}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{par('')}</w:tc>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{par("Traject")}</w:tc>'
    drafts = read(table(["Dep.", wide], [top, "a", "b"], [below, "c", "d"], head=True))
    assert [[line.text for line in draft.lines] for draft in drafts] == [
        ["Dep.", "Traject"],
        ["EZK", "a", "b"],
        ["", "c", "d"],
    ]
    assert [draft.heads for draft in drafts] == ["", "Dep.\tTraject\tTraject", "Dep. EZK\tTraject\tTraject"]


def test_a_table_within_a_cell_is_part_of_its_row() -> None:
    """A nested table is read in its place."""
    nested = f"<w:tc>{table(['x', 'y'], ['z', 'q'])}{par('')}</w:tc>"
    assert [[line.text for line in d.lines] for d in read(table(["a", nested], ["b", "c"]))] == [
        ["a", "x y z q"],
        ["b", "c"],
    ]


def test_a_table_that_only_arranges_is_its_paragraphs() -> None:
    """One column, or headings in the cells: the text is read as if no table were there."""
    assert [d.kind for d in read(table([f"<w:tc>{par('Een.')}{par('Twee.')}</w:tc>"]))] == [
        BlockKind.PARAGRAPH
    ] * 2
    cell = f"<w:tc>{styled('Kop', 'K1')}{par(LONG)}</w:tc>"
    assert [d.kind.value for d in read(table([cell, "Zij."], ["x", "y"]))][:2] == ["heading", "paragraph"]


NOTES = (
    '<w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="8"><w:p><w:r><w:footnoteRef/></w:r>{run(" Kamerstuk 29 628.")}</w:p></w:footnote>'
    f'<w:footnote w:id="3">{par("Idem.")}</w:footnote>'
)


def test_notes_are_numbered_in_the_order_of_citing_and_linked_there() -> None:
    """A note's number is its place among the citations; endnotes count in roman numbers of their own."""
    body = par(
        run("Eerst")
        + '<w:r><w:footnoteReference w:id="8"/></w:r>'
        + run(" dan")
        + '<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
        + run(".")
    )
    found = composed(body, footnotes=NOTES, endnotes=f'<w:endnote w:id="1">{par("Slot.")}</w:endnote>')
    assert found.text.startswith("Eerst dan.\n\n")
    cited = [(link.label, found.text[: link.position], found.blocks[link.block]) for link in found.footnotes]
    assert [(label, before, found.text[block.start : block.end]) for label, before, block in cited] == [
        ("1", "Eerst", "Kamerstuk 29 628."),
        ("2", "Eerst dan", "Idem."),
        ("i", "Eerst dan", "Slot."),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{run('a ')}<w:del><w:r><w:delText>weg </w:delText></w:r></w:del><w:ins>{run('b')}</w:ins>", "a b"),
        (f"<w:moveFrom>{run('weg')}</w:moveFrom><w:moveTo>{run('hier')}</w:moveTo>", "hier"),
        (f"{run('zicht')}{run('geheim', '<w:vanish/>')}", "zicht"),
        (f'<w:hyperlink r:id="x">{run("koppeling")}</w:hyperlink>', "koppeling"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('ingevuld')}</w:sdtContent></w:sdt>", "ingevuld"),
        (run("a") + PROMPT, "a"),
        (
            f"<w:r>{FIELD.format(code='REF x', result='artikel 3')}</w:r>",
            "artikel 3",
        ),
        (f'{run("Pag")}<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "Pag"),
        (f"<w:r>{FIELD.format(code='PAGE', result='3')}<w:t>na</w:t></w:r>", "na"),
        (
            "<w:r><w:t>net</w:t><w:softHyphen/><w:t>werk A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>",
            "netwerk A-1",
        ),
        (f"{run('a')}<w:r><w:commentReference w:id='1'/></w:r>{run('b')}", "ab"),
    ],
)
def test_the_text_is_what_the_reader_sees(content: str, expected: str) -> None:
    """Deleted, hidden and prompting text, field codes and page numbers are out; what they led to is in."""
    assert texts(par(content)) == [expected]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    """A tracked deletion of a paragraph's end joins it to the next, as does a large initial."""
    assert texts(par("Eerste deel ", "<w:rPr><w:del/></w:rPr>") + par("en de rest.")) == [
        "Eerste deel en de rest."
    ]
    assert texts(par("D", '<w:framePr w:dropCap="drop"/>') + par("e minister.")) == ["De minister."]


def test_text_boxes_are_read_once_and_stand_aside() -> None:
    """Of the two forms in which Word saves a text box one is read, after the running text."""
    box = f"<w:txbxContent>{par('Kader.')}</w:txbxContent>"
    both = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    both += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = par(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>{run('Tekst.')}") + par("Meer.")
    assert [(d.raw, d.aside) for d in read(body)] == [("Tekst.", False), ("Kader.", True), ("Meer.", False)]
    assert composed(body).text == "Tekst.\n\nMeer.\n\nKader."


def test_the_head_of_the_first_page_is_the_letterhead() -> None:
    """The first page's own head is read before the letter; the running head of the other pages is not."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first"'
    )
    section += ' r:id="header2"/><w:titlePg/></w:sectPr>'
    heads = {
        "header1": par("Datum 1 mei 2020"),
        "header2": table(["Datum", "2 mei 2024"], ["Betreft", "Plan"]),
    }
    assert texts(par("Brief.") + section, **heads) == ["Datum 2 mei 2024", "Betreft Plan", "Brief."]


def test_contents_and_captions() -> None:
    """A table of contents is left out; a caption is one."""
    assert [(d.kind, d.raw) for d in read(styled("Een 3", "Inh") + styled("Tabel 1", "Bij"))] == [
        (BlockKind.CAPTION, "Tabel 1")
    ]


def test_what_python_docx_writes_is_read() -> None:
    """A document by another writer: title, headings, lists, a table, properties."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Plan voor Stein", "A. Auteur"
    made.add_heading("Plan voor Stein", level=1)
    made.add_paragraph("Eerste punt", style="List Number")
    made.add_paragraph("Tweede punt", style="List Number")
    made.add_paragraph("Los punt", style="List Bullet")
    grid = made.add_table(rows=2, cols=2)
    for index, text in enumerate(("Naam", "Bedrag", "Stein", "4")):
        grid.cell(index // 2, index % 2).text = text
    buffer = io.BytesIO()
    made.save(buffer)
    parsed = DocxParser().parse(buffer.getvalue())
    assert [(d.kind.value, d.raw) for d in parsed.drafts] == [
        ("heading", "Plan voor Stein"),
        ("list_item", "1. Eerste punt"),
        ("list_item", "2. Tweede punt"),
        ("list_item", "• Los punt"),
        ("table_row", "Naam Bedrag"),
        ("table_row", "Stein 4"),
    ]
    assert (parsed.properties["title"], parsed.properties["author"]) == ("Plan voor Stein", "A. Auteur")


def test_iso_strict_is_read_too() -> None:
    """The Strict variant, which has other namespaces, gives the same text."""
    xml = part("document", f"<w:body>{par('Tekst.')}</w:body>")
    strict = xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert [d.raw for d in DocxParser().parse(archive({"word/document.xml": strict})).drafts] == ["Tekst."]


def test_entities_are_refused() -> None:
    """XML that declares entities is no DOCX: nothing is expanded, nothing fetched."""
    xml = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>{part("document", "<w:body>&e;</w:body>")}'
    with pytest.raises(DamagedDocumentError):
        DocxParser().parse(archive({"word/document.xml": xml}))


def test_a_bomb_is_named_before_it_unpacks() -> None:
    """A part that unpacks to far more than its bytes is too large, whatever the archive declares."""
    bomb = archive({"word/document.xml": "<x>" + " " * (20 << 20)}, method=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    with pytest.raises(LimitExceededError):
        DocxParser().parse(bomb)


def test_deep_nesting_is_named() -> None:
    """XML nested beyond all use is refused by name."""
    deep = "<w:tbl><w:tr><w:tc>" * 150 + par("x") + "</w:tc></w:tr></w:tbl>" * 150
    with pytest.raises((LimitExceededError, DamagedDocumentError)):
        read(deep)


@pytest.mark.parametrize("cut", [4, 100, 1000])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    """A file that was cut off is named, with what to do."""
    with pytest.raises(DamagedDocumentError) as caught:
        DocxParser().parse(package(par("Tekst."))[:cut])
    assert caught.value.advice


def test_an_archive_with_a_password_is_encrypted() -> None:
    """Parts that ask for a password are named as such."""
    data = bytearray(package(par("Tekst.")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(EncryptedDocumentError):
        DocxParser().parse(bytes(data))
