"""Finding decisions."""

from collections.abc import Iterable

from beleidszoeker.ingest.knowledge.model import Decision
from beleidszoeker.ingest.knowledge.text import Text


def find_decisions(text: Text) -> Iterable[Decision]:
    """Return the decisions of a document in the order of its text."""
    del text
    return ()
