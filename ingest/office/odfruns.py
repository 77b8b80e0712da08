"""The text of one OpenDocument paragraph as its reader sees it; remarks and deletions are out."""

from collections.abc import Callable
from dataclasses import dataclass

from beleidszoeker.ingest.office.body import MARK_CLOSE, MARK_OPEN
from beleidszoeker.ingest.office.odfstyles import DRAW, OFFICE, TEXT, OdfStyles
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.paragraphs import Runs
from beleidszoeker.ingest.office.word import number

_OUT = frozenset(
    {OFFICE + name for name in ("annotation", "annotation-end")}
    | {
        TEXT + name
        for name in [
            "tracked-changes",
            "page-number",
            "page-count",
            "ruby-text",
            "hidden-text",
            "hidden-paragraph",
            "placeholder",
            "toc-mark",
            "alphabetical-index-mark",
            "user-index-mark",
            "note-ref-placeholder",
        ]
    }
)
_MOST_SPACES = 100
_MARKS = str.maketrans({MARK_OPEN: "", MARK_CLOSE: "", "\n": " ", "\t": " ", "\r": " "})


@dataclass(frozen=True, slots=True)
class OdfRunReader:
    """Reads paragraphs.

    Attributes:
        styles: The document's styles.
        cite: From a note's element to the label shown.
    """

    styles: OdfStyles
    cite: Callable[[Element], str]

    def read(self, paragraph: Element) -> Runs:
        """Read one paragraph."""
        runs = Runs()
        self._walk(paragraph, runs, paragraph.get(TEXT + "style-name", ""), ())
        return runs

    def _walk(self, parent: Element, runs: Runs, style: str, spans: tuple[str, ...]) -> None:
        self._say(parent.text, runs, style, spans)
        for element in parent:
            tag = element.tag
            if tag == TEXT + "note":
                label = self.cite(element)
                runs.parts.append(f"{MARK_OPEN}{label}{MARK_CLOSE}" if label else "")
            elif isinstance(tag, str) and tag.startswith(DRAW):
                runs.boxes.append(element)
            elif tag in _BLANKS:
                runs.parts.append(_BLANKS[tag](element))
            elif isinstance(tag, str) and tag not in _OUT:
                inner = element.get(TEXT + "style-name", "") if tag == TEXT + "span" else ""
                self._walk(element, runs, style, (*spans, inner) if inner else spans)
            self._say(element.tail, runs, style, spans)

    def _say(self, text: str | None, runs: Runs, style: str, spans: tuple[str, ...]) -> None:
        if not text or self.styles.is_hidden(spans):
            return
        runs.parts.append(text.translate(_MARKS))
        letters = sum(not char.isspace() for char in text)
        runs.letters += letters
        for look in self.styles.looks(style, spans) if letters else ():
            runs.looks[look] = runs.looks.get(look, 0) + letters


_BLANKS: dict[str, Callable[[Element], str]] = {
    TEXT + "s": lambda element: " " * min(number(element.get(TEXT + "c"), 1), _MOST_SPACES),
    TEXT + "tab": lambda _: " ",
    TEXT + "line-break": lambda _: "\n",
    TEXT + "soft-page-break": lambda _: "",
}
