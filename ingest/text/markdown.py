"""Markdown, read with markdown-it: headings, lists, tables, footnotes, inline marks out."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.html.banners import without_banners
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.lengths import check_count
from beleidszoeker.ingest.text.articles import nest_articles

_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)  # *##Wet van …*, as in exports of laws
_MARKS = re.compile(r"^(?:#{1,6} \S|\*\*[^*]+\*\*\s*$|\|.*\|\s*$|\[\^[^\]]+\]: )", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PROPERTY = re.compile(r"^(\w+):[ \t]*(.+)$", re.MULTILINE)
_NOTE_TEXT = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*((?:.+\n?(?:[ \t]+.+\n?)*))", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_FEWEST_MARKS = 2


def looks_like_markdown(text: str) -> bool:
    r"""Tell whether a text carries Markdown's headings, bold lines or tables.

    >>> looks_like_markdown("# Nota\n\n**Kenmerk**\nA"), looks_like_markdown("Datum 1 mei\n# 3 woningen")
    (True, False)
    """
    return len(_MARKS.findall(text)) >= _FEWEST_MARKS


class MarkdownParser:
    """Parses Markdown; it has no pages."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read Markdown into drafts. Front matter of the form ``name: value`` becomes properties."""
        from beleidszoeker.ingest.text.parser import decode  # noqa: PLC0415 - text falls back on this module

        text, properties = _front_matter(decode(data))
        check_count(0, len(text))
        text = _TIGHT_HEADING.sub(r"\1 ", text)
        notes = [
            Draft(BlockKind.FOOTNOTE, [Line(clean(" ".join(match.group(2).split())))], label=match.group(1))
            for match in _NOTE_TEXT.finditer(text)
        ]
        tokens = MarkdownIt("commonmark").enable("table").parse(_NOTE_TEXT.sub("", text))
        drafts = nest_articles(list(_drafts(tokens)))
        kept = without_banners(drafts)
        web = {"web": "yes"} if len(kept) < len(drafts) else {}
        return DraftDocument(kept + notes, properties={**properties, **web})


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return text, {}
    found = {name.lower(): value.strip().strip("\"'") for name, value in _PROPERTY.findall(match.group(1))}
    return text[match.end() :], found


def _drafts(tokens: list[Token]) -> Iterator[Draft]:
    row: list[Line] = []
    heads = ""
    in_item = in_row = in_head = False
    level, number = 0, ""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) if token.nesting == 1 else 0
        elif token.type == "list_item_open":
            in_item, number = True, f"{token.info}{token.markup} " if token.info else ""
        elif token.type in {"thead_open", "thead_close"}:
            in_head = token.nesting == 1
        elif token.type == "tr_open":
            row, in_row = [], True
        elif token.type == "tr_close":
            in_row = False
            yield Draft(BlockKind.TABLE_ROW, row, heads="" if in_head else heads)
            heads = "\t".join(line.text for line in row if line.text) if in_head else heads
        elif token.type == "inline" and in_row:
            row += _cell(token)
        elif token.type == "inline":
            yield _text_draft(token, level=level, in_item=in_item, number=number)
            in_item = False
        elif token.type in {"code_block", "fence"}:
            yield Draft(BlockKind.PARAGRAPH, [Line(clean(line)) for line in token.content.splitlines()])


def _cell(token: Token) -> list[Line]:
    lines = [line for line in _inline_lines(token) if line.text.strip()]
    for number, line in enumerate(lines):
        line.cell = number == 0
    return lines


def _text_draft(token: Token, *, level: int, in_item: bool, number: str) -> Draft:
    lines = _inline_lines(token)
    if level:
        return Draft(BlockKind.HEADING, lines, level=level)
    if in_item:
        lines[0].text = number + lines[0].text
        lines[0].markers = [(offset + len(number), label) for offset, label in lines[0].markers]
    return Draft(BlockKind.LIST_ITEM if in_item else BlockKind.PARAGRAPH, lines)


def _inline_lines(token: Token) -> list[Line]:
    """The text of an inline token, one line per line of the source, footnote marks lifted out."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif child.type == "image":
            parts.append("")
        elif child.type != "html_inline":
            parts.append(child.content)
    return [_lift_notes(Line(clean(text))) for text in "".join(parts).split("\n")]


def _lift_notes(line: Line) -> Line:
    while match := _NOTE_MARK.search(line.text):
        line.markers.append((match.start(), match.group(1)))
        line.text = line.text[: match.start()] + line.text[match.end() :]
    return line
