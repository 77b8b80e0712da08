"""What comes out of this room: a document ready to be stored."""

from dataclasses import dataclass

from beleidszoeker.ingest.document import Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.ingest.knowledge.model import NOTHING, Knowledge


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document ready to be stored.

    Attributes:
        document: Canonical text and what stands on it.
        metadata: What it says about itself.
        passages: What can be found and cited.
        questions: The Kamervragen that it holds, each with its answer; ``None`` where it holds none.
        knowledge: What it refers to, promises, asks, decides and names.
    """

    document: ParsedDocument
    metadata: Metadata
    passages: tuple[Passage, ...]
    questions: QuestionSet | None = None
    knowledge: Knowledge = NOTHING
