"""The blocks of official publications: headings, lists, members of articles, definitions, questions."""

from collections.abc import Mapping

from lxml import etree

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.official.inline import local, pieces, plain
from beleidszoeker.ingest.official.notes import notes_in
from beleidszoeker.ingest.official.walker import Handler, Walker

_NUMBERS = frozenset({"li.nr", "lidnr", "nr"})


def _head(walker: Walker, element: etree._Element) -> None:
    """*Artikel*, *3:4* and a title are elements of their own and one heading."""
    parts: list[str] = [element.text or ""]
    for child in element:
        parts += [" ", *pieces(child), " ", child.tail or ""]
        walker.notes += notes_in(child)
    walker.heading(parts)


def _head_between(walker: Walker, element: etree._Element) -> None:
    walker.notes += notes_in(element)
    walker.heading(list(pieces(element)), between=True)


def _title(walker: Walker, element: etree._Element) -> None:
    """The title of a paper is its first heading; that of the dossier stands above it as text."""
    if local(element.getparent()) == "stuk":
        walker.notes += notes_in(element)
        walker.heading(list(pieces(element)))
    else:
        walker.within(element)


def _numbered(walker: Walker, element: etree._Element, *, kind: BlockKind) -> None:
    number = next((plain(child) for child in element if local(child) in _NUMBERS), "")
    walker.open(number, kind)
    walker.within(element, skip=_NUMBERS)
    walker.open("", BlockKind.PARAGRAPH)


def _item(walker: Walker, element: etree._Element) -> None:
    _numbered(walker, element, kind=BlockKind.LIST_ITEM)


def _member(walker: Walker, element: etree._Element) -> None:
    _numbered(walker, element, kind=BlockKind.PARAGRAPH)


def _definition(walker: Walker, element: etree._Element) -> None:
    """A term and what it means are read as one."""
    parts = [plain(child) for child in element if local(child) in {"li.nr", "term"}]
    for child in element:
        if local(child) == "term":
            walker.notes += notes_in(child)
    walker.open(" ".join(filter(None, parts)), BlockKind.LIST_ITEM)
    walker.within(element, skip={"li.nr", "term"})
    walker.open("", BlockKind.PARAGRAPH)


def _question(walker: Walker, element: etree._Element) -> None:
    """*Vraag 1* and *Antwoord 1* are headings."""
    depth, between = walker.depth, walker.between
    walker.heading([plain(next((child for child in element if local(child) == "nr"), None))])
    walker.flow(element, skip={"nr"})
    walker.depth, walker.between = depth, between


def _caption(walker: Walker, element: etree._Element) -> None:
    walker.open("", BlockKind.CAPTION)
    walker.within(element)
    walker.open("", BlockKind.PARAGRAPH)


BLOCKS: Mapping[str, Handler] = {
    "antwoord": _question,
    "bijschrift": _caption,
    "definitie-item": _definition,
    "kop": _head,
    "li": _item,
    "lid": _member,
    "titel": _title,
    "tussenkop": _head_between,
    "vraag": _question,
}
