"""Paragraph and character styles of Word: what a style says, or the one that it is based on."""

import re
from dataclasses import dataclass

from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.word import W, child, number, switch, value

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave) ?\d", re.IGNORECASE)
_CAPTION = re.compile(r"caption|bijschrift", re.IGNORECASE)
_MOST_BASES = 20
_BODY_LEVEL = 9
LOOKS = {"bold": "b", "italic": "i", "underline": "u"}


@dataclass(slots=True)
class Style:
    """One style as it stands in the file."""

    id: str
    name: str
    based_on: str
    element: Element


class Styles:
    """The styles of a document.

    Args:
        root: Root of ``styles.xml``, or ``None`` where there is none.
    """

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._looks: dict[tuple[str, str | None, str | None], bool] = {}
        for element in root.iter(W + "style") if root is not None else ():
            style = Style(
                element.get(W + "styleId", ""),
                value(element, "name") or "",
                value(element, "basedOn") or "",
                element,
            )
            self._styles[style.id] = style
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}:
                self._default = style.id

    def chain(self, style_id: str | None) -> list[Style]:
        """A style and those that it is based on, nearest first; the default style where none is named."""
        found: list[Style] = []
        style = self._styles.get(style_id or self._default)
        while style is not None and style not in found and len(found) < _MOST_BASES:
            found.append(style)
            style = self._styles.get(style.based_on)
        return found

    def level(self, properties: Element | None) -> int:
        """The depth of a heading: its outline level, or the number in its style's name; 0 for text."""
        styles = self.chain(value(properties, "pStyle"))
        for source in (properties, *(child(style.element, "pPr") for style in styles)):
            declared = value(source, "outlineLvl")
            if declared is not None:
                depth = number(declared, _BODY_LEVEL)
                return depth + 1 if depth < _BODY_LEVEL else 0
        for style in styles:
            if match := _HEADING.fullmatch(style.name):
                return int(match.group(1))
        return 1 if styles and _TITLE.fullmatch(styles[0].name) else 0

    def numbering(self, properties: Element | None) -> tuple[str, str | None, str]:
        """A paragraph's list as (number of the list, its level, the style that says so)."""
        own = child(properties, "numPr")
        if own is not None and value(own, "numId") is not None:
            return value(own, "numId") or "", value(own, "ilvl"), ""
        for style in self.chain(value(properties, "pStyle")):
            list_id = value(child(style.element, "pPr"), "numPr/numId")
            if list_id is not None:
                level = value(own, "ilvl") or value(child(style.element, "pPr"), "numPr/ilvl")
                return list_id, level, style.id
        return "", None, ""

    def look(self, look: str, run: Element | None, paragraph: Element | None) -> bool:
        """Tell whether a run is bold, italic or underlined, by itself or by its styles."""
        name = LOOKS[look]
        own = switch(run, name)
        if own is not None:
            return own and value(run, name) != "none"
        return self._inherited(name, value(run, "rStyle"), value(paragraph, "pStyle"))

    def _inherited(self, name: str, character: str | None, paragraph: str | None) -> bool:
        key = (name, character, paragraph)
        if key not in self._looks:
            chain = [*(self.chain(character) if character else ()), *self.chain(paragraph)]
            said = (switch(child(style.element, "rPr"), name) for style in chain)
            self._looks[key] = next((answer for answer in said if answer is not None), False)
        return self._looks[key]

    def is_contents(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is an entry of the table of contents."""
        styles = self.chain(value(properties, "pStyle"))
        return bool(styles) and bool(_CONTENTS.fullmatch(styles[0].name))

    def is_caption(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is the caption of a table or picture."""
        styles = self.chain(value(properties, "pStyle"))
        return bool(styles) and bool(_CAPTION.fullmatch(styles[0].name))
