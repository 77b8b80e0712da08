"""Footnotes and endnotes of Word, numbered as it shows them: by the order in which the text cites them."""

from collections.abc import Iterator

from beleidszoeker.ingest.office.counting import shown
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.word import W, child, number, value

_STYLES = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a document.

    Args:
        footnotes: Root of ``footnotes.xml``, or ``None``.
        endnotes: Root of ``endnotes.xml``, or ``None``.
        settings: Root of ``settings.xml``, which may say how they are counted.
    """

    def __init__(self, footnotes: Element | None, endnotes: Element | None, settings: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        for kind, root in (("footnote", footnotes), ("endnote", endnotes)):
            for element in root.iter(W + kind) if root is not None else ():
                self._elements[kind, element.get(W + "id", "")] = element
        options = {kind: child(settings, f"{kind}Pr") for kind in _STYLES}
        self._styles = {kind: value(options[kind], "numFmt") or usual for kind, usual in _STYLES.items()}
        self._next = {kind: number(value(options[kind], "numStart"), 1) for kind in _STYLES}
        self._labels: dict[tuple[str, str], str] = {}
        self._order: list[tuple[str, str]] = []
        self._shown: set[str] = set()

    def cite(self, kind: str, note_id: str, own: str) -> str:
        """Return the label of a note where the text cites it; nothing where there is no such note."""
        key = (kind, note_id)
        if key not in self._elements:
            return ""
        if key not in self._labels:
            label = own or shown(self._next[kind], self._styles[kind])
            self._next[kind] += not own
            self._labels[key] = f"{_KINDS[kind]} {label}" if label in self._shown else label
            self._shown.add(label)
            self._order.append(key)
        return self._labels[key]

    def cited(self) -> Iterator[tuple[str, Element]]:
        """Yield the notes with their labels in the order of citing; reading one may bring another."""
        for key in self._order:  # grows while it is read
            yield self._labels[key], self._elements[key]


_KINDS = {"footnote": "voetnoot", "endnote": "eindnoot"}
"""Where a footnote and an endnote show the same number, the kind tells them apart."""
