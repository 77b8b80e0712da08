"""Styles of OpenDocument: how text is set, how lists are numbered. Automatic styles go before named ones."""

from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.word import number

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LOOKS = {
    "bold": (_FO + "font-weight", frozenset({"bold", "600", "700", "800", "900"})),
    "italic": (_FO + "font-style", frozenset({"italic", "oblique"})),
    "underline": (STYLE + "text-underline-style", frozenset({"solid", "dotted", "dash", "wave"})),
}
_MOST_BASES = 20


class OdfStyles:
    """The styles of a document.

    Args:
        roots: Roots of ``styles.xml`` and ``content.xml``; the later one goes first.
    """

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, Element]] = {}
        self.outline: dict[int, Element] = {}
        for root in roots:
            for element in root.iter(STYLE + "style") if root is not None else ():
                self._styles[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element
            for element in root.iter(TEXT + "list-style") if root is not None else ():
                self._lists[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style") if root is not None else ():
                self.outline = _levels(element)

    def chain(self, family: str, name: str) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        found: list[Element] = []
        style = self._styles.get((family, name))
        while style is not None and len(found) < _MOST_BASES:
            found.append(style)
            style = self._styles.get((family, style.get(STYLE + "parent-style-name", "")))
        return found

    def names(self, name: str) -> list[str]:
        """The names of a paragraph's style and its bases, as people see them."""
        chain = self.chain("paragraph", name)
        return [s.get(STYLE + "display-name") or s.get(STYLE + "name", "") for s in chain]

    def list_style(self, name: str) -> str:
        """The list style that a paragraph's style carries."""
        chain = self.chain("paragraph", name)
        return next(
            (s.get(STYLE + "list-style-name", "") for s in chain if s.get(STYLE + "list-style-name")), ""
        )

    def levels(self, name: str) -> dict[int, Element]:
        """The levels of a list style, from 1."""
        return self._lists.get(name, {})

    def looks(self, paragraph: str, spans: tuple[str, ...]) -> frozenset[str]:
        """How text is set that stands in these spans, innermost last."""
        chain = [style for span in reversed(spans) for style in self.chain("text", span)]
        chain += self.chain("paragraph", paragraph)
        return frozenset(look for look in _LOOKS if _is(look, chain))

    def is_hidden(self, spans: tuple[str, ...]) -> bool:
        """Tell whether text in these spans is set not to be shown."""
        chain = [style for span in reversed(spans) for style in self.chain("text", span)]
        return _first(chain, TEXT + "display") == "none"


def _levels(parent: Element) -> dict[int, Element]:
    return {number(level.get(TEXT + "level"), 1): level for level in parent if level.get(TEXT + "level")}


def _is(look: str, chain: list[Element]) -> bool:
    attribute, values = _LOOKS[look]
    return _first(chain, attribute) in values


def _first(chain: list[Element], attribute: str) -> str:
    for style in chain:
        for properties in style.findall(STYLE + "text-properties"):
            if properties.get(attribute):
                return str(properties.get(attribute))
    return ""
