"""From a question to cited passages."""

from beleidszoeker.search.detail import PassageDetail, document_summary, passage_detail
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.fusion import Weights
from beleidszoeker.search.result import Citation, Quote, SearchResponse, SearchResult, Why, to_json
from beleidszoeker.search.retrieval import Mode

__all__ = [
    "Citation",
    "Mode",
    "PassageDetail",
    "Quote",
    "SearchEngine",
    "SearchResponse",
    "SearchResult",
    "Weights",
    "Why",
    "document_summary",
    "passage_detail",
    "to_json",
]
