"""Measuring on a collection whose answers are known, with measures worked out by hand."""

import json
import math
from pathlib import Path

import pytest

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.measuring.beir import read_collection
from beleidszoeker.search.measuring.evaluation import evaluate_folder

TEXTS = {
    "t1": ("Water", "De dijken langs de rivier worden verhoogd."),
    "t2": ("", "De rivier is bevaarbaar voor schepen, dijken of niet."),
    "t3": ("Bodem", "Het veen daalt door ontwatering."),
    "t4": ("Leeg", "  "),
}
QUERIES = {"q1": "veen ontwatering", "q2": "schepen", "q3": "sterrenkunde", "q4": "niet beoordeeld"}
QRELS = [("q1", "t3", 1), ("q2", "t1", 1), ("q2", "t2", 2), ("q3", "t1", 1)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = [{"_id": name, "title": title, "text": text} for name, (title, text) in TEXTS.items()]
    queries = [{"_id": name, "text": text} for name, text in QUERIES.items()]
    for name, rows in (("corpus", texts), ("queries", queries)):
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines + "\n", encoding="utf-8")
    lines = "\n".join(f"{query}\t{text}\t{relevance}" for query, text, relevance in QRELS)
    (tmp_path / "qrels.tsv").write_text(f"query-id\tcorpus-id\tscore\n{lines}\n", encoding="utf-8")
    return tmp_path


def test_measures_by_hand(folder: Path) -> None:
    """By words: q1 finds its only text, q2 one of two, the better one, q3 none."""
    measured = evaluate_folder(folder, HashingEmbedder())
    gain = 2 / math.log2(2)
    ideal = gain + 1 / math.log2(3)
    assert list(measured) == ["lexical", "dense", "hybrid"]
    assert measured["lexical"] == {
        "nDCG@10": round((1 + gain / ideal + 0) / 3, 4),
        "MRR@10": round((1 + 1 + 0) / 3, 4),
        "R@10": round((1 + 0.5 + 0) / 3, 4),
        "R@100": round((1 + 0.5 + 0) / 3, 4),
    }
    assert measured["dense"]["R@10"] == measured["hybrid"]["R@100"] == 1.0


def test_a_text_counts_once(folder: Path) -> None:
    """A text of many passages scores as its best one and takes one place."""
    long = {"_id": "t9", "title": "Lang", "text": "\n\n".join(["De rivier en de schepen. " * 20] * 10)}
    with (folder / "corpus.jsonl").open("a", encoding="utf-8") as corpus:
        corpus.write(json.dumps(long) + "\n")
    assert evaluate_folder(folder, HashingEmbedder())["lexical"]["MRR@10"] == round((1 + 0.5 + 0) / 3, 4)


def test_only_judged_queries_count(folder: Path) -> None:
    """A query without a judgement is not asked; a judgement of an unknown query is passed over."""
    with (folder / "qrels.tsv").open("a", encoding="utf-8") as qrels:
        qrels.write("q99\tt1\t1\n")
    collection = read_collection(folder)
    assert list(collection.queries) == ["q1", "q2", "q3"]
    assert collection.judgements["q2"] == {"t1": 1, "t2": 2}


def test_judgements_may_stand_in_a_folder(folder: Path) -> None:
    """BEIR's own layout has ``qrels/test.tsv``."""
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").rename(folder / "qrels" / "test.tsv")
    assert len(read_collection(folder).judgements) == 3


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("corpus.jsonl", "{"),
        ("corpus.jsonl", "[1, 2]"),
        ("corpus.jsonl", '"_id text"'),
        ("corpus.jsonl", '{"_id": "x"}'),
        ("queries.jsonl", "niets"),
        ("qrels.tsv", "q1\tt1"),
        ("qrels.tsv", "q1\tt1\tveel"),
        ("qrels.tsv", "q1 t1 1"),
    ],
)
def test_a_bad_line_is_named(folder: Path, name: str, line: str) -> None:
    """The error tells the file and the number of the line, blank lines counted."""
    path = folder / name
    number = len(path.read_text(encoding="utf-8").splitlines()) + 2
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    with pytest.raises(ConfigurationError) as caught:
        read_collection(folder)
    assert caught.value.message.startswith(f"Regel {number} van {path}")


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_or_garbled_file_is_named(folder: Path, name: str) -> None:
    """The error tells which file, and what belongs in the folder."""
    (folder / name).write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(ConfigurationError, match=name):
        read_collection(folder)
    (folder / name).unlink()
    with pytest.raises(ConfigurationError, match=name) as caught:
        read_collection(folder)
    assert "BEIR-map" in caught.value.advice
