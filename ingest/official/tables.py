"""Tables in the CALS model: each row is a block with its cells, under the heads of its columns."""

from collections.abc import Iterator, Mapping

from lxml import etree

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.official.inline import local, pieces, to_line
from beleidszoeker.ingest.official.notes import notes_in
from beleidszoeker.ingest.official.walker import Handler, Walker

_MOST_COLUMNS = 200


def _table(walker: Walker, element: etree._Element) -> None:
    for child in element:
        if local(child) == "tgroup":
            _group(walker, child)
        elif local(child) == "title":
            walker.open("", BlockKind.CAPTION)
            walker.within(child)
            walker.open("", BlockKind.PARAGRAPH)
        else:
            walker.visit(child)


def _group(walker: Walker, group: etree._Element) -> None:
    names = [spec.get("colname") or "" for spec in group.iterchildren("{*}colspec")][:_MOST_COLUMNS]
    heads: dict[int, list[str]] = {}
    for part in group:
        for row in part.iterchildren("{*}row"):
            is_head = local(part) == "thead"
            cells = [(column, _cell(entry)) for column, entry in _columns(row, names)]
            if is_head:
                for (first, last), line in cells:
                    for column in range(first, last + 1):
                        heads.setdefault(column, []).append(line.text)
            above = "" if is_head else "\t".join(_unique(heads[column]) for column in sorted(heads))
            walker.notes += notes_in(row)
            _write(walker, [line for _, line in cells if line.text], above)


def _columns(row: etree._Element, names: list[str]) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """The entries of a row with their first and last column."""
    column = 0
    for entry in row.iterchildren("{*}entry"):
        start = entry.get("namest") or entry.get("colname")
        first = names.index(start) if start in names else column
        end = entry.get("nameend")
        last = max(names.index(end), first) if end in names else first
        yield (first, last), entry
        column = last + 1


def _cell(entry: etree._Element) -> Line:
    parts: list[str] = [entry.text or ""]
    for child in entry:
        parts += [*_spaced(child), " ", child.tail or ""]
    line = to_line(parts)
    line.cell = True
    return line


def _spaced(element: etree._Element) -> Iterator[str]:
    """The paragraphs and list items in a cell, with space between them."""
    if any(local(child) in {"al", "li", "lijst", "li.nr"} for child in element):
        yield element.text or ""
        for child in element:
            yield from (*_spaced(child), " ", child.tail or "")
    else:
        yield from pieces(element)


def _unique(texts: list[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, texts)))


def _write(walker: Walker, cells: list[Line], heads: str) -> None:
    if cells:
        walker.drafts.append(Draft(BlockKind.TABLE_ROW, cells, heads=heads, depth=walker.depth))


TABLES: Mapping[str, Handler] = {"table": _table}
