"""The running text of an element: emphasis and links out, footnotes lifted, pretty-printing undone."""

import re
from collections.abc import Iterator

from lxml import etree

from beleidszoeker.ingest.drafts import Line
from beleidszoeker.ingest.html.notes import lift, mark, unmarked
from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.official.tree import named_character

_INLINE_NAMES = """
achternaam br datum dossiernr extref extref-groep functie inf intref intref-groep kamervraagonderwerp
nadruk naam noot noot.nr nootref ondernummer organisatie plaats politiek sub sup unl voetref voornaam
voorvoegsels herdruk redactie
"""
INLINE = frozenset(_INLINE_NAMES.split())
_NAMES = frozenset({"achternaam", "functie", "naam", "organisatie", "plaats", "voornaam", "voorvoegsels"})
LABEL = "beleidszoeker-label"
"""Attribute that ``number_notes`` gives to each footnote and each reference to one."""

_EDGE = "\ue002"
"""White space with a line break at the edge of an element: it may be only how the file was laid out."""
_OPEN, _SHUT = "\ue003", "\ue004"
_EDGE_SPACE = re.compile(r"^\s*\n\s*|\s*\n\s*$")
_LAID_OUT = rf"[\s{_EDGE}]*{_EDGE}[\s{_EDGE}]*"
_NEEDLESS = re.compile(
    rf"{_LAID_OUT}(?=[.,;:!?)\]’”])|(?<=[(\[‘“]){_LAID_OUT}|{_LAID_OUT}(?={_OPEN})|(?<={_SHUT}){_LAID_OUT}(?=[-–])"
)
_OURS = re.compile(f"[{_OPEN}{_SHUT}]")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def plain(element: etree._Element | None) -> str:
    """Return an element's text on one line, without its footnotes."""
    return "" if element is None else to_line(pieces(element)).text


def to_line(parts: Iterator[str] | list[str]) -> Line:
    """Make one line of pieces of text."""
    text = _OURS.sub("", _NEEDLESS.sub("", "".join(parts))).replace(_EDGE, " ")
    return lift(" ".join(clean(re.sub(r"\s+", " ", text)).split()))


def pieces(element: etree._Element) -> Iterator[str]:
    """Yield the text within an element piece by piece; a footnote becomes the mark of its number."""
    yield edged(element.text)
    for child in element:
        yield from inner(child)
        yield edged(child.tail)


def inner(element: etree._Element) -> Iterator[str]:
    """Yield the text of an inline element itself, without what follows it."""
    name = local(element)
    if isinstance(element, etree._Entity):  # noqa: SLF001 - lxml has no public name for it
        yield named_character(element)
    elif name == "br":
        yield " "
    elif name in {"noot", "nootref", "voetref"}:
        yield mark(element.get(LABEL, ""))
    elif name in {"inf", "sub", "sup"}:
        yield from (_OPEN, "".join(pieces(element)).strip(f" {_EDGE}"), _SHUT)
    elif name in _NAMES:
        yield from (_EDGE, *pieces(element), _EDGE)
    elif name and name != "meta-data":
        yield from pieces(element)


def edged(text: str | None) -> str:
    """Mark line breaks at the edges of a piece of text."""
    return _EDGE_SPACE.sub(_EDGE, unmarked(text or ""))
