"""Beleidszoeker: semantic search over Dutch government documents, with citations that can be checked."""

__version__ = "0.1.0"
__all__ = ["__version__"]
