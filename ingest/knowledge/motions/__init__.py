"""Finding motions, from *De Kamer, gehoord de beraadslaging* to *de orde van de dag*."""

from beleidszoeker.ingest.knowledge.motions.finding import find_motions

__all__ = ["find_motions"]
