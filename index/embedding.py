"""Embedding beside other work: one thread computes, while the caller's reads files and keeps what is done.

SQLite has one writer, so the thread only computes: what it needs is read and what it made is kept here. Only
keys wait for their turn, and texts of two batches at most are in memory, however far one side is ahead of the
other.
"""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event
from types import TracebackType
from typing import Any, NamedTuple, Self

import numpy as np

from beleidszoeker.index.library import Library
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.store import IndexedText, LibraryWriter
from beleidszoeker.index.store.lacking import Lacking
from beleidszoeker.model.base import Embedder, Vectors

BATCH = 256
"""Passages that are embedded and kept together: 64 of them filled the network's batches a tenth less well."""

_AHEAD = 2
_SHORTEST = 15  # characters of a sentence that can answer anything


class _Stopped(Exception):  # noqa: N818 - no error: the batch is not wanted any more
    """The caller ends before the batch is done."""


class _Made(NamedTuple):
    """A batch that is done: of those that lacked them the vectors, and those of their sentences."""

    vectors: Vectors
    sentences: list[Vectors]


class Embedding:
    """Embeds what has no cached vector, and keeps each batch at once; use it as a context manager.

    The sentences of a passage that has several are embedded each by itself as well: a detail drowns in the
    vector of the passage around it.

    Args:
        library: The library.
        writer: Its writer.
        embedder: Makes the vectors; it is not touched when none are needed.
        reporter: Is told of the progress.

    Attributes:
        vectors: Passages that got a vector.
    """

    def __init__(
        self, library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter
    ) -> None:
        self._library, self._writer, self._embedder, self._reporter = library, writer, embedder, reporter
        self._keys: deque[int] = deque()
        self._added: set[int] = set()
        self._batches: deque[tuple[list[Lacking], Future[_Made]]] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="embedding")
        self._stop = Event()
        self._done = self._known = 0
        self.vectors = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.shutdown(cancel_futures=True)

    def add(self, document_id: str) -> None:
        """Let what a document that was stored lacks have its turn; once, unless it was stored anew since."""
        lacking = self._library.reader.lacking_keys(self._embedder.id, document_id=document_id)
        found = [key for key in lacking if key not in self._added]  # a key is never used twice
        self._keys += found
        self._added.update(found)
        self._known += len(found)
        if found:
            self._reporter.embedded(self._done, self._known)

    def work_until(self, other: Future[Any]) -> None:
        """Keep what is done and begin what is next until something else is done.

        Raises:
            ModelError: The model cannot be used.
            sqlite3.OperationalError: Nothing can be written, as on a full disk.
        """
        self._begin_full()
        while not other.done():
            waiting: list[Future[Any]] = [other, *(future for _, future in self._batches)]
            wait(waiting, return_when=FIRST_COMPLETED)
            self._keep_done()
            self._begin_full()
        self._keep_done()

    def finish(self) -> None:
        """Embed all that lacks anything, also what an interrupted run left."""
        while self._batches:
            self._keep()
        self._added.clear()
        self._keys = deque(self._library.reader.lacking_keys(self._embedder.id))
        if self._keys:
            self._reporter.begin("embedden", len(self._keys))
            self._drain()
            self._reporter.end()

    def _drain(self) -> None:
        while self._keys or self._batches:
            while self._keys and len(self._batches) < _AHEAD:
                self._begin()
            self._reporter.advance(self._keep())

    def _begin_full(self) -> None:
        """Begin batches that are full; what comes with the next files fills the others."""
        while len(self._batches) < _AHEAD and len(self._keys) >= BATCH:
            self._begin()

    def _begin(self) -> None:
        keys = [self._keys.popleft() for _ in range(min(BATCH, len(self._keys)))]
        lacking = self._library.reader.lacking(self._embedder.id, keys)
        self._known -= len(keys) - len(lacking)  # gone, or an equal passage got a vector meanwhile
        self._batches.append((lacking, self._thread.submit(self._compute, lacking)))

    def _keep_done(self) -> None:
        while self._batches and self._batches[0][1].done():
            self._done += self._keep()
            self._reporter.embedded(self._done, self._known)

    def _keep(self) -> int:
        """Keep the batch that began first; return how many passages it was."""
        lacking, future = self._batches.popleft()
        made, model = future.result(), self._embedder.id
        with_vector = [each.text.digest for each in lacking if each.vector]
        with_sentences = [each.text for each in lacking if each.sentences]
        sentences = zip(with_sentences, made.sentences, strict=True)
        self._writer.save_vectors(model, with_vector, made.vectors, sentences=sentences)
        self.vectors += len(with_vector)
        return len(lacking)

    def _compute(self, lacking: Sequence[Lacking]) -> _Made:
        whole = [each.text.embedded for each in lacking if each.vector]
        vectors = self._embedder.encode_passages(whole, progress=self._go_on)
        cut = [each.text for each in lacking if each.sentences]
        return _Made(vectors, self._sentence_vectors(cut))

    def _sentence_vectors(self, texts: Sequence[IndexedText]) -> list[Vectors]:
        """Embed sentences, each by itself and equal ones once.

        Returns:
            For each passage an array of shape ``(its sentences, dimension)``, float32, rows of L2 norm 1, or
            of zeros where a sentence is too short to mean anything.
        """
        cut = [[text.text[start:end] for start, end in text.sentences] for text in texts]
        telling = list(dict.fromkeys(one for some in cut for one in some if len(one) >= _SHORTEST))
        vectors = self._embedder.encode_passages(telling, progress=self._go_on)
        dimension = self._embedder.dimension
        nothing = np.zeros(dimension, dtype=np.float32)
        known = dict(zip(telling, vectors, strict=True))
        return [
            np.array([known.get(one, nothing) for one in some], dtype=np.float32).reshape(-1, dimension)
            for some in cut
        ]

    def _go_on(self, _: int) -> None:
        if self._stop.is_set():
            raise _Stopped
