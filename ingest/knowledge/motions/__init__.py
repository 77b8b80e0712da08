"""Finding motions."""

from collections.abc import Iterable

from beleidszoeker.ingest.knowledge.model import Motion
from beleidszoeker.ingest.knowledge.text import Text


def find_motions(text: Text) -> Iterable[Motion]:
    """Return the motions of a document in the order of its text."""
    del text
    return ()
