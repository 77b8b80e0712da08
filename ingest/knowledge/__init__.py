"""What documents refer to, promise, ask, decide and name."""

from beleidszoeker.ingest.knowledge.analysis import analyse
from beleidszoeker.ingest.knowledge.model import (
    NOTHING,
    Commitment,
    CommitmentKind,
    Decision,
    Definition,
    Knowledge,
    Mention,
    Motion,
    NameKind,
    Reference,
    ReferenceKind,
    Span,
    Term,
)

__all__ = [
    "NOTHING",
    "Commitment",
    "CommitmentKind",
    "Decision",
    "Definition",
    "Knowledge",
    "Mention",
    "Motion",
    "NameKind",
    "Reference",
    "ReferenceKind",
    "Span",
    "Term",
    "analyse",
]
