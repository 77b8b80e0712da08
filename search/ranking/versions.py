"""Of each work one version in an answer: the preferred one, unless another answers clearly better."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

PREFERENCE = 0.5
"""What the preferred version is given over the others, in units of the fused score.

Two versions share nearly all passages, so their best ones score alike; only a passage that the preferred
version lacks is so much better.
"""


def surplus(
    scores: Sequence[float], documents: Sequence[str], works: Mapping[str, tuple[str, int]]
) -> set[str]:
    """Return the documents to leave out: versions of a work that another version stands for.

    Args:
        scores: Fused score of each candidate.
        documents: The document of each.
        works: Work and place in it, 0 for the preferred version, of documents that have other versions.
    """
    best: dict[str, float] = {}
    for score, document in zip(scores, documents, strict=True):
        if document in works:
            place = works[document][1]
            best[document] = max(best.get(document, -1e9), score + (0.0 if place else PREFERENCE))
    versions: dict[str, list[str]] = defaultdict(list)
    for document in best:
        versions[works[document][0]].append(document)
    shown = {max(found, key=lambda one: (best[one], -works[one][1])) for found in versions.values()}
    return set(best) - shown
