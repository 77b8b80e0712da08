"""Evidence from the rest of the document: a passage tells more where its document is about the question."""

from collections.abc import Mapping

import numpy as np

from beleidszoeker.search.ranking.fusion import Fused, with_effect

SHARE = 0.3
"""What the best passage of a document lends to its others; measured, see docs/retrieval.md."""


def with_evidence(fused: Fused, owners: Mapping[int, str]) -> Fused:
    """Return the candidates with what their documents add to them, best first again.

    Each gains a share of the best score in its document, itself included, so the best passage of a document
    stays its best.

    Args:
        fused: The candidates.
        owners: The document of each candidate; one that is missing was removed, and gains nothing.
    """
    best: dict[str, float] = {}
    documents = [owners.get(key, "") for key in fused.keys.tolist()]
    for document, score in zip(documents, fused.scores.tolist(), strict=True):
        best[document] = max(best.get(document, score), score)
    best[""] = 0.0
    lent = np.array([SHARE * best[document] for document in documents], dtype=np.float32)
    return with_effect(fused, "document", lent)
