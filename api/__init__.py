"""The HTTP service: the search engine behind a small, documented API."""

from beleidszoeker.api.app import create_app

__all__ = ["create_app"]
