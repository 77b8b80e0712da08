"""Test collections in BEIR's layout (Thakur et al. 2021): ``corpus.jsonl``, ``queries.jsonl``, ``qrels.tsv``."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleidszoeker.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, questions, and which text answers which question.

    Attributes:
        texts: Id → (title, text).
        queries: Id → question.
        judgements: Query id → text id → relevance.
    """

    texts: dict[str, tuple[str, str]]
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]


def read_collection(folder: Path) -> Collection:
    """Read a collection; ``qrels.tsv`` may also stand as ``qrels/test.tsv``.

    Raises:
        ConfigurationError: A file is missing or a line cannot be read; the message names both.
    """
    texts = {str(row["_id"]): (str(row.get("title") or ""), str(row["text"])) for row in _rows(folder / "corpus.jsonl")}
    queries = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
    qrels = next((p for p in (folder / "qrels.tsv", folder / "qrels" / "test.tsv") if p.is_file()), folder / "qrels.tsv")
    judgements: dict[str, dict[str, int]] = {}
    for query, text, relevance in _judgements(qrels):
        judgements.setdefault(query, {})[text] = relevance
    return Collection(texts, {query: queries[query] for query in judgements if query in queries}, judgements)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(path), start=1):
        try:
            row = json.loads(line)
            if "_id" not in row or "text" not in row:
                raise ValueError
        except (ValueError, TypeError) as error:
            raise ConfigurationError(f"Regel {number} van {path} is geen BEIR-regel met _id en text.") from error
        yield row


def _judgements(path: Path) -> Iterator[tuple[str, str, int]]:
    for number, row in enumerate(csv.reader(_lines(path), delimiter="\t"), start=1):
        if number == 1 and not row[-1].isdigit():
            continue
        try:
            query, text, relevance = row
            yield query, text, int(relevance)
        except ValueError as error:
            raise ConfigurationError(f"Regel {number} van {path} is geen oordeel: vraag, tekst, getal.") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            yield from (line for line in stream if line.strip())
    except OSError as error:
        raise ConfigurationError(
            f"{path} kan niet worden gelezen.", advice="Een BEIR-map bevat corpus.jsonl, queries.jsonl en qrels.tsv."
        ) from error
