"""Understanding a query: what is asked, what is demanded, and by which terms it is looked for."""

from beleidszoeker.search.query.completion import completed
from beleidszoeker.search.query.expansion import RELATED_SHARE, Understood, rarities, understand
from beleidszoeker.search.query.parse import parse
from beleidszoeker.search.query.parsed import ParsedQuery
from beleidszoeker.search.query.references import Reference, name_of
from beleidszoeker.search.query.wanted import How, Wanted, as_lexical, wanted_terms

__all__ = [
    "RELATED_SHARE",
    "How",
    "ParsedQuery",
    "Reference",
    "Understood",
    "Wanted",
    "as_lexical",
    "completed",
    "name_of",
    "parse",
    "rarities",
    "understand",
    "wanted_terms",
]
