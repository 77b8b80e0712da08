"""A second look at the best candidates, with a model that reads question and passage together.

After Nogueira & Cho 2019 (https://arxiv.org/abs/1901.04085). On a processor such a model takes seconds for
fifty passages, and none is embedded; so there is no second look unless a person asks for it.
"""

from collections.abc import Mapping

import numpy as np

from beleidszoeker.index.store import PassageRecord, embedded_text, heading_of
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.ranking.fusion import Fused, standardise, with_effect

LOOKED_AT = 50
SHARE = 1.0
"""Weight of the standardised score of reading; that of all else together is about one deviation wide too."""


def read_again(
    fused: Fused, question: str, records: Mapping[int, PassageRecord], reranker: Reranker
) -> Fused:
    """Return the candidates with what reading adds to the best of them, best first again.

    The others keep their order and stay behind those that were read.

    Args:
        fused: The candidates.
        question: What was asked.
        records: The best candidates by key; one that is missing was removed meanwhile.
        reranker: Reads.
    """
    keys = fused.keys[:LOOKED_AT].tolist()
    texts = [_text(records[key]) if key in records else "" for key in keys]
    read = SHARE * standardise(reranker.scores(question, texts))
    added = np.zeros_like(fused.scores)
    added[: len(keys)] = read - min(0.0, float(read.min(initial=0.0)))
    return with_effect(fused, "reading", added)


def _text(passage: PassageRecord) -> str:
    return embedded_text(heading_of(passage.title, passage.section), passage.text, passage.context)
