"""Pairs to learn from: questions with the passages that answer them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.library import Library
from beleidszoeker.search.beir import Collection

_QUESTION = re.compile(r"^Vraag\b([\d ,tenm/]*)")
_ANSWER = re.compile(r"^Antwoord\b(?: op vra(?:ag|gen))?([\d ,tenm/]*)")
_SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Pairs:
    """Questions, each with a passage that answers it.

    Attributes:
        queries: The questions.
        keys: Key of the passage that answers each, shape ``(n,)``, int64.
        groups: The document of each: pairs of one document are never split between learning and testing.
    """

    queries: tuple[str, ...]
    keys: NDArray[np.int64]
    groups: tuple[str, ...]


def pairs_from_collection(collection: Collection, owners: Mapping[int, str]) -> Pairs:
    """Return the pairs of a test collection; a text of several passages answers with its first.

    Args:
        collection: Its questions and judgements; texts of one title are one group.
        owners: Passage key → text id.
    """
    first: dict[str, int] = {}
    for key, text_id in sorted(owners.items()):
        first.setdefault(text_id, key)
    found = [
        (collection.queries[query], first[text], collection.texts[text][0] or text)
        for query, judged in collection.judgements.items()
        for text, relevance in judged.items()
        if relevance > 0 and query in collection.queries and text in first
    ]
    return _pairs(found)


def pairs_from_library(library: Library) -> Pairs:
    """Return the library's Kamervragen: the question *Vraag 2* with each passage of *Antwoord 2*."""
    questions: dict[tuple[str, str], str] = {}
    answers: list[tuple[str, str, int]] = []
    for text in library.reader.indexed_texts():
        heading = text.heading.rsplit(" — ", 1)[-1]
        for number in _numbers(_QUESTION.match(heading)):
            place = (text.document_id, number)
            questions[place] = f"{questions.get(place, '')} {text.text}".strip()
        answers += [(text.document_id, number, text.key) for number in _numbers(_ANSWER.match(heading))]
    found = [
        (questions[document, number], key, document)
        for document, number, key in answers
        if len(questions.get((document, number), "")) >= _SHORTEST
    ]
    return _pairs(found)


def _numbers(heading: re.Match[str] | None) -> Iterator[str]:
    """Yield the numbers of a heading such as *Vraag 3, 4 en 5* or *Antwoord 2 t/m 4*."""
    if heading is None:
        return
    span = re.search(r"(\d+)\s*(?:t/m|tot en met)\s*(\d+)", heading.group(1))
    if span:
        yield from map(str, range(int(span.group(1)), min(int(span.group(2)), int(span.group(1)) + 50) + 1))
    else:
        yield from re.findall(r"\d+", heading.group(1))


def _pairs(found: list[tuple[str, int, str]]) -> Pairs:
    return Pairs(
        queries=tuple(query for query, _, _ in found),
        keys=np.array([key for _, key, _ in found], dtype=np.int64),
        groups=tuple(group for _, _, group in found),
    )
