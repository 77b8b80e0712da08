"""Finding commitments."""

from collections.abc import Iterable

from beleidszoeker.ingest.knowledge.model import Commitment
from beleidszoeker.ingest.knowledge.text import Text


def find_commitments(text: Text) -> Iterable[Commitment]:
    """Return the commitments of a document in the order of its text."""
    del text
    return ()
