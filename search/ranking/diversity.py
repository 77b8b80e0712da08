"""No document fills the page: each further passage of one document must be that much better."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

PENALTY = 0.25
"""What a second passage of a document loses, in units of the fused score; a third loses twice that."""

PLAIN = 50
"""So many passages are chosen by their scores alone."""


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
    # Within a document the best one left is chosen next, so what a passage loses is known from the start.
    earlier, left = defaultdict[str, int](int), list(scores)
    for place in sorted(range(len(scores)), key=scores.__getitem__, reverse=True):
        left[place] -= penalty * earlier[documents[place]]
        earlier[documents[place]] += 1
    order = sorted(range(len(scores)), key=left.__getitem__, reverse=True)
    return [Choice(place, left[place]) for place in order[:count]]


def spread(choices: Sequence[Choice], documents: Sequence[str], count: int) -> list[Choice]:
    """Return ``count`` of the choices in their order: the best, and far down as many documents as can be.

    Whoever turns so many pages wants what was not seen yet. And where a filter leaves no more than
    ``PLAIN`` documents, all of them are shown: no count of them promises too much.

    Args:
        choices: All of them, best first.
        documents: The document of each candidate.
        count: How many to return.
    """
    kept = list(range(min(PLAIN, count, len(choices))))
    seen, first, other = {documents[choices[at].place] for at in kept}, list[int](), list[int]()
    for at in range(len(kept), len(choices)):
        document = documents[choices[at].place]
        (other if document in seen else first).append(at)
        seen.add(document)
    return [choices[at] for at in sorted([*kept, *first, *other][:count])]
