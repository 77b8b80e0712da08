"""From what a person typed to what is asked."""

from beleidszoeker.search.query.parsed import ParsedQuery


def parse(text: str) -> ParsedQuery:
    """Read a query; never an error."""
    return ParsedQuery(text, text)
