"""Reading from a document what it refers to, promises, asks, decides and names."""

from collections.abc import Sequence

from beleidszoeker.ingest.document import Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.ingest.knowledge.commitments import find_commitments
from beleidszoeker.ingest.knowledge.decisions import find_decisions
from beleidszoeker.ingest.knowledge.definitions import find_definitions
from beleidszoeker.ingest.knowledge.model import Knowledge
from beleidszoeker.ingest.knowledge.motions import find_motions
from beleidszoeker.ingest.knowledge.names.mentions import find_mentions
from beleidszoeker.ingest.knowledge.references.reading import find_references
from beleidszoeker.ingest.knowledge.text import Text


def analyse(
    document: ParsedDocument,
    metadata: Metadata,
    passages: Sequence[Passage],
    *,
    questions: QuestionSet | None = None,
) -> Knowledge:
    """Return what a document says that can be acted upon.

    Args:
        document: The parsed document.
        metadata: What it says about itself; its date is what terms count from.
        passages: Its passages, for their sentences.
        questions: The Kamervragen that it holds, if any: what members ask is no promise.
    """
    sentences = sorted({span for passage in passages for span in passage.sentences})
    text = Text(document, metadata, sentences, questions)
    mentions = tuple(find_mentions(text))
    return Knowledge(
        references=tuple(find_references(text)),
        commitments=tuple(find_commitments(text)),
        motions=tuple(find_motions(text)),
        decisions=tuple(find_decisions(text)),
        mentions=mentions,
        definitions=tuple(find_definitions(text, mentions)),
    )
