"""Is there an answer at all? Below a calibrated threshold, *nothing found* is the honest result.

Two signs are read from the best passages: the cosine of their vectors with the query's, before the linear map
— the map sharpens the order but loses the sense of what is far away — and how much of the query's words they
hold. The threshold was set on 1,651 questions that have an answer, 50 keyword queries that have one, and 80
queries on things outside every collection; docs/retrieval.md has the figures.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where an answer begins, for one model.

    Attributes:
        floor: Least sum of cosine and weighted coverage.
        weight: What full coverage adds to the cosine.
        verbatim: Coverage that is enough by itself: the words stand there.
    """

    floor: float
    weight: float
    verbatim: float


VERBATIM = 0.8
"""Coverage that is enough by itself, for every model."""

_E5_SMALL = Threshold(floor=0.857, weight=0.03, verbatim=VERBATIM)
_THRESHOLDS = {"multilingual-e5-small-q4": _E5_SMALL, "intfloat/multilingual-e5-small": _E5_SMALL}


def is_answered(cosine: float | None, coverage: float, *, model: str) -> bool:
    """Tell whether the best passages answer the query.

    Args:
        cosine: Highest cosine with the query, before the map; ``None`` when only words were asked.
        coverage: Greatest share of the query's words in one passage, each weighted by its rarity, from 0 to
        1.
        model: Id of the embedder; one without a calibrated threshold answers whatever it finds.
    """
    threshold = _THRESHOLDS.get(model.split("@", maxsplit=1)[0])
    if threshold is None or cosine is None:
        return True
    return coverage >= threshold.verbatim or cosine + threshold.weight * coverage >= threshold.floor
