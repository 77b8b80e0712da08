"""A document's words around its records."""

from bisect import bisect_right

from beleidszoeker.index.store.knowledge.words import packed
from beleidszoeker.ingest.knowledge.model import Span
from beleidszoeker.ingest.prepared import PreparedDocument


class Said:
    """The words of spans of a document, and those above them.

    Args:
        prepared: The document.
    """

    def __init__(self, prepared: PreparedDocument) -> None:
        self._text = prepared.document.text
        self._title = prepared.metadata.title.value
        self._blocks = prepared.document.blocks
        self._starts = [block.start for block in self._blocks]

    def words(self, start: int, end: int, subject: Span | None = None) -> dict[str, object]:
        """Return the columns ``terms`` and ``around`` of a record.

        Args:
            start: Its first character.
            end: One past its last.
            subject: What it is about, where that stands elsewhere.
        """
        place = bisect_right(self._starts, start) - 1
        section = self._blocks[place].section if place >= 0 else ()
        about = (self._text[subject[0] : subject[1]],) if subject else ()
        return {
            "terms": packed([self._text[start:end]]),
            "around": packed([self._title, *section, *about]),
        }
