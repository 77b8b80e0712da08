"""No document fills the page: each further passage of one document must be that much better."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

PENALTY = 0.25
"""What a second passage of a document loses, in units of the fused score; a third loses twice that."""


class Choice(NamedTuple):
    """A candidate that is shown.

    Attributes:
        place: Its place among the candidates.
        score: Its score after the penalty: it falls from choice to choice.
    """

    place: int
    score: float


def diversify(
    scores: Sequence[float], documents: Sequence[str], count: int, *, penalty: float = PENALTY
) -> list[Choice]:
    """Choose the ``count`` results to show, best first (after Carbonell & Goldstein 1998, MMR).

    Args:
        scores: Fused scores, descending.
        documents: The document of each.
        count: How many to choose.
        penalty: What each earlier passage of the same document costs.
    """
    left = list(range(len(scores)))
    seen: Counter[str] = Counter()
    chosen: list[Choice] = []
    while left and len(chosen) < count:
        now = {place: scores[place] - penalty * seen[documents[place]] for place in left}
        best = max(left, key=lambda place: (now[place], -place))
        left.remove(best)
        chosen.append(Choice(best, now[best]))
        seen[documents[best]] += 1
    return chosen
