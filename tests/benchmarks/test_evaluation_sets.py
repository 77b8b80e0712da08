"""Finding the sets, and keeping what hangs together together."""

from dataclasses import replace
from pathlib import Path

import pytest

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.search.measuring.beir import Collection
from benchmarks.evaluation.sets import TestSet, deal, document_groups, find_sets


def test_a_folder_is_a_set_or_holds_sets(folder: Path) -> None:
    """Sets are found by their corpus file, in a folder or one below it, and can be chosen by name."""
    assert [one.name for one in find_sets([folder])] == ["antwoorden", "brieven"]
    assert [one.name for one in find_sets([folder / "brieven", folder / "antwoorden"])] == [
        "brieven",
        "antwoorden",
    ]
    assert [one.name for one in find_sets([folder], only=["brieven"])] == ["brieven"]


@pytest.mark.parametrize("only", [(), ("onbekend",)])
def test_no_sets_is_an_error_with_advice(tmp_path: Path, only: tuple[str, ...]) -> None:
    """Where there is nothing to measure the message names the place, and the advice what belongs there."""
    with pytest.raises(ConfigurationError) as caught:
        find_sets([tmp_path / "weg"], only=only)
    assert str(tmp_path / "weg") in caught.value.message
    assert "qrels.tsv" in caught.value.advice


def test_folds_never_split_a_document(sets: list[TestSet]) -> None:
    """All questions of one letter are in one fold, and every fold has its share of the letters."""
    letters = sets[1]
    fold_of = deal(sets, 5)[1]
    titles = {query: letters.collection.texts[query.removeprefix("q-")][0] for query in letters.asked}
    folds = {
        title: {fold_of[query] for query in letters.asked if titles[query] == title}
        for title in titles.values()
    }
    assert all(len(found) == 1 for found in folds.values())
    assert len(set.union(*folds.values())) == 5


def test_a_shared_answer_is_a_shared_document() -> None:
    """Questions with a relevant text in common hang together, through any number of others."""
    texts = {
        "t1": ("", "een"),
        "t2": ("", "twee"),
        "t3": ("Brief", "drie"),
        "t4": ("Brief", "vier"),
        "t5": ("", "5"),
    }
    queries = dict.fromkeys(["q1", "q2", "q3", "q4", "q5"], "vraag")
    judgements = {
        "q1": {"t1": 1},
        "q2": {"t1": 1, "t2": 1},
        "q3": {"t2": 1, "t3": 1, "t5": 0},
        "q4": {"t4": 1},
        "q5": {"t5": 1},
    }
    groups = document_groups(Collection(texts, queries, judgements))
    assert len({groups[query] for query in ("q1", "q2", "q3", "q4")}) == 1
    assert groups["q5"] != groups["q1"]


def test_a_sample_is_always_the_same(sets: list[TestSet]) -> None:
    """A quick run asks the same questions each time; the rest of the set stays."""
    assert sets[1].sample(4) == sets[1].sample(4)
    assert len(sets[1].sample(4).asked) == 4
    assert sets[1].sample(1000) == replace(sets[1], asked=tuple(sorted(sets[1].asked)))
