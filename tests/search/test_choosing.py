"""Choosing among candidates: fusion of meaning and words, and diversity of documents."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.base import Hits
from beleidszoeker.search.ranking.choosing import choose
from beleidszoeker.search.ranking.diversity import PLAIN, Choice, diversify, spread
from beleidszoeker.search.ranking.fusion import Candidates, Fused, Weights, fuse, standardise

HALF = Weights(dense=0.5, lexical=0.5)


def keys(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, dtype=np.int64)


def floats(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def fused_of(
    found: np.ndarray[tuple[int], np.dtype[np.int64]],
    cosines: np.ndarray[tuple[int], np.dtype[np.float32]],
    lexical: Hits,
    weights: Weights,
) -> Fused:
    nothing = np.full(len(found), -np.inf, dtype=np.float32)
    return fuse(Candidates(found, cosines, nothing, lexical), weights)


def test_no_candidates_give_nothing() -> None:
    """Without candidates the fusion is empty, with all its parts."""
    fused = fused_of(keys(), floats(), Hits(keys(), floats()), HALF)
    assert [len(part) for part in fused[:4]] == [0, 0, 0, 0]
    assert {name: len(effect) for name, effect in fused.effects.items()} == {
        "meaning": 0,
        "sentences": 0,
        "words": 0,
    }


def test_without_words_meaning_decides() -> None:
    """When no candidate holds a word of the query, the order is that of meaning."""
    fused = fused_of(keys(1, 2, 3), floats(0.7, 0.9, 0.8), Hits(keys(), floats()), HALF)
    assert fused.keys.tolist() == [2, 3, 1]
    assert fused.lexical.tolist() == [0, 0, 0]


def test_without_meaning_words_decide() -> None:
    """When all cosines are equal, the order is that of words; a candidate without a word comes last."""
    fused = fused_of(keys(1, 2, 3), floats(0.8, 0.8, 0.8), Hits(keys(3, 1), floats(9, 4)), HALF)
    assert fused.keys.tolist() == [3, 1, 2]
    assert fused.dense.tolist() == [0, 0, 0]


def test_equal_scores_come_in_order_of_key() -> None:
    """A tie is settled by the key, whatever the order of the candidates."""
    fused = fused_of(keys(9, 2, 5), floats(0.8, 0.8, 0.8), Hits(keys(), floats()), HALF)
    assert fused.keys.tolist() == [2, 5, 9]
    assert fused.scores.tolist() == [0, 0, 0]


def test_a_single_candidate_scores_nothing_special() -> None:
    """One candidate deviates from no mean."""
    fused = fused_of(keys(4), floats(0.8), Hits(keys(4), floats(7)), HALF)
    assert fused.keys.tolist() == [4]
    assert fused.scores.tolist() == [0]


def test_weights_count() -> None:
    """With all weight on one side, the other side does not matter."""
    dense, lexical = floats(0.9, 0.8, 0.7), Hits(keys(3), floats(5))
    assert fused_of(keys(1, 2, 3), dense, lexical, Weights(dense=1, lexical=0)).keys.tolist() == [1, 2, 3]
    assert fused_of(keys(1, 2, 3), dense, lexical, Weights(dense=0, lexical=1)).keys.tolist() == [3, 1, 2]


def test_hits_that_are_no_candidates_are_left_out() -> None:
    """Words of other passages than the candidates do not disturb."""
    fused = fused_of(keys(2, 4), floats(0.5, 0.6), Hits(keys(99, 2), floats(50, 5)), HALF)
    assert sorted(fused.keys.tolist()) == [2, 4]


def test_the_nearest_sentence_counts_within_meaning() -> None:
    """Of two passages equally near, the one with the nearer sentence comes first, if sentences count."""
    found = Candidates(keys(1, 2, 3), floats(0.8, 0.8, 0.2), floats(0.3, 0.9, 0.1), Hits(keys(), floats()))
    assert fuse(found, Weights(1.0, 0.0, 1.0)).keys.tolist() == [2, 1, 3]
    assert fuse(found, Weights(1.0, 0.0, 0.0)).keys.tolist() == [1, 2, 3]


def test_effects_add_up_to_the_score() -> None:
    """What each part adds is the whole score, and meaning is one standard deviation wide."""
    found = Candidates(
        keys(4, 8, 6, 2), floats(0.8, 0.5, 0.7, 0.1), floats(0.2, 0.9, -np.inf, 0.4), Hits(keys(8), floats(3))
    )
    fused = fuse(found, Weights(0.7, 0.3, 2.0))
    assert np.sum(list(fused.effects.values()), axis=0) == pytest.approx(fused.scores, abs=1e-6)
    assert float(fused.dense.std()) == pytest.approx(1.0, abs=1e-6)


def test_standard_scores() -> None:
    """They have mean zero and deviation one, and are zero where nothing differs."""
    found = standardise(floats(1, 2, 3, 10))
    assert found.mean() == pytest.approx(0, abs=1e-6)
    assert found.std() == pytest.approx(1, abs=1e-6)
    assert standardise(floats(4, 4)).tolist() == [0, 0]
    assert len(standardise(floats())) == 0


@pytest.mark.parametrize(
    ("scores", "documents", "count", "places"),
    [
        ([], [], 5, []),
        ([1.0, 0.9, 0.8], "abc", 5, [0, 1, 2]),
        ([1.0, 0.9, 0.8], "aab", 3, [0, 2, 1]),
        ([1.0, 0.9, 0.2], "aab", 3, [0, 1, 2]),
        ([1.0, 0.9, 0.8, 0.7], "aaab", 2, [0, 3]),
        ([1.0, 1.0, 1.0], "aaa", 2, [0, 1]),
        ([1.0, 0.75], "ab", 0, []),
        ([1.0, 1.0, 0.75], "aab", 3, [0, 1, 2]),
    ],
)
def test_no_document_fills_the_page(
    scores: list[float], documents: str, count: int, places: list[int]
) -> None:
    """A further passage of a document must be that much better than another's; ties keep their order."""
    chosen = diversify(scores, list(documents), count, penalty=0.25)
    assert [choice.place for choice in chosen] == places
    assert [choice.score for choice in chosen] == sorted((choice.score for choice in chosen), reverse=True)


