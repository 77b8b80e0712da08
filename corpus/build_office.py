r"""Builds the DOCX and ODT examples from `sources/office/`: python corpus/build_office.py [folder].

A source is a small Markdown with one block per line: headings `#`, lists `- ` and `1. `, table rows
`| a | b |` of which the first holds the heads, footnotes `[^1]`, `@ Label: value` for the head of a letter.
`~~text~~` was deleted while its author kept track of changes: a reader does not see it.

The output is the same byte for byte on every machine: nothing is compressed and no file carries a date.
"""  # noqa: INP001

import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from office_odt import odt_parts
from office_word import docx_parts

HERE = Path(__file__).parent
_MARKS = {"@": "field", "-": "bullet", "|": "row"}


@dataclass(frozen=True)
class Block:
    """One line of a source: its kind (heading, field, bullet, number, row, text), its depth and its text."""

    kind: str
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Source:
    """A source: its blocks, those of one kind that follow each other together, and its footnotes."""

    groups: list[tuple[str, list[Block]]]
    notes: dict[str, str]


def read(path: Path) -> Source:
    """Parses a source file."""
    text = path.read_text(encoding="utf-8")
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
    blocks = list(_blocks(re.sub(r"^\[\^\d+\]: .*$", "", text, flags=re.MULTILINE)))
    return Source([(kind, list(group)) for kind, group in groupby(blocks, key=lambda b: b.kind)], notes)


def _blocks(text: str) -> Iterator[Block]:
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, _, rest = line.partition(" ")
        if set(mark) == {"#"}:
            yield Block("heading", rest, len(mark))
        elif re.fullmatch(r"\d+\.", mark):
            yield Block("number", rest)
        else:
            yield Block(_MARKS[mark], rest) if mark in _MARKS else Block("text", line)


def write(parts: dict[str, str], target: Path) -> None:
    """Writes an archive in which nothing depends on the machine or the day."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            archive.writestr(member, content.encode())


def main(target: Path) -> None:
    """Builds every office document into the folder `target`."""
    makers = {".docx": docx_parts, ".odt": odt_parts}
    for path in sorted((HERE / "sources" / "office").glob("*.md")):
        source = read(path)
        write(makers[Path(path.stem).suffix](source.groups, source.notes), target / path.stem)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "documents")
