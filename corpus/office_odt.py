"""The parts of an ODT: as little as a text processor needs to open it."""  # noqa: INP001

from typing import Any
from xml.sax.saxutils import escape

from office_markup import AUTHOR, HEAD, Groups, cells, pieces

_NAMES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
_CHANGE = (
    f"<office:change-info><dc:creator>{AUTHOR}</dc:creator><dc:date>2026-11-22T10:00:00</dc:date>"
    "</office:change-info>"
)
_MIME = "application/vnd.oasis.opendocument.text"
_LISTS = (
    '<text:list-style style:name="bullet"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '</text:list-style><text:list-style style:name="number"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."/></text:list-style>'
)


def odt_parts(groups: Groups, notes: dict[str, str]) -> dict[str, str]:
    """The parts by name; ``mimetype`` goes first."""
    body = "".join(_group(kind, blocks, notes) for kind, blocks in groups)
    return {
        "mimetype": _MIME,
        "META-INF/manifest.xml": _manifest(),
        "meta.xml": _part("document-meta", f"<office:meta>{_meta()}</office:meta>"),
        "content.xml": _part(
            "document-content",
            f"<office:automatic-styles>{_LISTS}</office:automatic-styles>"
            f"<office:body><office:text>{_deletions(groups)}{body}</office:text></office:body>",
        ),
    }


def _part(name: str, content: str) -> str:
    return (
        f'{HEAD}<office:{name}{_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"{content}</office:{name}>"
    )


def _group(kind: str, blocks: list[Any], notes: dict[str, str]) -> str:
    texts = [block.text for block in blocks]
    if kind == "row":
        return _table([cells(text) for text in texts], notes)
    if kind in {"bullet", "number"}:
        items = "".join(f"<text:list-item>{_paragraph(text, notes)}</text:list-item>" for text in texts)
        return f'<text:list text:style-name="{kind}">{items}</text:list>'
    if kind == "heading":
        return "".join(
            f'<text:h text:outline-level="{block.depth}">{_runs(block.text, notes)}</text:h>'
            for block in blocks
        )
    return "".join(_paragraph(text, notes) for text in texts)


def _paragraph(text: str, notes: dict[str, str]) -> str:
    return f"<text:p>{_runs(text, notes)}</text:p>"


def _runs(text: str, notes: dict[str, str]) -> str:
    written = ""
    for kind, content in pieces(text):
        if kind == "note":
            written += (
                f'<text:note text:id="n{content}" text:note-class="footnote"><text:note-citation>{content}'
                f"</text:note-citation><text:note-body><text:p>{escape(notes[content])}</text:p>"
                "</text:note-body></text:note>"
            )
        elif kind == "deleted":
            written += '<text:change text:change-id="c1"/>'
        else:
            written += escape(content)
    return written


def _deletions(groups: Groups) -> str:
    """What was deleted stands apart, at the head of the text."""
    texts = [
        content
        for _, blocks in groups
        for b in blocks
        for kind, content in pieces(b.text)
        if kind == "deleted"
    ]
    regions = "".join(
        f'<text:changed-region text:id="c{n}"><text:deletion>{_CHANGE}<text:p>{escape(text)}</text:p>'
        "</text:deletion></text:changed-region>"
        for n, text in enumerate(texts, start=1)
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>" if regions else ""


def _table(rows: list[list[str]], notes: dict[str, str]) -> str:
    written = [_row(row, notes) for row in rows]
    heads = f"<table:table-header-rows>{written[0]}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f"<table:table>{columns}{heads}{''.join(written[1:])}</table:table>"


def _row(row: list[str], notes: dict[str, str]) -> str:
    inside = "".join(f"<table:table-cell>{_paragraph(cell, notes)}</table:table-cell>" for cell in row)
    return f"<table:table-row>{inside}</table:table-row>"


def _meta() -> str:
    return f"<meta:initial-creator>{AUTHOR}</meta:initial-creator><dc:language>nl-NL</dc:language>"


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _MIME), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    )
    return f'{HEAD}<manifest:manifest{_NAMES} manifest:version="1.3">{entries}</manifest:manifest>'
