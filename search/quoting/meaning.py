"""What the meaning of a passage's sentences counts, beside their words, when quotes are chosen."""

from collections.abc import Sequence

from beleidszoeker.model.base import Vectors

WEIGHT = 0.3
"""What meaning counts where all words of the query together count 1; see docs/retrieval.md."""


def nearness(question: Vectors, sentences: Vectors, *, total: float) -> Sequence[float]:
    """Return what the meaning of each sentence counts, in the unit of words' weights.

    Args:
        question: The question's vector, shape ``(dimension,)``.
        sentences: Those of the sentences, shape ``(n, dimension)``.
        total: What all words of the query together count.
    """
    return [WEIGHT * (total or 1.0) * float(cosine) for cosine in sentences @ question]
