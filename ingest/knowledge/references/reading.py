"""The references of a document."""

from collections.abc import Iterable

from beleidszoeker.ingest.knowledge.model import Reference
from beleidszoeker.ingest.knowledge.references.annotating import annotate, own_kenmerken
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.knowledge.references.numbered import with_numbered
from beleidszoeker.ingest.knowledge.text import Text


def find_references(text: Text) -> Iterable[Reference]:
    """Return the references of a document in the order of its text; no two overlap."""
    return annotate(text, own_kenmerken(text, with_numbered(text, find(text.document.text))))
