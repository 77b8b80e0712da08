"""From a question to cited passages."""

from beleidszoeker.search.comparing.compare import Agreement, Comparison
from beleidszoeker.search.detail import (
    BlockDetail,
    PassageDetail,
    document_blocks,
    document_summary,
    passage_detail,
)
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.facets import Facet, FacetValue
from beleidszoeker.search.questions import document_questions, question_sets
from beleidszoeker.search.ranking.fusion import Weights
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.search.result import (
    Citation,
    Quote,
    SearchResponse,
    SearchResult,
    Sort,
    Why,
    to_json,
)

__all__ = [
    "Agreement",
    "BlockDetail",
    "Citation",
    "Comparison",
    "Facet",
    "FacetValue",
    "Mode",
    "PassageDetail",
    "Quote",
    "SearchEngine",
    "SearchResponse",
    "SearchResult",
    "Sort",
    "Weights",
    "Why",
    "document_blocks",
    "document_questions",
    "document_summary",
    "passage_detail",
    "question_sets",
    "to_json",
]
