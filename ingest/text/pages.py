"""Pages and footnotes of a plain-text export.

A text export of a letter keeps two traces of its pages: a form feed — or, where a tool replaced it, one
space in front of a page's first line — and the footnotes that close each page. Neither alone is trusted when
it may be
chance: without a form feed a page break counts only where *every* such line follows a block of footnotes
whose numbers continue. Otherwise the pages are not known, and not guessed.
"""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"^(\d{1,3})[ \t]+(?=\S)")


@dataclass(slots=True)
class TextPage:
    """Lines of one page, its footnotes cut off.

    Attributes:
        number: From 1, or ``None`` when the pages of this text are not known.
        body: Lines of the running text.
        notes: Footnotes as (number, lines).
    """

    number: int | None
    body: list[str]
    notes: list[tuple[str, list[str]]]


def split_pages(text: str) -> list[TextPage]:
    """Cut a text into pages and take the footnotes off each."""
    if "\f" in text.strip("\f \n"):
        return _with_notes([part.split("\n") for part in text.strip("\f").split("\f")], known=True)
    lines = text.split("\n")
    cuts = [i for i, line in enumerate(lines) if i and re.match(r" \S", line)]
    if cuts:
        pages = _with_notes(
            [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)], known=True
        )
        if all(page.notes for page in pages[:-1]):
            return pages
    return _with_notes([lines], known=False)


def _with_notes(pages: list[list[str]], *, known: bool) -> list[TextPage]:
    split, expected = [], 1
    for number, lines in enumerate(pages, start=1):
        body, notes = _split_notes(lines, expected)
        expected += len(notes)
        split.append(TextPage(number if known else None, body, notes))
    return split


def _split_notes(lines: list[str], expected: int) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Find the run of notes ``expected``, ``expected + 1``, … that reaches the foot of these lines.

    Notes of one page stand together, so a blank line ends what may belong to them; the last page may close
    with blank lines or with an address.
    """
    for start in range(len(lines) - 1, -1, -1):
        match = _NOTE.match(lines[start])
        if match and int(match.group(1)) == expected and (start == 0 or not lines[start - 1].strip()):
            notes = _read_notes(lines[start:], expected)
            return (lines[:start], notes) if notes else (lines, [])
    return lines, []


def _read_notes(lines: list[str], expected: int) -> list[tuple[str, list[str]]]:
    notes: list[tuple[str, list[str]]] = []
    for index, line in enumerate(lines):
        match = _NOTE.match(line)
        if match and int(match.group(1)) == expected + len(notes):
            notes.append((match.group(1), [line[match.end() :]]))
        elif line.strip():
            notes[-1][1].append(line)
        elif any(rest.strip() and not rest.startswith(("http", "www.")) for rest in lines[index:]):
            return []
    return notes
