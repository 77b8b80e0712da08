"""*Wat is X*: the sentence that says it best."""

from dataclasses import dataclass
from typing import Any

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.excerpts import Excerpt, excerpt


@dataclass(frozen=True, slots=True)
class Defined:
    """A sentence that says what a name means.

    Attributes:
        excerpt: The literal sentence and where it stands.
        strength: How plainly it says so, 1 to 100.
    """

    excerpt: Excerpt
    strength: int

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return {**self.excerpt.to_json(), "strength": self.strength}


def defined(reader: LibraryReader, name_id: str, *, count: int = 1) -> tuple[Defined, ...]:
    """Return the sentences of different documents that say best what a name means; none where none does.

    The plainest first; a programme's own page and letters before other documents, newer before older ones.
    """
    found = reader.knowledge.names.definitions(name_id, count=count)
    return tuple(
        Defined(excerpt(reader, document_id, each.start, each.end), each.strength)
        for document_id, each in found
    )
