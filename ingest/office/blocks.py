"""Paragraphs and tables to drafts; headings by style, by look, and by the words of parliamentary answers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.office.body import Node, Paragraph
from beleidszoeker.ingest.office.letterhead import counts_pages
from beleidszoeker.ingest.office.tables import arranges_only, contents, to_rows
from beleidszoeker.ingest.text.paragraphs import BULLET

_NUMBERS = r"\d{1,3}(?:(?:\s*(?:,|en|t/m|tot en met|-|–))+\s*\d{1,3})*"
_QUESTION = re.compile(
    rf"(?:vra(?:ag|gen)|antwoord(?:en)?(?: op)?(?: (?:de )?vra(?:ag|gen))?) {_NUMBERS}\s*[:.]?", re.IGNORECASE
)
_ANSWER = re.compile(r"antwoord\s*:?", re.IGNORECASE)
_LOOKS = {"bold": 1, "underline": 2, "italic": 2}
_LONGEST_HEADING = 120
_SHORTEST_BODY = 60

_Item = Paragraph | Draft


def to_drafts(nodes: list[Node]) -> list[Draft]:
    """Make drafts of a document's text, in reading order."""
    items = [piece for node in nodes for item in _items(node) for piece in _pieces(item)]
    drafts: list[Draft] = []
    styled = 0
    for index, item in enumerate(items):
        if isinstance(item, Draft):
            drafts.append(item)
            continue
        following = items[index + 1] if index + 1 < len(items) else None
        level = item.level or _level_by_look(item, following, styled)
        styled = item.level if item.level and not item.aside else styled
        drafts.append(_draft(item, level))
    return [draft for draft in drafts if draft.raw.strip()]


def _items(node: Node) -> Iterator[_Item]:
    if isinstance(node, Paragraph):
        if not counts_pages(node.text):
            yield node
    elif arranges_only(node):
        for inner in contents(node):
            yield from _items(inner)
    else:
        for item in to_rows(node):
            yield item if isinstance(item, Draft) else replace(item, aside=item.aside or node.aside)


def _pieces(item: _Item) -> Iterator[_Item]:
    """A paragraph parted at an empty line in it, and after *Vraag 1* on a line or in a number of its own."""
    if isinstance(item, Draft):
        yield item
        return
    if _QUESTION.fullmatch(item.label.strip()):
        yield replace(item, text=item.label.strip(), label="", level=0)
        item = replace(item, label="", level=0)
    for text in re.split(r"\n\s*\n", item.text):
        if not text.strip():
            continue
        first, _, rest = text.strip().partition("\n")
        if rest.strip() and _QUESTION.fullmatch(first.strip()):
            yield replace(item, text=first)
            text = rest  # noqa: PLW2901 - what stays of it
        yield replace(item, text=text)
        item = replace(item, label="")


def _level_by_look(item: Paragraph, following: _Item | None, styled: int) -> int:
    """The depth of a paragraph that is a heading in all but its style; 0 where it is none."""
    text = " ".join(item.text.split())
    if _QUESTION.fullmatch(text) or (item.look and _ANSWER.fullmatch(text)):
        return styled + 1
    if item.look not in _LOOKS or item.aside or item.caption or not _is_title(item, text):
        return 0
    return styled + _LOOKS[item.look] if _is_body(following, item.look) else 0


def _is_title(item: Paragraph, text: str) -> bool:
    bulleted = bool(item.label) and not item.label[:1].isalnum()
    return (
        not bulleted
        and len(text) <= _LONGEST_HEADING
        and not text.endswith((".", ",", ";", ":", "?", "!", "-"))
        and (text[0].isupper() or text[0].isdigit() or bool(item.label))
        and any(char.isalpha() for char in text)
    )


def _is_body(following: _Item | None, look: str) -> bool:
    """What a heading heads: a text of some length set otherwise, a list, a table, or another heading."""
    if following is None:
        return False
    if isinstance(following, Draft):
        return not following.aside
    if following.aside:
        return False
    if following.label or following.level or _QUESTION.fullmatch(following.text.strip()):
        return True
    return following.look != look and len(following.text) >= _SHORTEST_BODY


def _draft(item: Paragraph, level: int) -> Draft:
    lines = _labelled(item)
    if level:
        return Draft(BlockKind.HEADING, lines, level=level, aside=item.aside)
    if item.caption:
        return Draft(BlockKind.CAPTION, lines, aside=item.aside)
    listed = bool(item.label) or bool(lines and BULLET.match(lines[0].text))
    return Draft(BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH, lines, aside=item.aside)


def _labelled(item: Paragraph) -> list[Line]:
    """The lines with the number in front; a line's end without a hyphen parts words, never halves of one."""
    lines: list[Line] = []
    for line in item.lines():
        if lines and not lines[-1].text.endswith(("-", "\u00ad")):
            start = len(lines[-1].text) + 1
            lines[-1].markers += [(start + offset, mark) for offset, mark in line.markers]
            lines[-1].text = f"{lines[-1].text} {line.text}"
        else:
            lines.append(line)
    if lines and item.label:
        lines[0].text = item.label + lines[0].text
        lines[0].markers = [(offset + len(item.label), mark) for offset, mark in lines[0].markers]
    return lines
