"""Measures, intervals and baselines against figures worked out by hand."""

import math

import numpy as np
import pytest

from beleidszoeker.search.measuring.beir import Collection
from benchmarks.evaluation.baselines import Dense, rrf
from benchmarks.evaluation.bm25 import DOCUMENTED, Bm25, Bm25Choice, best_choice
from benchmarks.evaluation.measures import NAMES, NDCG, RECALL, Bootstrap, Figures, measure
from benchmarks.evaluation.sets import TestSet, document_groups


def made(texts: dict[str, str], questions: dict[str, tuple[str, str]], *, title: str = "") -> TestSet:
    """Make a set: each question with its text."""
    collection = Collection(
        {name: (title and f"{title} {name[0]}", text) for name, text in texts.items()},
        {name: question for name, (question, _) in questions.items()},
        {name: {text: 1} for name, (_, text) in questions.items()},
    )
    return TestSet("made", collection, tuple(questions), document_groups(collection))


def columns(values: list[float]) -> Figures:
    """Make figures with the same values for every measure."""
    return np.tile(np.array(values)[:, None], (1, len(NAMES)))


def numbered(count: int, *, letters: str = "") -> TestSet:
    """Make a set of so many questions; those of one letter are one document."""
    names = [f"{letters[number % len(letters)] if letters else 't'}{number}" for number in range(count)]
    texts = dict.fromkeys(names, "tekst")
    return made(texts, {f"q{name}": ("vraag", name) for name in names}, title="Brief" if letters else "")


def test_measures_question_by_question() -> None:
    """A right answer in third place, one beyond ten, and one that is missing."""
    one = numbered(3)
    others = {f"x{number}": 1 - number / 100 for number in range(20)}
    run = {"qt0": {"x1": 3.0, "x2": 2.0, "t0": 1.0}, "qt1": others | {"t1": 0.1}, "qt2": {}}
    found = measure(one, run)
    assert found[:, NDCG].tolist() == [pytest.approx(1 / math.log2(4)), 0, 0]
    assert found[:, RECALL].tolist() == [1, 0, 0]
    assert found[:, NAMES.index("R@100")].tolist() == [1, 1, 0]
    assert found[:, NAMES.index("MRR@10")].tolist() == [pytest.approx(1 / 3), 0, 0]


def test_the_interval_is_that_of_the_normal_approximation() -> None:
    """For many independent questions it is the mean and 1.96 standard errors on either side."""
    random = np.random.default_rng(1)
    values = random.normal(0.05, 0.3, size=900)
    found = Bootstrap([numbered(900)]).difference([columns(values.tolist())], [columns([0.0] * 900)], NDCG)
    error = values.std() / math.sqrt(900)
    assert found.mean == pytest.approx(values.mean())
    assert found.low == pytest.approx(values.mean() - 1.96 * error, abs=0.1 * error)
    assert found.high == pytest.approx(values.mean() + 1.96 * error, abs=0.1 * error)


def test_questions_of_one_document_are_drawn_together() -> None:
    """When all questions of a letter fare alike, many of them tell no more than the letter does."""
    values = [1.0 if number % 4 == 0 else 0.0 for number in range(400)]
    left, right = [columns(values)], [columns([0.0] * 400)]
    apart = Bootstrap([numbered(400)]).difference(left, right, NDCG)
    together = Bootstrap([numbered(400, letters="abcd")]).difference(left, right, NDCG)
    assert apart.low > 0.2
    assert (together.low, together.high) == (0.0, 0.75)


def test_the_mean_of_two_sets_weighs_them_alike() -> None:
    """A large set counts no more than a small one."""
    sets = [numbered(10), numbered(90)]
    zeros = [columns([0.0] * 10), columns([0.0] * 90)]
    found = Bootstrap(sets).difference([columns([1.0] * 10), zeros[1]], zeros, NDCG)
    assert found == (0.5, 0.5, 0.5)


def test_an_equal_system_is_not_better() -> None:
    """The difference of a system with itself is nothing, surely."""
    same = [columns([0.2, 0.9, 0.4])]
    assert Bootstrap([numbered(3)]).difference(same, same, RECALL) == (0, 0, 0)


def test_rrf_on_a_table() -> None:
    """Scores are sums of 1 / (60 + rank); what only one side found counts once."""
    words = {"q": {"a": 9.0, "b": 5.0, "c": 1.0}, "q2": {"a": 1.0}}
    meaning = {"q": {"c": 0.9, "a": 0.8, "d": 0.7}}
    found = rrf([words, meaning])
    expected = {"a": 1 / 61 + 1 / 62, "b": 1 / 62, "c": 1 / 63 + 1 / 61, "d": 1 / 63}
    assert found["q"] == pytest.approx(expected)
    assert found["q2"] == {"a": 1 / 61}


def test_bm25_by_hand() -> None:
    """One term, Lucene's formula: idf × tf / (tf + k1 (1 - b + b × length / mean length))."""
    texts = {"t1": "wolf wolf bos", "t2": "wolf hert ree vos das", "t3": "bos ree vos das"}
    one = made(texts, {"q": ("Wolven? Nee, wolf!", "t1"), "leeg": ("?", "t2")})
    run = Bm25(one).run(Bm25Choice(k1=1.2, b=0.5, stemmer="dutch_porter", stopwords=False))
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    expected = {
        "t1": idf * 2 / (2 + 1.2 * (0.5 + 0.5 * 3 / 4)),
        "t2": idf * 1 / (1 + 1.2 * (0.5 + 0.5 * 5 / 4)),
    }
    assert run["q"] == pytest.approx(expected, rel=1e-5)
    assert run["leeg"] == {}


def test_bm25_leaves_out_dutch_stop_words_and_stems() -> None:
    """As documented: a question of stop words finds nothing, an inflected word finds its stem."""
    one = made({"t1": "de boeren van het land"}, {"q": ("boer", "t1"), "stop": ("van het de", "t1")})
    run = Bm25(one).run(DOCUMENTED)
    assert list(run["q"]) == ["t1"]
    assert run["stop"] == {}


def test_the_best_of_the_grid_is_taken() -> None:
    """Of the choices the one with the highest nDCG@10 is compared with."""
    one = made({"t1": "boeren", "t2": "de van het"}, {"q": ("de van het", "t2")})
    grid = [Bm25Choice(stopwords=True), Bm25Choice(stopwords=False)]
    assert best_choice([one], [Bm25(one)], grid) == grid[1]


def test_dense_takes_a_texts_best_passage() -> None:
    """A text of two passages scores as the nearer one, and takes one place."""
    one = numbered(2)
    passages = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    queries = np.array([[0, 1], [1, 0]], dtype=np.float32)
    run = Dense(one, queries, passages, ["t0", "t0", "t1"]).run()
    assert list(run["qt0"].items()) == [("t0", 1.0), ("t1", pytest.approx(0.8))]
    assert list(run["qt1"].items()) == [("t0", 1.0), ("t1", pytest.approx(0.6))]
