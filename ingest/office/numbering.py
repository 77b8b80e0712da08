"""List numbers as Word shows them; they stand nowhere in its text and are counted along.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

import re
from dataclasses import dataclass, field

from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.office.counting import shown
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.styles import Styles
from beleidszoeker.ingest.office.word import W, child, number, switch, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_PARTED = {"nothing": ""}
_LONGEST_LABEL = 60
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Element]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the list items of a document, in reading order.

    Args:
        root: Root of ``numbering.xml``, or ``None`` where there is none.
        styles: The document's styles.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: Element | None) -> str:
        """Count one paragraph; return its number with the space after it, or nothing."""
        list_id, declared, style = self._styles.numbering(properties)
        known = self._lists.get(list_id)
        if known is None:
            return ""
        depth = min(number(declared, _level_of(known, style)), _LEVELS - 1)
        level = known.levels.get(depth)
        if level is None:
            return ""
        counts = self._count(list_id, known, depth)
        return _written(known, level, counts)

    def _read(self, root: Element) -> None:
        abstracts = {a.get(W + "abstractNumId", ""): a for a in root.iter(W + "abstractNum")}
        for element in root.iter(W + "num"):
            base = self._resolve(abstracts.get(value(element, "abstractNumId") or ""), abstracts, root)
            if base is None:
                continue
            found = _List(base.get(W + "abstractNumId", ""), _levels(base))
            for override in element.iter(W + "lvlOverride"):
                depth = number(override.get(W + "ilvl"))
                start = value(override, "startOverride")
                found.levels |= _levels(override)
                if start is not None:
                    found.starts[depth] = number(start, 1)
            self._lists[element.get(W + "numId", "")] = found

    def _resolve(
        self, abstract: Element | None, abstracts: dict[str, Element], root: Element
    ) -> Element | None:
        """A list may be kept in a style of its own; follow that once."""
        link = value(abstract, "numStyleLink")
        if link is None:
            return abstract
        for style in self._styles.chain(link):
            list_id = value(child(style.element, "pPr"), "numPr/numId")
            for element in root.iter(W + "num") if list_id else ():
                if element.get(W + "numId") == list_id:
                    return abstracts.get(value(element, "abstractNumId") or "")
        return abstract

    def _count(self, list_id: str, known: _List, depth: int) -> dict[int, int]:
        """Lists of one design count on together, unless one says where it starts."""
        counts = self._counts.setdefault(known.abstract, {})
        first = (list_id, depth) not in self._begun
        self._begun.add((list_id, depth))
        if first and depth in known.starts:
            counts[depth] = known.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else _start(known, depth)
        for above in range(depth):
            counts.setdefault(above, _start(known, above))
        for deeper in [d for d in counts if d > depth and value(known.levels.get(d), "lvlRestart") != "0"]:
            del counts[deeper]
        return counts


def _levels(parent: Element) -> dict[int, Element]:
    return {number(level.get(W + "ilvl")): level for level in parent.findall(W + "lvl")}


def _level_of(known: _List, style: str) -> int:
    """The level that belongs to a style; 0 where none does."""
    return next((depth for depth, level in known.levels.items() if style == value(level, "pStyle")), 0)


def _start(known: _List, depth: int) -> int:
    return number(value(known.levels.get(depth), "start"), 1)


def _written(known: _List, level: Element, counts: dict[int, int]) -> str:
    text = value(level, "lvlText") or ""
    style = value(level, "numFmt") or "decimal"
    if style == "bullet":
        mark = _PRIVATE.sub("•", clean(text)).strip()[:3]
        return f"{mark} " if mark else ""
    plain = bool(switch(level, "isLgl"))

    def place(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        own = value(known.levels.get(depth), "numFmt") or "decimal"
        return shown(counts.get(depth, 1), "decimal" if plain else own)

    label = clean(_PLACE.sub(place, text)).strip()[:_LONGEST_LABEL]
    return label + _PARTED.get(value(level, "suff") or "", " ") if label else ""
