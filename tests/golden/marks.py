"""Queries with the sentences that answer them, marked in real documents by place and digest, never by text.

A mark is a span of a document's canonical text, so it moves when the parser changes. Its digest tells whether
the marked words still stand there, and finds them again where they moved; see ``relocate``.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILES = {"first": "own_queries.json", "second": "own_queries_second.json"}
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One sentence, or two that follow each other, that answer a query in full.

    Attributes:
        path: The file, below the folder of shared documents.
        document_id: Its id in a library: it depends on the file's bytes alone.
        start: First character in the canonical text.
        end: One past the last.
        words: How many words it holds.
        digest: Of these words; see ``digest``.
    """

    path: str
    document_id: str
    start: int
    end: int
    words: int
    digest: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A query with its answers.

    Attributes:
        query: As a researcher would ask it, written before it was searched for.
        marks: Where it is answered, each place by itself enough.
        without_words: Whether it shared no content word with any marked passage when it was written.
    """

    query: str
    marks: tuple[Mark, ...]
    without_words: bool


def own_queries(name: str = "first") -> tuple[Marked, ...]:
    """Read the queries of a set, in the order in which they were written.

    The ``second`` was written by somebody who knew neither the first nor the thesaurus, which was there.
    """
    read = json.loads(Path(__file__).with_name(_FILES[name]).read_text(encoding="utf-8"))
    ids: dict[str, str] = read["documents"]
    return tuple(
        Marked(
            query["query"],
            tuple(_mark(mark, ids) for mark in query["marks"]),
            query["vocabulary"] == "none",
        )
        for query in read["queries"]
    )


def digest(text: str) -> str:
    """Return the digest of a text's words, whatever white space stands between them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGITS]


def relocate(mark: Mark, text: str) -> tuple[int, int] | None:
    """Find the marked words in a text: where they were, else the first place that has them, else ``None``."""
    if digest(text[mark.start : mark.end]) == mark.digest:
        return mark.start, mark.end
    spans, position = [], 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        spans.append((start, position))
    for first in range(len(spans) - mark.words + 1):
        start, end = spans[first][0], spans[first + mark.words - 1][1]
        if digest(text[start:end]) == mark.digest:
            return start, end
    return None


def _mark(read: dict[str, Any], ids: dict[str, str]) -> Mark:
    start, end = read["span"]
    return Mark(read["document"], ids[read["document"]], start, end, read["words"], read["digest"])
