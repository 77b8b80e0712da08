"""List and chapter numbers of OpenDocument, counted as its reader sees them (ODF 1.3 part 3, 19.880)."""

from dataclasses import dataclass, field

from beleidszoeker.ingest.language.characters import clean
from beleidszoeker.ingest.office.counting import shown
from beleidszoeker.ingest.office.odfstyles import STYLE, TEXT
from beleidszoeker.ingest.office.package import Element
from beleidszoeker.ingest.office.word import number

_LONGEST_LABEL = 60


@dataclass(slots=True)
class Counter:
    """Counts one list, or the chapters.

    Attributes:
        levels: Its levels, from 1, as its style describes them.
        counts: Where each level stands.
    """

    levels: dict[int, Element]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int, start: str | None = None) -> str:
        """Count one item at a depth; return its number with the space after it, or nothing.

        Args:
            depth: From 1.
            start: Where the item itself says that it starts.
        """
        level = self.levels.get(depth)
        first = number(level.get(TEXT + "start-value"), 1) if level is not None else 1
        self.counts[depth] = number(start, first) if start else self.counts.get(depth, first - 1) + 1
        for deeper in [d for d in self.counts if d > depth]:
            del self.counts[deeper]
        return self._written(level, depth) if level is not None else ""

    def _written(self, level: Element, depth: int) -> str:
        if level.tag == TEXT + "list-level-style-image":
            return "• "
        if level.tag == TEXT + "list-level-style-bullet":
            mark = clean(level.get(TEXT + "bullet-char", "")).strip()[:3]
            return ("•" if "\ue000" <= mark <= "\uf8ff" else mark) + " " if mark else ""
        own = shown(self.counts[depth], level.get(STYLE + "num-format", ""))
        if not own:
            return ""
        above = range(max(1, depth + 1 - number(level.get(TEXT + "display-levels"), 1)), depth)
        parts = [*(self._plain(upper) for upper in above), own]
        text = level.get(STYLE + "num-prefix", "") + ".".join(part for part in parts if part)
        return clean(text + level.get(STYLE + "num-suffix", "")).strip()[:_LONGEST_LABEL] + " "

    def _plain(self, depth: int) -> str:
        level = self.levels.get(depth)
        style = level.get(STYLE + "num-format", "") if level is not None else ""
        first = number(level.get(TEXT + "start-value"), 1) if level is not None else 1
        return shown(self.counts.get(depth, first), style)
