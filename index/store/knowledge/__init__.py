"""What documents refer to, promise, ask, decide and name, in the store."""

from beleidszoeker.index.store.knowledge.commitments import (
    CommitmentOrder,
    State,
    StoredCommitment,
    WantedCommitments,
    state_of,
)
from beleidszoeker.index.store.knowledge.decided import StoredDecision, StoredMotion
from beleidszoeker.index.store.knowledge.later import LaterDocument
from beleidszoeker.index.store.knowledge.meetings import Cell, Closeness, Meeting, Totals
from beleidszoeker.index.store.knowledge.names import NameYear, StoredDefinition, StoredMention
from beleidszoeker.index.store.knowledge.naming import insert_naming
from beleidszoeker.index.store.knowledge.reader import KnowledgeReader
from beleidszoeker.index.store.knowledge.references import StoredReference
from beleidszoeker.index.store.knowledge.rows import knowledge_rows

__all__ = [
    "Cell",
    "Closeness",
    "CommitmentOrder",
    "KnowledgeReader",
    "LaterDocument",
    "Meeting",
    "NameYear",
    "State",
    "StoredCommitment",
    "StoredDecision",
    "StoredDefinition",
    "StoredMention",
    "StoredMotion",
    "StoredReference",
    "Totals",
    "WantedCommitments",
    "insert_naming",
    "knowledge_rows",
    "state_of",
]
