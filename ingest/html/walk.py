"""From the elements of a web page to drafts, in one walk without recursion."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft
from beleidszoeker.ingest.html.notes import Notes, lift, mark, unmarked
from beleidszoeker.ingest.html.tables import Rows, layout_tables
from beleidszoeker.ingest.html.unseen import is_unseen
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.lengths import check_count

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TAGS = """
address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_TAGS.split()) | frozenset(_HEADINGS)
_KINDS = {"li": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM}
_CAPTIONS = frozenset({"caption", "figcaption"})


class Walk:
    """Collects text by block element; a table row is one block."""

    def __init__(self, root: LexborNode, notes: Notes) -> None:
        self._root = root
        self._notes = notes
        self._layout = layout_tables(root)
        self._rows = Rows()
        self._drafts: list[Draft] = []
        self._open: list[str] = []
        self._parts: list[str] = []
        self._length = 0

    def drafts(self) -> list[Draft]:
        """Return the blocks of the page in reading order."""
        for ended in _steps(self._root, self._enter):
            self._leave(ended)
        self._flush()
        return self._drafts

    def _enter(self, node: LexborNode) -> bool:
        """Take in a node; tell whether to go into it."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag == "br":
            self._parts.append("\n")
        elif is_unseen(node, tag) or node.mem_id in self._notes.texts:
            return False
        elif label := self._notes.places.get(node.mem_id):
            self._parts.append(mark(label))
            return False
        elif tag in _BLOCKS:
            self._open_block(node, tag)
        return True

    def _text(self, text: str) -> None:
        text = unmarked(text)
        self._parts.append(text if "pre" in self._open[-1:] else re.sub(r"\s+", " ", text))

    def _open_block(self, node: LexborNode, tag: str) -> None:
        if self._rows.in_cell and tag not in {"td", "th", "tr", "table"}:
            self._parts.append(" ")
            return
        if (tag, *self._open[-1:]) not in {("dd", "dl"), ("p", "dd")}:
            self._flush()  # a term stays open: what it means comes behind it
        self._open.append(tag)
        if tag == "table":
            self._rows.begin_table(rows=node.mem_id not in self._layout)
        else:
            self._rows.begin(node, tag)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag not in _BLOCKS:
            return
        if self._rows.in_cell and tag not in {"td", "th", "tr", "table"}:
            self._parts.append(" ")
            return
        if tag == "dt":
            self._parts.append(" ")
        else:
            self._flush()
        self._open.pop()
        if row := self._rows.end(tag):
            self._drafts.append(row)

    def _flush(self) -> None:
        """Close the current block."""
        text = "".join(self._parts)
        self._parts = []
        self._length += len(text)
        check_count(len(self._drafts), self._length)
        if self._rows.in_cell:
            self._rows.add(lift(" ".join(clean(text).split())))
            return
        lines = [line for line in (lift(clean(part).strip()) for part in text.split("\n")) if line.text]
        if lines:
            tag = self._block()
            self._drafts.append(Draft(_kind(tag), lines, level=_HEADINGS.get(tag, 0)))

    def _block(self) -> str:
        """The element that says what a run of text is: an item's paragraph is the item."""
        tag = self._open[-1] if self._open else ""
        return self._open[-2] if tag == "p" and self._open[-2:-1] in (["li"], ["dd"]) else tag


def _kind(tag: str) -> BlockKind:
    if tag in _HEADINGS:
        return BlockKind.HEADING
    return BlockKind.CAPTION if tag in _CAPTIONS else _KINDS.get(tag, BlockKind.PARAGRAPH)


def _steps(root: LexborNode, enter: Callable[[LexborNode], bool]) -> Iterator[LexborNode]:
    """Go through a tree in document order and yield each node that was gone into when it ends."""
    path: list[LexborNode] = []
    node: LexborNode | None = root.child
    while node is not None or path:
        if node is None:
            ended = path.pop()
            yield ended
            node = ended.next
        elif enter(node):
            path.append(node)
            node = node.child
        else:
            node = node.next
