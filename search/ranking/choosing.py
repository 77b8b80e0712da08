"""Which of the candidates are shown: one version of a work, not all from one document."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.ranking.diversity import PENALTY, diversify, spread
from beleidszoeker.search.ranking.fusion import Fused
from beleidszoeker.search.ranking.versions import surplus


class Picked(NamedTuple):
    """A passage that was chosen, not read yet.

    Attributes:
        key: The passage's key.
        document: Its document.
        score: Its fused score, less what diversity took away.
        dense: Its standardised score by meaning.
        lexical: Its standardised score by words.
        effects: What each part adds to the score, by its name.
        held: It holds a word of the query.
    """

    key: int
    document: str
    score: float
    dense: float
    lexical: float
    effects: tuple[tuple[str, float], ...] = ()
    held: bool = True


class Found(NamedTuple):
    """A passage that was chosen.

    Attributes:
        passage: The passage.
        picked: How it was chosen.
    """

    passage: PassageRecord
    picked: Picked


def choose(
    fused: Fused,
    owners: Mapping[int, str],
    works: Mapping[str, tuple[str, int]],
    count: int,
    *,
    diverse: bool,
) -> list[Picked]:
    """Choose among the candidates; those of a document that was removed meanwhile are left out.

    Args:
        fused: The candidates, best first.
        owners: The document of each candidate; one that is missing was removed.
        works: Work and place in it of documents that have other versions.
        count: How many are wanted.
        diverse: Show several documents, and one version of each work.
    """
    fused = fused.part([place for place, key in enumerate(fused.keys.tolist()) if key in owners])
    documents = [owners[key] for key in fused.keys.tolist()]
    if diverse and (out := surplus(fused.scores.tolist(), documents, works)):
        fused = fused.part([place for place, document in enumerate(documents) if document not in out])
        documents = [document for document in documents if document not in out]
    choices = diversify(fused.scores.tolist(), documents, len(documents), penalty=PENALTY if diverse else 0.0)
    shown = spread(choices, documents, count)
    best = fused.part([choice.place for choice in shown])
    return _picked(best, [documents[choice.place] for choice in shown], [choice.score for choice in shown])


def read(reader: LibraryReader, picks: Sequence[Picked]) -> list[Found]:
    """Return these passages in full; one whose document was removed meanwhile is left out."""
    records = reader.passages([pick.key for pick in picks])
    return [Found(records[pick.key], pick) for pick in picks if pick.key in records]


def _picked(fused: Fused, documents: Sequence[str], scores: Sequence[float]) -> list[Picked]:
    effects = fused.effects | {"diversity": np.array(scores) - fused.scores}
    told = zip(
        *([(name, value) for value in effect.tolist()] for name, effect in effects.items()), strict=True
    )
    dense, lexical, held = fused.dense.tolist(), fused.lexical.tolist(), fused.held.tolist()
    columns = zip(fused.keys.tolist(), documents, scores, dense, lexical, told, held, strict=True)
    return [Picked(*row) for row in columns]
