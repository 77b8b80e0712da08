"""Embedding models: texts in, unit vectors out.

Importing this package imports neither numpy nor torch; an embedder brings in what it needs.
"""

from beleidszoeker.model.loading import DEFAULT_MODEL, EMBEDDED_MODEL, HASHING_MODEL, load_embedder

__all__ = ["DEFAULT_MODEL", "EMBEDDED_MODEL", "HASHING_MODEL", "load_embedder"]
