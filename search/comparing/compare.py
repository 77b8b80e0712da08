"""What two documents both say: passages that answer to each other, by meaning and by words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.comparing.likeness import Marked, cosines
from beleidszoeker.search.explaining.matching import QueryWords, explain
from beleidszoeker.search.quoting.citation import cite
from beleidszoeker.search.quoting.quotes import best_quotes
from beleidszoeker.search.result import Citation, Quote

ALIKE = 0.5
"""Least sum of both cosines; below it, pairs of documents on different subjects still find each other."""

_WORDS = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages that say the same.

    Attributes:
        passage_id: The passage.
        text: The literal passage.
        quotes: Its sentences that hold most of what both say.
        citation: Where it stands.
    """

    passage_id: str
    text: str
    quotes: tuple[Quote, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two passages that answer to each other: of all passages, each is the other's nearest.

    Attributes:
        score: Cosine by meaning and cosine by words added, 0 to 2.
        literal: Whether they share a whole sentence of at least eight words.
        terms: Words of the first that both hold, most telling first.
        first: The passage of the first document.
        second: The passage of the second.
    """

    score: float
    literal: bool
    terms: tuple[str, ...]
    first: Side
    second: Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two documents both say.

    Attributes:
        first: Id of the first document.
        second: Id of the second.
        agreements: Most alike first; none where they are about different things.
    """

    first: str
    second: str
    agreements: tuple[Agreement, ...]


class _Half(NamedTuple):
    passages: Sequence[PassageRecord]
    vectors: NDArray[np.float32]
    words: Sequence[Marked]


def compare(
    reader: LibraryReader, snapshot: Snapshot, first: str, second: str, *, count: int = 20
) -> Comparison:
    """Return what two documents both say.

    Args:
        reader: The library.
        snapshot: Its published snapshot: what is rare, and the map.
        first: Id of a document.
        second: Id of another.
        count: How many pairs at most.

    Raises:
        DocumentNotFoundError: There is none with one of these ids.
    """
    one, other = (_half(reader, snapshot, document) for document in (first, second))
    scores = one.vectors @ other.vectors.T + cosines(one.words, other.words)
    pairs = sorted(_mutual(scores), key=lambda pair: (-scores[pair], pair))
    found = [
        _agreement(snapshot, one, other, pair, float(scores[pair])) for pair in pairs if scores[pair] >= ALIKE
    ]
    return Comparison(first, second, tuple(found[:count]))


def _half(reader: LibraryReader, snapshot: Snapshot, document: str) -> _Half:
    reader.document(document)
    model, dimension = snapshot.manifest.model, snapshot.manifest.dimension
    wanted = reader.keys(Filters(documents=(document,))).tolist()
    keys, vectors = reader.vectors(model, dimension, keys=wanted)
    records = reader.passages(keys.tolist())
    vectors = vectors[[key in records for key in keys.tolist()]]  # a document may be removed meanwhile
    passages = [records[key] for key in keys.tolist() if key in records]
    mapped = snapshot.map.apply(vectors) if snapshot.map else vectors
    return _Half(passages, mapped, [Marked(snapshot.lexical, passage.text) for passage in passages])


def _mutual(scores: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the pairs in which each is the other's best."""
    if not scores.size:
        return []
    best, back = scores.argmax(axis=1), scores.argmax(axis=0)
    return [(row, int(column)) for row, column in enumerate(best) if back[column] == row]


def _agreement(
    snapshot: Snapshot, one: _Half, other: _Half, pair: tuple[int, int], score: float
) -> Agreement:
    left, right = pair
    first, second = one.passages[left], other.passages[right]
    shared = one.words[left].shared(other.words[right], _WORDS)
    rarity = {each.term: snapshot.lexical.rarity(each.term) for each in shared}
    words = QueryWords(snapshot.lexical.analyser, shared, rarity)
    return Agreement(
        score=round(score, 3),
        literal=bool(_sentences(first) & _sentences(second)),
        terms=explain(words.matches(first.text)),
        first=_side(first, words),
        second=_side(second, words),
    )


def _side(passage: PassageRecord, words: QueryWords) -> Side:
    quotes = best_quotes(passage, words.matches(passage.text))
    return Side(passage.id, passage.text, quotes, cite(passage))


_WHOLE = 8


def _sentences(passage: PassageRecord) -> set[tuple[str, ...]]:
    """Return its longer sentences by their words."""
    found = (tuple(passage.text[start:end].lower().split()) for start, end in passage.sentences)
    return {words for words in found if len(words) >= _WHOLE}
