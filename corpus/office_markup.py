"""What the makers of DOCX and ODT examples share: pieces of a line of text."""  # noqa: INP001

import re
from collections.abc import Iterator
from typing import Any

AUTHOR = "Beleidszoeker (voorbeeld)"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Groups = list[tuple[str, list[Any]]]
"""(Kind, blocks) with ``kind``, ``text`` and ``depth``, as ``build_office.read`` gives them."""

_PIECE = re.compile(r"~~(?P<deleted>.*?)~~|\[\^(?P<note>\d+)\]")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yields (``text``, ``deleted`` or ``note``, content) in order."""
    last = 0
    for match in _PIECE.finditer(text):
        if match.start() > last:
            yield "text", text[last : match.start()]
        yield str(match.lastgroup), match.group(str(match.lastgroup))
        last = match.end()
    if last < len(text):
        yield "text", text[last:]


def cells(row: str) -> list[str]:
    """The cells of a row, `| a | b |` without its first bar."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]
