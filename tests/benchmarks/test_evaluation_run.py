"""A whole evaluation on the small sets: ours is the engine, and the report tells what came of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.support import CountingEmbedder

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.measuring.evaluation import collection_library, evaluate_folder
from beleidszoeker.search.ranking.retrieval import Mode
from benchmarks.evaluation.__main__ import main
from benchmarks.evaluation.ablations import ABLATIONS, Ablation
from benchmarks.evaluation.bm25 import DOCUMENTED
from benchmarks.evaluation.history import END, record, row
from benchmarks.evaluation.measures import NAMES, NDCG, Bootstrap, Difference, measure
from benchmarks.evaluation.ours import Ours, Variant
from benchmarks.evaluation.report import as_json, page, shown
from benchmarks.evaluation.sets import TestSet, deal
from benchmarks.evaluation.systems import BASELINES, BM25, DENSE, OURS, VARIANTS, Outcome, evaluate
from benchmarks.evaluation.vectors import KeptVectors
from benchmarks.evaluation.verdict import Gain, costs, gains, verdicts

_AS_ASKED = next(each for each in ABLATIONS if each.name == "other wordings")


@pytest.fixture(scope="module")
def ours(sets: list[TestSet]) -> Iterator[Ours]:
    with Ours(sets, HashingEmbedder()) as opened:
        yield opened


@pytest.fixture(scope="module")
def outcome(sets: list[TestSet], ours: Ours) -> Outcome:
    return evaluate(sets, ours, grid=[DOCUMENTED])


@pytest.mark.parametrize("mode", list(Mode))
def test_ours_is_what_the_engine_gives(sets: list[TestSet], ours: Ours, mode: Mode) -> None:
    """Without a map a run holds the engine's own ranking, scores and all."""
    runs = ours.run(Variant("", mode))
    embedder = HashingEmbedder()
    for one, run in zip(sets, runs, strict=True):
        with collection_library(one.collection, embedder, mapped=False) as (library, owners):
            engine = SearchEngine(library, embedder)
            for query in one.asked:
                ranked = engine.rank(one.collection.queries[query], 100, mode)
                assert [(owners[key], score) for key, score in ranked] == list(run[query].items())


def test_people_are_served_the_same(sets: list[TestSet], ours: Ours) -> None:
    """Asked as people ask, a run holds the documents in the order in which ``search`` gives them."""
    [_, run] = ours.run(Variant("", Mode.HYBRID, served=True))
    embedder, one = HashingEmbedder(), sets[1]
    with collection_library(one.collection, embedder, mapped=False) as (library, owners):
        documents = library.reader.owners(list(owners))
        texts = {documents[key]: text for key, text in owners.items()}
        for query in one.asked:
            response = SearchEngine(library, embedder).search(one.collection.queries[query], count=100)
            served = [texts[result.citation.document_id] for result in response.results]
            assert served == sorted(run[query], key=run[query].__getitem__, reverse=True)


def test_the_means_are_those_of_evaluate(folder: Path, outcome: Outcome) -> None:
    """The table and ``beleidszoeker evaluate --without-map`` tell the same."""
    for place, name in enumerate(("antwoorden", "brieven")):
        told = evaluate_folder(folder / name, HashingEmbedder(), mapped=False)
        for mode, system in (("lexical", "ours: lexical"), ("hybrid", "ours: hybrid, no map")):
            means = outcome.figures[system][place].mean(axis=0)
            assert dict(zip(NAMES, means, strict=True)) == pytest.approx(told[mode], abs=1e-4)


def test_the_dense_baseline_is_the_engines_without_map(
    sets: list[TestSet], ours: Ours, outcome: Outcome
) -> None:
    """Worked out apart, the bare model gives what ours gives where no word is corrected or said otherwise."""
    bare = ours.run(Variant("bare", Mode.DENSE, without=_AS_ASKED))
    assert np.allclose(outcome.figures[DENSE][0], measure(sets[0], bare[0]))


def test_a_question_is_asked_with_the_map_of_its_fold(sets: list[TestSet], ours: Ours) -> None:
    """The engine, published with the map of a question's fold, ranks as the run does."""
    run = ours.run(Variant("", Mode.DENSE, mapped=True, without=_AS_ASKED))[0]
    queries, passages, owners = ours.vectors(0)
    for vector, query in zip(queries, sets[0].asked, strict=True):
        linear = ours.maps()[deal(sets, 5)[0][query]]
        stored = type(linear).from_bytes(linear.to_bytes())
        cosines = stored.apply(passages) @ stored.apply(vector)
        order = np.argsort(-cosines, kind="stable")
        assert list(run[query]) == [owners[place] for place in order]


def test_a_map_never_learns_from_the_fold_that_it_is_tested_on(sets: list[TestSet], ours: Ours) -> None:
    """Other questions in a fold leave the map of that fold as it was, and change the maps of the others."""
    fold_of = deal(sets, 5)[0]
    changed = {query: "iets geheel anders" for query, fold in fold_of.items() if fold == 0}
    assert changed
    collection = replace(sets[0].collection, queries=sets[0].collection.queries | changed)
    with Ours([replace(sets[0], collection=collection), sets[1]], HashingEmbedder()) as other:
        pairs = list(zip(ours.maps(), other.maps(), strict=True))
    same = [np.allclose(before.matrix, after.matrix, atol=1e-4) for before, after in pairs]
    assert same == [True, False, False, False, False]


def test_every_ablation_takes_something_out(outcome: Outcome) -> None:
    """Each part in the table is where the table says: without it the ranking differs."""
    assert outcome.idle == ()
    assert {variant.name for variant in VARIANTS} <= outcome.figures.keys()


