"""Is there an answer at all? Below a calibrated threshold, *nothing found* is the honest result.

Three signs are read from the best passages: the cosine of their vectors with the query's, before the linear
map — the map sharpens the order but loses the sense of what is far away —, the cosine of their nearest
sentence, behind it, and how much of the query's words they hold. docs/retrieval.md says on what the threshold
was set.
"""

from typing import NamedTuple


class Signs(NamedTuple):
    """What the best passages say.

    Attributes:
        cosine: Highest cosine of a passage with the query, before the map.
        sentence: Highest cosine of a sentence of theirs with it, behind the map; ``None`` without a map.
        coverage: Greatest share of the query's words in one passage, each weighted by its rarity, from 0 to
            1.
    """

    cosine: float
    sentence: float | None
    coverage: float


class Threshold(NamedTuple):
    """Where an answer begins, for one model.

    Attributes:
        floor: Least sum of the cosine and the other signs, weighted.
        sentence: What the nearest sentence's cosine counts.
        coverage: What full coverage adds.
        verbatim: Coverage that is enough by itself: the words stand there.
    """

    floor: float
    sentence: float
    coverage: float
    verbatim: float


VERBATIM = 0.8
"""Coverage that is enough by itself, for every model."""

_E5_SMALL = Threshold(floor=0.899, sentence=0.1, coverage=0.03, verbatim=VERBATIM)
_WITHOUT_MAP = Threshold(floor=0.857, sentence=0.0, coverage=0.03, verbatim=VERBATIM)
"""Before a map cosines of sentences do not tell what is far away either, and are twice as large."""
_THRESHOLDS = {"multilingual-e5-small-q4": _E5_SMALL, "intfloat/multilingual-e5-small": _E5_SMALL}


def is_answered(signs: Signs, *, model: str) -> bool:
    """Tell whether the best passages answer the query.

    Args:
        signs: What they say.
        model: Id of the embedder; one without a calibrated threshold answers whatever it finds.
    """
    threshold = _THRESHOLDS.get(model.split("@", maxsplit=1)[0])
    if threshold is None or signs.coverage >= threshold.verbatim:
        return True
    if signs.sentence is None:
        threshold = _WITHOUT_MAP
    sentence = threshold.sentence * (signs.sentence or 0.0)
    return signs.cosine + sentence + threshold.coverage * signs.coverage >= threshold.floor
