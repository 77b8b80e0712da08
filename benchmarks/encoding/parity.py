"""How far vectors and the ten best passages are those of the reference, on a test set in the form of BEIR."""

import json
from collections.abc import Mapping
from pathlib import Path

from encoding.likeness import cosines, ranking, unit
from encoding.runtimes import QUERIES, REFERENCE, Way

_PASSAGES, _QUESTIONS = 500, 400


def parity(folder: Path, ways: Mapping[str, Way]) -> dict[str, dict[str, float]]:
    """Compare each way of embedding passages, with the questions as production embeds them.

    Args:
        folder: It holds ``corpus.jsonl`` and ``queries.jsonl``; the first 500 and 400 rows are taken.
        ways: The reference among them.
    """
    corpus, queries = _rows(folder / "corpus.jsonl", _PASSAGES), _rows(folder / "queries.jsonl", _QUESTIONS)
    passages = [f"{row.get('title', '')}\n{row['text']}".strip() for row in corpus]
    questions = [row["text"] for row in queries]
    expected, asked = ways[REFERENCE].passages(passages), ways[REFERENCE].questions(questions)
    near = ways[QUERIES].questions(questions)
    return {
        name: cosines(found, expected) | ranking(near @ unit(found).T, asked @ expected.T)
        for name, found in ((name, way.passages(passages)) for name, way in ways.items())
    }


def _rows(path: Path, count: int) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:count]]
