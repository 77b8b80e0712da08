"""The text of one Word paragraph as its reader sees it.

Tracked deletions, hidden text, field codes and prompts are out; what was inserted, results of fields, links
and content controls are in. Footnote references become marks, text boxes are handed over apart.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from beleidszoeker.ingest.office.body import MARK_CLOSE, MARK_OPEN
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.paragraphs import Runs
from beleidszoeker.ingest.office.styles import LOOKS, Styles
from beleidszoeker.ingest.office.word import COMPATIBILITY, W, child, switch

_OUT = frozenset(
    W + name
    for name in [
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "tblPr",
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "rt",
        "smartTagPr",
        "customXmlPr",
        "pgNum",
    ]
)
_LAYOUT_FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
_BOX = W + "txbxContent"
_MARKS = re.compile(f"[{MARK_OPEN}{MARK_CLOSE}]")
_SYMBOL_FONT, _SYMBOLS = 0xF000, 0x100
_HEX = re.compile(r"00[0-9A-Fa-f]{2}|[0-9A-Ca-c][0-9A-Fa-f]{3}|[Ff]0[0-9A-Fa-f]{2}")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

Cite = Callable[[str, str, str], str]
"""From (``footnote`` or ``endnote``, the note's id, a mark that its author chose) to the label shown."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    in_result: bool = False


class RunReader:
    """Reads paragraphs in the order of the file: a field may run over several of them."""

    def __init__(self, styles: Styles, cite: Cite) -> None:
        self._styles = styles
        self._cite = cite
        self._fields: list[_Field] = []

    def read(self, paragraph: Element) -> Runs:
        """Read one paragraph."""
        runs = Runs()
        self._walk(paragraph, runs, child(paragraph, "pPr"))
        for open_field in self._fields:  # a code ends with its paragraph, or a broken one would hide the rest
            open_field.in_result = True
        return runs

    def _walk(self, parent: Element, runs: Runs, properties: Element | None) -> None:
        for element in parent:
            tag = element.tag
            if tag in _OUT or not isinstance(tag, str):
                continue
            if tag == _BOX:
                runs.boxes.append(element)
            elif tag == _MATH:
                runs.parts.append(_characters(element))
            elif tag == W + "r":
                self._run(element, runs, properties)
            elif tag == COMPATIBILITY + "AlternateContent":
                self._walk(alternative(element), runs, properties)
            elif not _is_prompt(element) and not _LAYOUT_FIELDS.match(element.get(W + "instr", "")):
                self._walk(element, runs, properties)

    def _run(self, run: Element, runs: Runs, properties: Element | None) -> None:
        look = child(run, "rPr")
        if switch(look, "vanish"):
            return
        before = len(runs.parts)
        for element in run:
            self._piece(element, run, runs, properties)
        letters = sum(len("".join(part.split())) for part in runs.parts[before:])
        runs.letters += letters
        for name in LOOKS if letters else ():
            if self._styles.look(name, look, properties):
                runs.looks[name] = runs.looks.get(name, 0) + letters

    def _piece(self, element: Element, run: Element, runs: Runs, properties: Element | None) -> None:
        tag = element.tag
        if tag == W + "fldChar":
            self._field(element.get(W + "fldCharType"))
        elif tag == W + "instrText" and self._fields:
            self._fields[-1].code += element.text or ""
        elif tag in {W + "footnoteReference", W + "endnoteReference"}:
            runs.parts.append(self._note(element, run))
        elif tag in _TEXT:
            if self._visible() and not _has_own_mark(run):
                runs.parts.append(_TEXT[tag](element))
        elif tag == COMPATIBILITY + "AlternateContent":
            for inner in alternative(element):
                self._piece(inner, run, runs, properties)
        elif isinstance(tag, str) and tag not in _OUT:
            runs.boxes += [box for box in element.iter(_BOX) if _outermost(box, element)]

    def _note(self, element: Element, run: Element) -> str:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        own = "".join(text.text or "" for text in run.iter(W + "t")) if _has_own_mark(run) else ""
        label = self._cite(kind, element.get(W + "id", ""), own.strip())
        return f"{MARK_OPEN}{label}{MARK_CLOSE}" if label else ""

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _visible(self) -> bool:
        return all(f.in_result and not _LAYOUT_FIELDS.match(f.code) for f in self._fields)


def alternative(element: Element) -> Element:
    """One of the alternatives that a file gives for the same content: the first, else the fallback."""
    first = element.find(COMPATIBILITY + "Choice")
    fallback = element.find(COMPATIBILITY + "Fallback")
    if first is None or (fallback is not None and not _says(first) and _says(fallback)):
        return fallback if fallback is not None else element
    return first


def _is_prompt(element: Element) -> bool:
    """A content control that nobody filled in shows what one could type."""
    return element.tag == W + "sdt" and bool(switch(child(element, "sdtPr"), "showingPlcHdr"))


def _says(element: Element) -> bool:
    return next(element.iter(W + "t"), None) is not None


def _outermost(box: Element, within: Element) -> bool:
    """A box within a box comes with it; of alternatives only the chosen one counts."""
    inner, parent = box, box.getparent()
    while parent is not None and parent is not within:
        if parent.tag == _BOX:
            return False
        if parent.tag == COMPATIBILITY + "AlternateContent" and alternative(parent) is not inner:
            return False
        inner, parent = parent, parent.getparent()
    return True


def _has_own_mark(run: Element) -> bool:
    return any(
        switch_on.get(W + "customMarkFollows") in {"1", "true", "on"}
        for switch_on in run.iter(W + "footnoteReference", W + "endnoteReference")
    )


def _characters(element: Element) -> str:
    return _MARKS.sub("", (element.text or "").replace("\n", " "))


def _break(element: Element) -> str:
    return " " if element.get(W + "type") in {"page", "column"} else "\n"


def _symbol(element: Element) -> str:
    """A character of a symbol font: those fonts hold their own signs at U+F000 and up."""
    code = element.get(W + "char", "")
    if not _HEX.fullmatch(code):
        return ""
    point = int(code, 16)
    return (
        chr(point | _SYMBOL_FONT) if point < _SYMBOLS or point & _SYMBOL_FONT == _SYMBOL_FONT else chr(point)
    )


_TEXT: dict[str, Callable[[Element], str]] = {
    W + "t": _characters,
    W + "tab": lambda _: " ",
    W + "ptab": lambda _: " ",
    W + "br": _break,
    W + "cr": lambda _: "\n",
    W + "noBreakHyphen": lambda _: "-",
    W + "softHyphen": lambda _: "\u00ad",
    W + "sym": _symbol,
}
