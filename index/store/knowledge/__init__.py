"""What documents refer to, promise, ask, decide and name, in the store."""

from beleidszoeker.index.store.knowledge.commitments import StoredCommitment
from beleidszoeker.index.store.knowledge.reader import KnowledgeReader
from beleidszoeker.index.store.knowledge.references import StoredReference
from beleidszoeker.index.store.knowledge.rows import knowledge_rows

__all__ = ["KnowledgeReader", "StoredCommitment", "StoredReference", "knowledge_rows"]
