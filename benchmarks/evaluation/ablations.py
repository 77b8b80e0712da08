"""What each part of ours brings: the same search with one part taken out.

A part is taken out by putting something simpler in its place for as long as a variant is built and asked. To
add one: a line in ``ABLATIONS`` that names the part as ``module:name`` and what stands in for it. A name that
is gone is an error, and a variant that ranks nothing differently is reported: none goes stale in silence.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.index.dutch import Analyser, CompoundSplitter
from beleidszoeker.search.query import Understood, wanted_terms
from beleidszoeker.search.query.related import Related
from beleidszoeker.search.ranking.fusion import Candidates, Fused, Scores, Weights, fuse
from beleidszoeker.search.ranking.weighing import weigh
from benchmarks.evaluation.baselines import RRF_K


@dataclass(frozen=True, slots=True)
class Ablation:
    """One part taken out.

    Attributes:
        name: What is done without.
        replaced: ``module:name`` → what stands in for it.
        titles: Whether the texts keep their titles.
    """

    name: str
    replaced: Mapping[str, Any] = field(default_factory=dict)
    titles: bool = True

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Put the simpler parts in place, and the real ones back.

        Raises:
            ConfigurationError: A part is no longer where the table says.
        """
        kept: list[tuple[Any, str, Any]] = []
        try:
            for place, simple in self.replaced.items():
                module, name = _found(place, self.name)
                kept.append((module, name, getattr(module, name)))
                setattr(module, name, simple)
            yield
        finally:
            for module, name, real in reversed(kept):
                setattr(module, name, real)


def _found(place: str, ablation: str) -> tuple[Any, str]:
    module_name, name = place.split(":")
    module = import_module(f"beleidszoeker.{module_name}")
    if not hasattr(module, name):
        raise ConfigurationError(
            f"Het onderdeel {place} van '{ablation}' bestaat niet meer.",
            advice="Pas de tabel in benchmarks/evaluation/ablations.py aan.",
        )
    return module, name


class _WholeWords(CompoundSplitter):
    def __init__(self) -> None:
        super().__init__()
        self.split = lambda _word: ()  # type: ignore[assignment]


def _without_splitting(*_vocabulary: Any) -> Analyser:
    return Analyser(_WholeWords())


def _as_typed(
    lexical: LexicalIndex, words: str, demands: object = (), *, literally: bool = False
) -> Understood:
    """Understand words as they stand: no abbreviations, spellings, corrections or other wordings."""
    del demands, literally
    return Understood(wanted_terms(lexical.analyser, words), words)


def _nothing_else(*asked: Any, **facts: Any) -> Related:
    """Add no other wordings."""
    del asked, facts
    return Related()


def _always_alike(*asked: Any, **facts: Any) -> Weights:
    """Weigh words alike for every query; sentences count as they do."""
    return Weights(sentences=weigh(*asked, **facts).sentences)


def _by_rank(found: Candidates, weights: Weights) -> Fused:
    """Join the sides by reciprocal ranks, with equal weights."""
    fused = fuse(found, weights)
    words = np.where(fused.lexical > fused.lexical.min(initial=0.0), _shares(fused.lexical, fused.keys), 0.0)
    scores = _shares(fused.dense, fused.keys) + words
    order = np.lexsort((fused.keys, -scores))
    return Fused(
        fused.keys[order],
        scores[order].astype(np.float32),
        fused.dense[order],
        fused.lexical[order],
        {name: effect[order] for name, effect in fused.effects.items()},
        fused.held[order],
    )


def _shares(scores: Scores, keys: NDArray[np.int64]) -> NDArray[np.float64]:
    ranks = np.empty(len(scores))
    ranks[np.lexsort((keys, -scores))] = np.arange(1, len(scores) + 1)
    return np.asarray(1 / (RRF_K + ranks), dtype=np.float64)


def _as_it_is(word: str) -> str:
    return word


NOTHING = Ablation("nothing")
ABLATIONS = (
    Ablation("nearest sentences", {"search.ranking.weighing:_SENTENCES": 0.0}),
    Ablation("the rest of the document", {"search.ranking.evidence:SHARE": 0.0}),
    Ablation("evidence of words", {"search.asking:weigh": _always_alike}),
    Ablation("compound parts", {"index.lexical:make_analyser": _without_splitting}),
    Ablation("stems", {"index.dutch.analyser:stem": _as_it_is}),
    Ablation("abbreviations, spellings, corrections, wordings", {"search.asking:understand": _as_typed}),
    Ablation("other wordings", {"search.query.expansion:related": _nothing_else}),
    Ablation("stop words", {"index.dutch.analyser:STOPWORDS": frozenset()}),
    Ablation("titles", titles=False),
    Ablation("scores (RRF of our two sides)", {"search.ranking.retrieval:fuse": _by_rank}),
)