def test_a_part_that_moved_is_an_error() -> None:
    """A name that is gone is told by name, and what was replaced before it is put back."""
    from beleidszoeker.search.ranking import retrieval  # noqa: PLC0415 - looked at as a module

    real = vars(retrieval)["fuse"]
    moved = Ablation("iets", {f"search.ranking.retrieval:{name}": None for name in ("fuse", "verdwenen")})
    with pytest.raises(ConfigurationError, match="verdwenen"), moved.applied():
        pytest.fail("it may not run")
    assert vars(retrieval)["fuse"] is real


def gain(system: str, place: str, low: float, recall: float) -> Gain:
    """Make a gain of 0.1 in nDCG@10."""
    return Gain(system, place, Difference(0.1, low, 0.2), Difference(recall, -0.1, 0.1))


@pytest.mark.parametrize(
    ("found", "met"),
    [
        (gain(BM25, "mean", 0.01, 0.0), [True, True, True]),
        (gain(BM25, "mean", 0.0, 0.0), [True, False, True]),
        (gain(DENSE, "mean", 0.01, 0.0), [False, True, True]),
        (gain(BM25, "brieven", 0.01, -0.001), [True, False]),
    ],
)
def test_verdicts(found: Gain, met: list[bool]) -> None:
    """Met are a gain that is large enough, an interval above zero, and a recall that is no lower."""
    assert [verdict.met for verdict in verdicts([found])] == met


def test_the_page_and_the_json_tell_the_same(sets: list[TestSet], outcome: Outcome) -> None:
    """Every system has its row and every baseline its differences, in both."""
    bootstrap = Bootstrap(sets)
    found = gains(outcome, bootstrap), costs(outcome, bootstrap)
    text = page(outcome, *found, verdicts(found[0]))
    data = json.loads(json.dumps(as_json(outcome, *found, verdicts(found[0]))))
    for system, figures in data["systems"].items():
        [line] = [line for line in text.splitlines() if line.startswith((f"{system}  ", f"{system} *"))]
        assert f"{figures['mean']['nDCG@10']:.4f}" == line.split()[-1]
    assert [(one["system"], one["place"]) for one in data["against"]] == [
        (system, place) for system in BASELINES for place in ("mean", "antwoorden", "brieven")
    ]
    assert text.splitlines()[-1].startswith("Verdict: ")
    assert data["sets"][1] == {"name": "brieven", "texts": 10, "questions": 10, "asked": 10, "documents": 5}


def test_only_what_is_wanted_is_run(sets: list[TestSet], ours: Ours) -> None:
    """The baselines and the whole of ours are always there; of the variants those that were asked for."""
    few = evaluate(sets, ours, only=["lexical"], grid=[])
    assert "ours: lexical" in few.figures
    assert OURS in few.figures
    assert not {"ours: dense, no map", "– without stems"} & few.figures.keys()


def test_a_line_of_the_history(sets: list[TestSet], outcome: Outcome, tmp_path: Path) -> None:
    """A recorded run is the last row of the table, with as many cells as the head on the page has."""
    line = row(outcome, gains(outcome, Bootstrap(sets)), day="2026-01-31", commit="abc1234+")
    told = Path(__file__).parents[2] / "docs" / "evaluation.md"
    text = told.read_text(encoding="utf-8")
    head = next(each for each in text.splitlines() if each.startswith("| date |"))
    assert line.count("|") == head.count("|")
    copy = tmp_path / "evaluation.md"
    copy.write_text(text, encoding="utf-8")
    record(line, copy)
    assert copy.read_text(encoding="utf-8") == text.replace(END, f"{line}\n{END}")


def test_a_page_without_a_place_for_it_is_refused(tmp_path: Path) -> None:
    """A history is never put anywhere."""
    (tmp_path / "page.md").write_text("niets", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"page\.md"):
        record("| rij |", tmp_path / "page.md")


def test_vectors_are_kept_between_runs(tmp_path: Path) -> None:
    """The same text is embedded once; the vectors are the embedder's own."""
    texts, first = ["een dijk", "een brug", "een dijk"], CountingEmbedder()
    with KeptVectors(first, tmp_path) as kept:
        vectors = kept.encode_passages(texts)
    assert first.embedded == ["een dijk", "een brug"]
    again = CountingEmbedder()
    with KeptVectors(again, tmp_path) as kept:
        assert np.array_equal(kept.encode_passages([*texts, "een sluis"])[:3], vectors)
        assert kept.encode_queries([]).shape == (0, 64)
    assert again.embedded == ["een sluis"]
    assert np.array_equal(vectors, HashingEmbedder().encode_passages(texts))


def test_the_command(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It measures the folders that it is given, and says in a sentence when there is nothing in them."""
    monkeypatch.setenv("BELEIDSZOEKER_MODEL", "hashing")
    monkeypatch.setenv("BELEIDSZOEKER_CACHE", str(tmp_path))
    assert main([str(folder), "--sets", "brieven", "--only", "lexical", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sets"][0]["name"] == "brieven"
    assert main([str(tmp_path)]) == 1
    assert "Geen testverzamelingen gevonden" in capsys.readouterr().err
    assert main([str(folder), "--quick", "--record"]) == 1


def test_figures_are_shown_with_their_sign() -> None:
    """A difference is shown as its mean and its interval."""
    assert shown(Difference(0.1234, -0.02, 0.2)) == "+0.123 [-0.020, +0.200]"


def test_the_mean_over_sets(outcome: Outcome) -> None:
    """The mean of a system is that of its means."""
    each = [figures[:, NDCG].mean() for figures in outcome.figures[OURS]]
    assert outcome.mean(OURS) == pytest.approx(sum(each) / 2)
