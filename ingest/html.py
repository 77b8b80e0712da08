"""HTML pages: the text of the page itself, without navigation, banners and scripts."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from beleidszoeker.ingest.banners import without_banners
from beleidszoeker.ingest.characters import clean
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.htmlnotes import lift, take_notes

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TAGS = """
address article aside blockquote body caption dd details div dl dt figcaption figure footer form
header hr li main ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_TAGS.split()) | frozenset(_HEADINGS)
_OUT = (
    "script, style, noscript, template, svg, nav, header, footer, aside, form, button, iframe, dialog"
    ", [hidden]"
)
_OUT_BY_NAME = re.compile(
    r"(^|[-_ ])(cookie\w*|consent|breadcrumbs?|skip-?links?|menu|navigation|share|social)($|[-_ ])",
    re.IGNORECASE,
)
_DATE_META = ("DCTERMS.issued", "DCTERMS.modified", "article:published_time", "date")


class HtmlParser:
    """Parses HTML; it has no pages."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a page into drafts; its title, language, address and date become properties."""
        tree = LexborHTMLParser(data)
        properties = _properties(tree)
        root = _content(tree)
        if root is None:
            return DraftDocument([], properties=properties)
        notes = take_notes(root)
        walk = _Walk()
        for node in root.traverse(include_text=True):
            walk.visit(node)
        walk.flush()
        return DraftDocument(without_banners(walk.drafts) + notes, properties={**properties, "web": "yes"})


def _properties(tree: LexborHTMLParser) -> dict[str, str]:
    found = {}
    heading = tree.css_first("main h1") or tree.css_first("article h1") or tree.css_first("h1")
    name = heading or tree.css_first("title")
    if name and (title := clean(name.text()).strip()):
        found["title"] = " ".join(title.split())
    if heading:
        found["title_is_declared"] = "yes"
    html = tree.css_first("html")
    if html and html.attributes.get("lang"):
        found["language"] = html.attributes["lang"] or "nl"
    canonical = tree.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") if canonical else "") or ""
    if address.startswith(("https://", "http://")):
        found["url"] = address
    for meta in tree.css("meta"):
        if (meta.attributes.get("name") or meta.attributes.get("property")) in _DATE_META:
            found.setdefault("date", meta.attributes.get("content") or "")
    return found


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.css_first("main") or tree.css_first("article") or tree.body
    if body is None:
        return None
    for node in body.css(_OUT):
        node.decompose()
    for node in body.css("[id], [class], [role]"):
        names = " ".join(node.attributes.get(name) or "" for name in ("id", "class", "role"))
        if _OUT_BY_NAME.search(names):
            node.decompose()
    return body


@dataclass(slots=True)
class _Walk:
    """Collects text by block element; a table row is one block, its cells parted by bars."""

    drafts: list[Draft] = field(default_factory=list)
    block: LexborNode | None = None
    cell: int | None = None
    parts: list[str] = field(default_factory=list)

    def visit(self, node: LexborNode) -> None:
        """Take in the next node in document order."""
        if node.tag == "br":
            self.parts.append("\n")
        if node.tag != "-text":
            return
        block, cell = _owner(node)
        if block is None or not node.text_content:
            return
        if self.block is None or block.mem_id != self.block.mem_id:
            self.flush()
            self.block = block
        elif cell is not None and self.cell is not None and cell != self.cell and "".join(self.parts).strip():
            self.parts.append(" | ")
        self.cell = cell if cell is not None else self.cell
        self.parts.append(re.sub(r"\s+", " ", node.text_content))

    def flush(self) -> None:
        """Close the current block."""
        lines = [lift(clean(text).strip()) for text in "".join(self.parts).split("\n")]
        lines = [line for line in lines if line.text]
        self.parts, self.cell = [], None
        if lines and self.block is not None:
            tag = self.block.tag or ""
            self.drafts.append(Draft(_kind(tag), lines, level=_HEADINGS.get(tag, 0)))


def _owner(node: LexborNode) -> tuple[LexborNode | None, int | None]:
    """The block element around a text node, and its table cell if it is in one."""
    parent, cell, nearest = node.parent, None, None
    while parent is not None:
        tag = parent.tag or ""
        if tag in {"td", "th"} and cell is None:
            cell = parent.mem_id
        if tag == "tr" and cell is not None:
            return parent, cell
        if tag in _BLOCKS and nearest is None:
            nearest = parent
        if nearest is not None and cell is None and tag in {"table", "li", "body", "main", "article"}:
            return (parent if tag == "li" and nearest.tag == "p" else nearest), None
        parent = parent.parent
    return nearest, cell


def _kind(tag: str) -> BlockKind:
    if tag in _HEADINGS:
        return BlockKind.HEADING
    return {"li": BlockKind.LIST_ITEM, "tr": BlockKind.TABLE_ROW}.get(tag, BlockKind.PARAGRAPH)
