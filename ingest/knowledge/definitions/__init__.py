"""Finding the sentences that say what a name means."""

from beleidszoeker.ingest.knowledge.definitions.finding import find_definitions

__all__ = ["find_definitions"]
