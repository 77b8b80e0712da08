"""The guide's Markdown as HTML in the looks of the pages. HTML in it is shown as text."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from beleidszoeker.api.pages.guide.pictures import Picture

_FOLDER = "images/"
_CLASSES = {
    "paragraph_open": "utrecht-paragraph",
    "link_open": "utrecht-link",
    "table_open": "utrecht-table guide-table",
}
_TITLE = 1  # the text of the first heading, between its tags
_DROPPED = re.compile(r"[^\w\- ]")


class Chapter(NamedTuple):
    """A heading of the second level.

    Attributes:
        id: Its anchor on the page.
        title: Its words.
    """

    id: str
    title: str


class Guide(NamedTuple):
    """The guide.

    Attributes:
        title: Its title.
        html: All that follows the title.
        chapters: Its chapters, in order.
    """

    title: str
    html: Markup
    chapters: tuple[Chapter, ...]


def read(text: str, pictures: Mapping[str, Picture]) -> Guide:
    """Return the guide that a Markdown text holds; it begins with its title.

    Raises:
        KeyError: It names a picture that is not among ``pictures``.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    for token in _all(tokens):
        _dress(token, pictures)
    title, rest = tokens[_TITLE].content, tokens[_TITLE + 2 :]
    chapters = tuple(_headings(rest))
    # HTML is off, so all that is not markup of our own was escaped by the renderer.
    html = Markup(parser.renderer.render(rest, parser.options, {}))  # noqa: S704
    return Guide(title, html, chapters)


def anchor(title: str) -> str:
    """Return the anchor of a heading, as sites that show Markdown make it.

    >>> anchor("Niets gevonden, en nu?")
    'niets-gevonden-en-nu'
    """
    return _DROPPED.sub("", title.lower()).replace(" ", "-")


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _dress(token: Token, pictures: Mapping[str, Picture]) -> None:
    if token.type in _CLASSES:
        token.attrSet("class", _CLASSES[token.type])
    elif token.type == "th_open":
        token.attrSet("scope", "col")
    elif token.type == "image":
        found = pictures[str(token.attrs["src"]).removeprefix(_FOLDER)]
        token.attrs.update(src=found.address, width=found.width, height=found.height, loading="lazy")
        token.attrSet("class", "guide-picture")


def _headings(tokens: list[Token]) -> Iterator[Chapter]:
    """Give headings their looks and anchors; yield those of chapters."""
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            made = Chapter(anchor(inside.content), inside.content)
            token.attrs.update({"class": f"utrecht-heading-{token.tag[1]}", "id": made.id})
            if token.tag == "h2":
                yield made
