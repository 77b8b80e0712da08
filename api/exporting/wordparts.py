"""What python-docx leaves to do: properties, styles, page numbers, links, and bytes that do not change."""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from beleidszoeker.api.exporting.cited import legal

_LANGUAGE = "nl-NL"
_PROGRAM = "Beleidszoeker"
_FONT = "Calibri"
_INK = RGBColor(0x17, 0x56, 0x5D)
_BLACK = RGBColor(0, 0, 0)
_SOFT = RGBColor(0x4A, 0x57, 0x58)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BARE = "2000-01-01"
_SIZES = {"Title": 22, "Subtitle": 11, "Heading 1": 15, "Normal": 11, "Caption": 9.5}
_WORN = {"Title": _INK, "Heading 1": _INK, "Subtitle": _SOFT, "Caption": _SOFT, "Quote": _BLACK}
_THUMBNAIL = "docProps/thumbnail.jpeg"


def set_properties(document: Document, title: str, day: str | None) -> None:
    """Say who made it and when; what the template of python-docx says of itself goes."""
    known = document.core_properties
    known.title, known.author, known.last_modified_by = title[:255], _PROGRAM, _PROGRAM
    known.language, known.subject, known.comments = _LANGUAGE, "Citaten met bronvermelding", ""
    known.created = known.modified = datetime.fromisoformat(f"{day or _BARE}T00:00:00")
    known.revision = 1
    for relation in list(document.part.package.rels.values()):
        if relation.reltype.endswith("/thumbnail") or relation.reltype.endswith("/extended-properties"):
            del document.part.package.rels[relation.rId]


def set_styles(document: Document) -> None:
    """Dutch for the spelling checker, A4, one font, quotes upright and indented."""
    styles: Any = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    for name, size in _SIZES.items():
        styles[name].font.size = Pt(size)
    for name, colour in _WORN.items():
        style = styles[name]
        style.font.color.rgb, style.font.italic = colour, False
        style.font.bold = name == "Heading 1"
        _set_font(style)
    _set_font(styles["Normal"])
    styles["List Number"].font.bold = True
    styles["List Number"].paragraph_format.space_before = Pt(10)
    for name in ("Quote", "Caption", "List Continue"):
        styles[name].paragraph_format.left_indent = Cm(1.0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)


def number_pages(document: Document) -> None:
    """*Pagina 1 van 3* at the foot of each page, as fields that Word counts itself."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = 2
    foot.add_run("Pagina ")
    _field(foot, "PAGE")
    foot.add_run(" van ")
    _field(foot, "NUMPAGES")


def link_to(paragraph: Paragraph, address: str, text: str) -> None:
    """Add a link that can be clicked; an address of another kind than http stays text."""
    if not address.startswith(("https://", "http://")):
        paragraph.add_run(legal(text))
        return
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(legal(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    run = paragraph.add_run(legal(text))
    run.font.color.rgb, run.font.underline = _INK, True
    link.append(run._r)  # noqa: SLF001 - python-docx reads links but does not make them
    paragraph._p.append(link)  # noqa: SLF001


def fixed(data: bytes) -> bytes:
    """Return an archive with the same members, of which nothing tells when it was made."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            member = zipfile.ZipInfo(name, date_time=_EPOCH)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(member, made.read(name))
    return out.getvalue()


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def _set_font(style: Any) -> None:
    """Set the font for all scripts: the theme's would win from a name alone."""
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), _FONT)
