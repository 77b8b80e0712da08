"""Pairs to learn from: questions with the passages that answer them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.library import Library
from beleidszoeker.ingest.kamervragen.model import QuestionSet
from beleidszoeker.search.measuring.beir import Collection

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


def collection_from_library(library: Library) -> Collection:
    """Return the library's Kamervragen as a collection: each question, judged by the answer that it got.

    Not the library's own passages: there a question stands with its answer, and would find itself.
    """
    collection = Collection({}, {}, {})
    for document_id in library.reader.documents_with_questions():
        title = library.reader.document(document_id).title
        text = library.reader.parsed(document_id).text
        questions = library.reader.questions(document_id) or QuestionSet(())
        for place, exchange in enumerate(questions.exchanges):
            if exchange.answer and not exchange.defers:
                asked = [text[slice(*turn.span)] for turn in exchange.questions]
                answer = title, text[slice(*exchange.answer.span)]
                _judge(collection, f"{document_id}-{place}", asked, answer)
    return collection


def _judge(collection: Collection, name: str, asked: list[str], answer: tuple[str, str]) -> None:
    collection.texts[name] = answer
    for number, question in enumerate(asked):
        if len(question) >= _SHORTEST:
            collection.queries[f"{name}-{number}"] = question
            collection.judgements[f"{name}-{number}"] = {name: 1}


def _pairs(found: list[tuple[str, int, str]]) -> Pairs:
    return Pairs(
        queries=tuple(query for query, _, _ in found),
        keys=np.array([key for _, key, _ in found], dtype=np.int64),
        groups=tuple(group for _, _, group in found),
    )
