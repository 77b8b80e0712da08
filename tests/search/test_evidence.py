"""The rest of a document speaks for its passages."""

import numpy as np
import pytest

from beleidszoeker.index.base import Hits
from beleidszoeker.search.ranking.evidence import SHARE, with_evidence
from beleidszoeker.search.ranking.fusion import Candidates, Fused, Weights, fuse

OWNERS = {1: "a", 2: "b", 3: "a", 4: "c"}


def fused(*cosines: float) -> Fused:
    keys = np.arange(1, len(cosines) + 1, dtype=np.int64)
    near = np.array(cosines, dtype=np.float32)
    nothing = Hits(np.empty(0, np.int64), np.empty(0, np.float32))
    return fuse(Candidates(keys, near, near, nothing), Weights(1.0, 0.0))


def test_a_passage_of_the_right_document_passes_one_of_another() -> None:
    """Of two nearly equal passages the one whose document holds the best answer comes first."""
    before = fused(0.9, 0.51, 0.5, 0.1)
    assert before.keys.tolist() == [1, 2, 3, 4]
    assert with_evidence(before, OWNERS).keys.tolist() == [1, 3, 2, 4]


def test_the_best_passage_of_each_document_keeps_its_lead() -> None:
    """Within a document nothing changes places."""
    found = with_evidence(fused(0.2, 0.3, 0.9, 0.8), OWNERS).keys.tolist()
    assert found.index(3) < found.index(1)


def test_what_it_adds_is_told() -> None:
    """The effect stands beside the others, and they still add up to the score."""
    found = with_evidence(fused(0.9, 0.5, 0.4, 0.1), OWNERS)
    assert np.sum(list(found.effects.values()), axis=0) == pytest.approx(found.scores, abs=1e-6)
    best = float(found.effects["meaning"][0])
    assert found.effects["document"][0] == pytest.approx(SHARE * best, abs=1e-6)


def test_a_removed_passage_gains_nothing() -> None:
    """Its document is not known any more."""
    found = with_evidence(fused(0.9, 0.5), {2: "b"})
    assert found.effects["document"][found.keys.tolist().index(1)] == 0.0
    assert len(with_evidence(fused(), {}).keys) == 0
