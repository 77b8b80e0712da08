"""What a grammar reads at a place of a text, before its sentences are known."""

from dataclasses import dataclass

from beleidszoeker.ingest.knowledge.model import ReferenceKind, Span


@dataclass(frozen=True, slots=True)
class Found:
    """A reference with its key.

    Attributes:
        kind: What it leads to.
        key: One for all its spellings.
        start: First character.
        end: One past the last.
        dossier: Where the number of its Kamerstukdossier stands; only for Kamerstukken and dossiers.
    """

    kind: ReferenceKind
    key: str
    start: int
    end: int
    dossier: Span | None = None
