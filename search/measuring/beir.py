"""Test collections in BEIR's layout (Thakur et al. 2021): corpus, queries and judgements in three files."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleidszoeker.errors import ConfigurationError

_LAYOUT = "Een BEIR-map bevat corpus.jsonl, queries.jsonl en qrels.tsv."


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, questions, and which text answers which question.

    Attributes:
        texts: Id → (title, text).
        queries: Id → question; only those that were judged.
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
    corpus, questions = folder / "corpus.jsonl", folder / "queries.jsonl"
    texts = {str(row["_id"]): (str(row.get("title") or ""), str(row["text"])) for row in _rows(corpus)}
    queries = {str(row["_id"]): str(row["text"]) for row in _rows(questions)}
    judgements: dict[str, dict[str, int]] = {}
    for query, text, relevance in _judgements(_qrels(folder)):
        judgements.setdefault(query, {})[text] = relevance
    return Collection(texts, {query: queries[query] for query in judgements if query in queries}, judgements)


def _qrels(folder: Path) -> Path:
    plain, nested = folder / "qrels.tsv", folder / "qrels" / "test.tsv"
    return nested if nested.is_file() and not plain.is_file() else plain


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in _lines(path):
        row = _parsed(line)
        if not isinstance(row, dict) or not {"_id", "text"} <= row.keys():
            raise ConfigurationError(f"Regel {number} van {path} is geen BEIR-regel met _id en text.")
        yield row


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _judgements(path: Path) -> Iterator[tuple[str, str, int]]:
    for number, line in _lines(path):
        row = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        try:
            query, text, relevance = row
            judgement = query, text, int(relevance)
        except ValueError as error:
            if number == 1:  # the names of the columns
                continue
            wrong = f"Regel {number} van {path} is geen oordeel: vraag, tekst, getal."
            raise ConfigurationError(wrong) from error
        yield judgement


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank with their number, from 1."""
    try:
        with path.open(encoding="utf-8") as stream:
            yield from ((number, line) for number, line in enumerate(stream, start=1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} kan niet worden gelezen.", advice=_LAYOUT) from error
