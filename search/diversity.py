"""No document fills the page: each further passage of one document must be that much better."""

from collections import Counter
from collections.abc import Sequence

PENALTY = 0.25
"""What a second passage of a document loses, in units of the fused score; a third loses twice that."""


def diversify(scores: Sequence[float], documents: Sequence[str], count: int, *, penalty: float = PENALTY) -> list[int]:
    """Return the places of the ``count`` results to show, best first (after Carbonell & Goldstein 1998, MMR).

    Args:
        scores: Fused scores, descending.
        documents: The document of each.
        count: How many to choose.
        penalty: What each earlier passage of the same document costs.
    """
    left = list(range(len(scores)))
    seen: Counter[str] = Counter()
    chosen: list[int] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda place: (scores[place] - penalty * seen[documents[place]], -place))
        left.remove(best)
        chosen.append(best)
        seen[documents[best]] += 1
    return chosen
