"""Finding decisions: what a nota asks to be decided, what a list of decisions records."""

from beleidszoeker.ingest.knowledge.decisions.finding import find_decisions

__all__ = ["find_decisions"]