def test_without_a_penalty_nothing_moves() -> None:
    """Within one document there is nothing to vary."""
    assert [choice.place for choice in diversify([3, 2, 1], ["a"] * 3, 3, penalty=0)] == [0, 1, 2]


def one_by_one(scores: list[float], documents: list[str], count: int) -> list[int]:
    """Choose as the definition says: each time the best of all that is left."""
    left, chosen = list(range(len(scores))), list[int]()
    while left and len(chosen) < count:
        seen = [documents[place] for place in chosen]
        best = max(left, key=lambda place: (scores[place] - 0.25 * seen.count(documents[place]), -place))
        left.remove(best)
        chosen.append(best)
    return chosen


@given(
    candidates=st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 12)), max_size=30),
    count=st.integers(0, 30),
)
def test_the_quick_way_chooses_the_same(candidates: list[tuple[str, int]], count: int) -> None:
    """Comparing the best of each document chooses what comparing everything would, ties included."""
    ranked = sorted(candidates, key=lambda each: -each[1])
    documents, scores = [each[0] for each in ranked], [each[1] / 8 for each in ranked]
    chosen = diversify(scores, documents, count, penalty=0.25)
    assert [choice.place for choice in chosen] == one_by_one(scores, documents, count)


@given(owners=st.lists(st.integers(0, 70), max_size=250), count=st.integers(1, 100))
def test_far_down_other_documents_come_first(owners: list[int], count: int) -> None:
    """The first fifty are the best; the rest keep their order and reach as many documents as they can."""
    documents = [str(owner) for owner in owners]
    choices = [Choice(place, -float(place)) for place in range(len(documents))]
    shown = [choice.place for choice in spread(choices, documents, count)]
    assert shown[:PLAIN] == list(range(min(PLAIN, count, len(documents))))
    assert shown == sorted(set(shown))
    assert len(shown) == min(count, len(documents))
    plain = len({documents[place] for place in shown[:PLAIN]})
    reached = len({documents[place] for place in shown})
    assert reached == min(len(set(documents)), plain + max(0, count - PLAIN))


def test_what_was_removed_and_other_versions_are_left_out() -> None:
    """A candidate without a document is gone; of a work one version is shown, where several may be."""
    found = fused_of(keys(1, 2, 3, 4), floats(0.9, 0.8, 0.7, 0.6), Hits(keys(), floats()), HALF)
    owners, works = {2: "final", 3: "concept", 4: "other"}, {"final": ("final", 0), "concept": ("final", 1)}
    shown = [pick.document for pick in choose(found, owners, works, 10, diverse=True)]
    assert shown == ["final", "other"]
    shown = [pick.document for pick in choose(found, owners, works, 10, diverse=False)]
    assert shown == ["final", "concept", "other"]


def test_what_was_chosen_tells_all_of_its_score() -> None:
    """Key, parts of the score and what diversity took away are the candidate's own; they add up."""
    found = fused_of(keys(5, 6, 7), floats(0.9, 0.8, 0.7), Hits(keys(6), floats(3)), HALF)
    picks = choose(found, {5: "a", 6: "a", 7: "b"}, {}, 10, diverse=True)
    assert sorted(pick.key for pick in picks) == [5, 6, 7]
    for pick in picks:
        place = found.keys.tolist().index(pick.key)
        effects = dict(pick.effects)
        assert sum(effects.values()) == pytest.approx(pick.score, abs=1e-6)
        assert effects["words"] == float(found.effects["words"][place])
        assert (pick.dense, pick.lexical) == (float(found.dense[place]), float(found.lexical[place]))
        assert pick.held == (pick.key == 6)
    assert [pick.score for pick in picks] == sorted((pick.score for pick in picks), reverse=True)
