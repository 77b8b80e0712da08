"""What may answer to a commitment: a suggestion for a person to judge, never a finding.

A passage is suggested when it stands in a *later* document of the *same* organisation, that document *shares
a reference* with the one that promises, and the passage is *near in meaning* to the sentence. How near it
must be depends on how much the reference says: see ``criterion``. docs/commitments.md tells what that was
measured on.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.index.store.knowledge import LaterDocument
from beleidszoeker.ingest.knowledge.model import Commitment, CommitmentKind
from beleidszoeker.model.base import Vectors
from beleidszoeker.search.commitments.criterion import LEAST, Tie, answers, reasons
from beleidszoeker.search.commitments.nearness import Nearness
from beleidszoeker.search.commitments.records import Suggestion
from beleidszoeker.search.excerpts import excerpt
from beleidszoeker.search.remembered import Remembered

_MOST = 3
_LOOKED_AT = 12
_REMEMBERED = 20_000
_DOCUMENTS = 200
_Names = dict[tuple[str, str], str]
"""Kind and id of names, with how each is written."""


class _Later(NamedTuple):
    """Later documents that have to do with a document, and their passages.

    Attributes:
        documents: By id.
        keys: Of all their passages, ascending.
        own: Of the passages of the document itself.
    """

    documents: dict[str, LaterDocument]
    keys: NDArray[np.int64]
    own: NDArray[np.int64]


class _Promise(NamedTuple):
    """What an answer is held against.

    Attributes:
        vector: Of the sentence.
        cited: Keys that the sentence refers to, by footnotes too.
        names: Names in the sentence.
    """

    vector: Vectors
    cited: frozenset[str]
    names: _Names


class Suggesting:
    """Looks for answers in one snapshot; remembers what it found. Safe in threads.

    Args:
        snapshot: Whose vectors.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._nearness = Nearness(snapshot)
        self._later: Remembered[str, _Later] = Remembered(_DOCUMENTS)
        self._found: Remembered[tuple[str, int, int], tuple[Suggestion, ...]] = Remembered(_REMEMBERED)

    def of(
        self, reader: LibraryReader, document_id: str, commitment: Commitment
    ) -> tuple[Suggestion, ...] | None:
        """Return what may answer to a commitment, best first; ``None`` for what is no promise.

        Args:
            reader: The library, as it was when this was made: make another after a change.
            document_id: The document that promises.
            commitment: Its commitment.
        """
        if commitment.kind is not CommitmentKind.PROMISE:
            return None
        key = (document_id, commitment.start, commitment.end)
        return self._found.get(key, lambda: tuple(self._look(reader, document_id, commitment)))

    def _look(self, reader: LibraryReader, document_id: str, commitment: Commitment) -> Iterator[Suggestion]:
        """Yield suggestions, the best passage of each document, best first."""
        later = self._later.get(document_id, lambda: _later_than(reader, document_id))
        start, end = commitment.start, commitment.end
        vector = self._nearness.vector(reader, document_id, start, end) if len(later.keys) else None
        if vector is None:
            return
        promise = _Promise(
            vector, _cited(reader, document_id, commitment), _names(reader, document_id, start, end)
        )
        taken: set[str] = set()
        for passage, deviations in self._near(reader, vector, later):
            document = later.documents.get(passage.document_id)
            if document is None or document.document_id in taken:
                continue
            if suggestion := self._suggestion(reader, promise, document, passage, deviations):
                taken.add(document.document_id)
                yield suggestion
            if len(taken) == _MOST:
                return

    def _near(
        self, reader: LibraryReader, vector: Vectors, later: _Later
    ) -> Iterator[tuple[PassageRecord, float]]:
        """Yield the nearest passages that are near enough for the strongest tie."""
        keys = later.keys
        deviations = self._nearness.deviations(vector, keys, later.own)
        order = np.argsort(-deviations, kind="stable")[:_LOOKED_AT]
        near = {int(keys[place]): float(deviations[place]) for place in order if deviations[place] >= LEAST}
        passages = reader.passages(list(near)) if near else {}
        yield from ((passages[key], found) for key, found in near.items() if key in passages)

    def _suggestion(
        self,
        reader: LibraryReader,
        promise: _Promise,
        document: LaterDocument,
        passage: PassageRecord,
        deviations: float,
    ) -> Suggestion | None:
        says_so = _says_so(reader, passage)
        tie = Tie(
            names_it=document.names_it,
            cited=tuple(each for each in document.shared if each in promise.cited),
            shared=document.shared,
            dossiers=document.dossiers,
            names=_shared_names(reader, passage, promise.names),
            says_so=says_so is not None,
        )
        if not answers(tie, deviations):
            return None
        start, end = says_so or self._nearness.sentence(promise.vector, passage)
        return Suggestion(
            excerpt(reader, document.document_id, start, end),
            tie.says_so,
            tuple(dict.fromkeys((*tie.cited, *tie.shared, *tie.dossiers))),
            tie.names,
            reasons(tie, document.date),
        )


def _later_than(reader: LibraryReader, document_id: str) -> _Later:
    documents = {each.document_id: each for each in reader.knowledge.later.than(document_id)}
    keys = reader.keys(Filters(documents=tuple(documents))) if documents else np.empty(0, np.int64)
    return _Later(documents, keys, reader.keys(Filters(documents=(document_id,))))


def _cited(reader: LibraryReader, document_id: str, commitment: Commitment) -> frozenset[str]:
    span = (commitment.start, commitment.end)
    return frozenset(
        each.key
        for each in reader.knowledge.references.of(document_id)
        if span in each.sentences or (span[0] <= each.start and each.end <= span[1])
    )


def _says_so(reader: LibraryReader, passage: PassageRecord) -> tuple[int, int] | None:
    """Return the sentence of a passage that says that a promise was kept, if it holds one."""
    end = passage.start + len(passage.text)
    for each in reader.knowledge.commitments.of(passage.document_id):
        if each.kind is CommitmentKind.FULFILLED and passage.start <= each.start < end:
            return each.start, each.end
    return None


def _names(reader: LibraryReader, document_id: str, start: int, end: int) -> _Names:
    return {
        (each.kind.value, each.name): each.surface
        for each in reader.knowledge.names.of(document_id)
        if each.name and start <= each.start and each.end <= end
    }


def _shared_names(reader: LibraryReader, passage: PassageRecord, names: _Names) -> tuple[str, ...]:
    if not names:
        return ()
    there = _names(reader, passage.document_id, passage.start, passage.start + len(passage.text))
    return tuple(surface for name, surface in names.items() if name in there)
