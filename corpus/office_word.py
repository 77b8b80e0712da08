"""The parts of a DOCX: as little as Word needs to open it."""  # noqa: INP001

from typing import Any
from xml.sax.saxutils import escape

from office_markup import AUTHOR, HEAD, Groups, cells, pieces

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}


def docx_parts(groups: Groups, notes: dict[str, str]) -> dict[str, str]:
    """The parts by name."""
    body = "".join(_group(kind, blocks) for kind, blocks in groups)
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}, core=True),
        "docProps/core.xml": _core(),
        "word/document.xml": _part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{n}": (name, f"{name}.xml") for n, name in enumerate(list(_PARTS)[1:], start=1)}
        ),
        "word/styles.xml": _part("styles", _styles()),
        "word/numbering.xml": _part("numbering", _numbering()),
        "word/footnotes.xml": _part("footnotes", "".join(_note(n, text) for n, text in notes.items())),
    }


def _part(name: str, content: str) -> str:
    return f'{HEAD}<w:{name} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{name}>'


def _group(kind: str, blocks: list[Any]) -> str:
    if kind == "field":
        rows = [[f"**{label}", value] for label, _, value in (b.text.partition(": ") for b in blocks)]
        return _table(rows, header=False)
    if kind == "row":
        return _table([cells(b.text) for b in blocks], header=True)
    return "".join(_block(block) for block in blocks)


def _block(block: Any) -> str:
    kind, text, depth = block.kind, block.text, block.depth
    lists = {"bullet": "1", "number": "2"}
    if kind == "heading":
        return _paragraph(text, f'<w:pStyle w:val="Kop{depth}"/>')
    if kind in lists:
        return _paragraph(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{lists[kind]}"/></w:numPr>')
    return _paragraph(text)


def _paragraph(text: str, properties: str = "") -> str:
    bold = text.startswith("**")
    runs = "".join(_run(kind, content, bold=bold) for kind, content in pieces(text.removeprefix("**")))
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _run(kind: str, content: str, *, bold: bool) -> str:
    if kind == "note":
        return f'<w:r><w:footnoteReference w:id="{content}"/></w:r>'
    if kind == "deleted":
        text = f'<w:delText xml:space="preserve">{escape(content)}</w:delText>'
        return f'<w:del w:id="1" w:author="{AUTHOR}"><w:r>{text}</w:r></w:del>'
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(content)}</w:t></w:r>'


def _table(rows: list[list[str]], *, header: bool) -> str:
    written = []
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if header and number == 0 else ""
        inside = "".join(f"<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>" for cell in row)
        written.append(f"<w:tr>{head}{inside}</w:tr>")
    grid = "<w:gridCol/>" * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"


def _note(number: str, text: str) -> str:
    runs = "<w:r><w:footnoteRef/></w:r>" + _run("text", f" {text}", bold=False)
    return f'<w:footnote w:id="{number}"><w:p>{runs}</w:p></w:footnote>'


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in (1, 2, 3)
    )


def _numbering() -> str:
    levels = {"1": ("bullet", "•"), "2": ("decimal", "%1.")}
    designs = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for n, (style, text) in levels.items()
    )
    return designs + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in levels)


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(parts: dict[str, tuple[str, str]], *, core: bool = False) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    written = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in parts.items()
    )
    if core:
        kind = f"{package}/metadata/core-properties"
        written += f'<Relationship Id="rId9" Type="{kind}" Target="docProps/core.xml"/>'
    return f'{HEAD}<Relationships xmlns="{package}">{written}</Relationships>'


def _core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{AUTHOR}</dc:creator>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )
