"""Understanding a query: what is asked, what is demanded, and by which terms it is looked for."""

from beleidszoeker.search.query.parse import parse
from beleidszoeker.search.query.parsed import ParsedQuery
from beleidszoeker.search.query.wanted import How, Wanted, as_lexical, wanted_terms

__all__ = ["How", "ParsedQuery", "Wanted", "as_lexical", "parse", "wanted_terms"]
