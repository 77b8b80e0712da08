"""Terms: by when something will be done, in the words of the text and as days."""

from beleidszoeker.ingest.knowledge.commitments.terms.reading import Found, find_terms

__all__ = ["Found", "find_terms"]
