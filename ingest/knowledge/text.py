"""A document as its analysis reads it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from beleidszoeker.ingest.document import Metadata, ParsedDocument
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.ingest.knowledge.model import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed document with its sentences.

    Attributes:
        document: The canonical text and what stands on it.
        metadata: What it says about itself.
        sentences: Spans of its sentences, in order; what is in no passage has none.
        questions: The Kamervragen that it holds; ``None`` where it holds none.
    """

    document: ParsedDocument
    metadata: Metadata
    sentences: Sequence[Span]
    questions: QuestionSet | None = None
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [start for start, _ in self.sentences])

    def sentence_at(self, position: int) -> Span | None:
        """Return the sentence that a character is in, or stands right behind; ``None`` between sentences."""
        place = bisect_right(self._starts, position) - 1
        if place >= 0 and position <= self.sentences[place][1]:
            return self.sentences[place]
        return None
