"""What documents write where people say it otherwise."""

from beleidszoeker.search.query.thesaurus.thesaurus import Found, Thesaurus, shipped

__all__ = ["Found", "Thesaurus", "shipped"]
