"""Finding references: tokenise, find, resolve to a key, annotate with sentences.

The order is that of eyecite (Cushman, Dahl & Lissner 2021), a reader of American citations: cheap tokens
tell where to look, a grammar for each kind reads there, each spelling resolves to one key, and a record is a
span of the text.
"""

from collections.abc import Iterable

from beleidszoeker.ingest.knowledge.model import Reference
from beleidszoeker.ingest.knowledge.references.addresses import address_of
from beleidszoeker.ingest.knowledge.references.annotating import annotate, own_kenmerken
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.knowledge.references.laws import law_key
from beleidszoeker.ingest.knowledge.references.numbered import with_numbered
from beleidszoeker.ingest.knowledge.text import Text

__all__ = ["Found", "address_of", "find", "find_references", "law_key"]


def find_references(text: Text) -> Iterable[Reference]:
    """Return the references of a document in the order of its text; no two overlap."""
    return annotate(text, own_kenmerken(text, with_numbered(text, find(text.document.text))))
