"""Finding names: of programmes, clusters, places, organisations and themes."""

from beleidszoeker.ingest.knowledge.names.gazetteer import Entry, Gazetteer, gazetteer
from beleidszoeker.ingest.knowledge.names.mentions import find_mentions

__all__ = ["Entry", "Gazetteer", "find_mentions", "gazetteer"]
