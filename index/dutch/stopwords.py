"""Words that say nothing about a query's subject; the list is kept where documents are read."""

from beleidszoeker.ingest.language.stopwords import STOPWORDS

__all__ = ["STOPWORDS"]
