"""Commitments as they can be held against each other: their words, their meaning, and what stands around."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.ingest.knowledge.model import Commitment
from beleidszoeker.search.comparing.likeness import Marked, cosines
from beleidszoeker.search.timeline.bare import bare_stems


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A commitment in its passage.

    Attributes:
        document_id: The document.
        commitment: The commitment.
        text: Its literal sentence.
        words: What marks the sentence.
        around: What marks its passage, with headings and title.
        meaning: Vector of the sentence, or of the passage where it has none of its own.
        passage: Vector of the passage; zeros where it has none.
        rest: Makes what marks title, headings and passage without the sentence; few are asked for.
        keys: What its passage refers to and names.
    """

    document_id: str
    commitment: Commitment
    text: str
    words: Marked
    around: Marked
    meaning: NDArray[np.float32] = field(repr=False)
    passage: NDArray[np.float32] = field(repr=False)
    rest: Callable[[], Marked] = field(repr=False)
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alike:
    """How much some commitments are like others.

    Attributes:
        sentence: Cosine by meaning and by words added, of the sentences, 0 to 2; shape ``(n, m)``.
        around: The same of what stands around them.
        shared: Whether both passages refer to or name the same.
    """

    sentence: NDArray[np.float32]
    around: NDArray[np.float32]
    shared: NDArray[np.bool_]


def as_said(
    reader: LibraryReader, snapshot: Snapshot, document_id: str, commitments: Sequence[Commitment]
) -> list[Said]:
    """Return commitments of a document ready to be compared; those in no passage are left out."""
    text = reader.text(document_id) or ""
    around = _Around(reader, snapshot, document_id)
    found = []
    for each in commitments:
        passage_id = reader.passage_over(document_id, each.start, each.end)
        if passage_id is not None:
            passage = around.passage(passage_id)
            words = text[each.start : each.end]
            found.append(
                Said(
                    document_id=document_id,
                    commitment=each,
                    text=words,
                    words=Marked(snapshot.lexical, words),
                    around=passage.marked,
                    meaning=around.meaning(passage, each),
                    passage=passage.vector,
                    rest=partial(around.rest, passage, each),
                    keys=passage.keys,
                )
            )
    return found


def alike(rows: Sequence[Said], columns: Sequence[Said]) -> Alike:
    """Return how much each of some commitments is like each of others."""
    meant = _products([each.meaning for each in rows], [each.meaning for each in columns])
    near = _products([each.passage for each in rows], [each.passage for each in columns])
    return Alike(
        meant + cosines([each.words for each in rows], [each.words for each in columns]),
        near + cosines([each.around for each in rows], [each.around for each in columns]),
        np.array(
            [[bool(one.keys & other.keys) for other in columns] for one in rows], dtype=np.bool_
        ).reshape(len(rows), len(columns)),
    )


def are_about_the_same(one: Said, other: Said) -> bool:
    """Tell whether two sentences say what they are about, and it is the same; else what stands around must.

    *Ik informeer uw Kamer hierover voor de zomer* stands in many letters, each time about something else.
    """
    if len(_telling(one, other)) >= _TELLING_WORDS:
        return True
    return float(cosines([one.rest()], [other.rest()])[0, 0]) >= _SAME_AROUND


def shared_words(one: Said, other: Said, count: int = 6) -> tuple[str, ...]:
    """Return the words that make two sentences most alike, but those that many commitments hold."""
    return tuple(dict.fromkeys(_telling(one, other)))[:count]


def _telling(one: Said, other: Said) -> list[str]:
    """Return shared words that say what two sentences are about, those that make them most alike first."""
    shared = one.words.shared(other.words, _MOST_SHARED)
    return [each.shown for each in shared if each.term not in bare_stems() and not _has_digit(each.term)]


def _has_digit(term: str) -> bool:
    return any(char.isdigit() for char in term)


@dataclass(frozen=True, slots=True, eq=False)
class _Passage:
    record: PassageRecord
    marked: Marked
    vector: NDArray[np.float32]
    keys: frozenset[str]


class _Around:
    """The passages of one document, each read once."""

    def __init__(self, reader: LibraryReader, snapshot: Snapshot, document_id: str) -> None:
        self._reader, self._snapshot = reader, snapshot
        self._keys = _keys(reader, document_id)
        self._passages: dict[str, _Passage] = {}

    def passage(self, passage_id: str) -> _Passage:
        if passage_id not in self._passages:
            self._passages[passage_id] = self._read(self._reader.passage(passage_id))
        return self._passages[passage_id]

    def rest(self, passage: _Passage, commitment: Commitment) -> Marked:
        """Return what marks the passage without the sentence, with title and headings."""
        record = passage.record
        start, end = (at - record.start for at in (commitment.start, commitment.end))
        kept = (record.text[: max(start, 0)], record.text[max(end, 0) :])
        return Marked(self._snapshot.lexical, "\n".join((record.title, *record.section, *kept)))

    def meaning(self, passage: _Passage, commitment: Commitment) -> NDArray[np.float32]:
        """Return the vector of the sentence; the passage's where it has none of its own."""
        sentences = passage.record.sentences
        vectors = self._snapshot.sentences.of(passage.record.key)
        middle = (commitment.start + commitment.end) // 2 - passage.record.start
        if len(vectors) == len(sentences):
            for (start, end), vector in zip(sentences, vectors, strict=True):
                if start <= middle <= end:
                    return np.asarray(vector, dtype=np.float32)
        return passage.vector

    def _read(self, record: PassageRecord) -> _Passage:
        around = "\n".join((record.title, *record.section, record.text))
        keys = frozenset(key for at, key in self._keys if record.start <= at < record.end)
        return _Passage(record, Marked(self._snapshot.lexical, around), self._vector(record.key), keys)

    def _vector(self, key: int) -> NDArray[np.float32]:
        snapshot, manifest = self._snapshot, self._snapshot.manifest
        _, vectors = self._reader.vectors(manifest.model, manifest.dimension, keys=[key])
        if not len(vectors):  # one that was taken in just now may have none yet
            return np.zeros(manifest.dimension, dtype=np.float32)
        return np.asarray((snapshot.map.apply(vectors) if snapshot.map else vectors)[0], dtype=np.float32)


def _keys(reader: LibraryReader, document_id: str) -> list[tuple[int, str]]:
    """Return what a document refers to and names, each with its place; places and themes say too little."""
    knowledge = reader.knowledge
    referred = [(each.start, each.key) for each in knowledge.references.of(document_id)]
    named = [
        (each.start, each.name)
        for each in knowledge.names.of(document_id)
        if each.name and each.kind.value in _TELLING
    ]
    return [*referred, *named]


_TELLING = {"programme", "cluster"}
_MOST_SHARED = 40
_TELLING_WORDS = 2
_SAME_AROUND = 0.3


def _products(
    rows: Sequence[NDArray[np.float32]], columns: Sequence[NDArray[np.float32]]
) -> NDArray[np.float32]:
    if not rows or not columns:
        return np.zeros((len(rows), len(columns)), dtype=np.float32)
    return np.asarray(np.stack(rows) @ np.stack(columns).T, dtype=np.float32)
