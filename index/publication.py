"""From the database to a published snapshot: embed what has no vector yet, build, swap."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.library import Library
from beleidszoeker.index.manifest import FORMAT, Manifest
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.saying import embed_said
from beleidszoeker.index.snapshot import Content
from beleidszoeker.index.store import IndexedText, LibraryWriter
from beleidszoeker.index.works import assign_works
from beleidszoeker.model.base import Embedder, Vectors

_BATCH = 64
_SHORTEST = 15  # characters of a sentence that can answer anything


class Published(NamedTuple):
    """What a publication came to.

    Attributes:
        passages: Passages in the published snapshot.
        fresh: Whether it is a new one; otherwise the published one already was up to date.
    """

    passages: int
    fresh: bool


def embed_missing(library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter) -> int:
    """Embed what has no cached vector, and keep each batch at once.

    First the passages, then the sentences of passages that have several, each by itself: a detail drowns in
    the vector of the passage around it. Last the Kamervragen and their answers, also by themselves.

    Returns:
        How many passages there were without a vector.
    """
    missing = library.reader.missing_vectors(embedder.id)
    for texts in _batches(library, missing, "embedden", reporter):
        vectors = embedder.encode_passages([text.embedded for text in texts], progress=reporter.advance)
        writer.save_vectors(embedder.id, [text.digest for text in texts], vectors)
    for texts in _batches(
        library, library.reader.missing_sentences(embedder.id), "zinnen embedden", reporter
    ):
        writer.save_sentences(embedder.id, texts, sentence_vectors(embedder, texts))
        reporter.advance(len(texts))
    embed_said(library, writer, embedder, reporter=reporter)
    return len(missing)


def _batches(
    library: Library, keys: Sequence[int], work: str, reporter: Reporter
) -> Iterator[list[IndexedText]]:
    """Yield the passages with these keys, some at a time, and tell the reporter of the work."""
    if keys:
        reporter.begin(work, len(keys))
        for first in range(0, len(keys), _BATCH):
            yield list(library.reader.indexed_texts(keys[first : first + _BATCH]))
        reporter.end()


def sentence_vectors(embedder: Embedder, texts: Sequence[IndexedText]) -> list[Vectors]:
    """Embed the sentences of passages, each by itself and equal ones once.

    Returns:
        For each passage an array of shape ``(its sentences, dimension)``, float32, rows of L2 norm 1, or of
        zeros where a sentence is too short to mean anything.
    """
    cut = [[text.text[start:end] for start, end in text.sentences] for text in texts]
    telling = list(dict.fromkeys(one for some in cut for one in some if len(one) >= _SHORTEST))
    vectors = embedder.encode_passages(telling)
    nothing = np.zeros(embedder.dimension, dtype=np.float32)
    known = dict(zip(telling, vectors, strict=True))
    return [
        np.array([known.get(one, nothing) for one in some], dtype=np.float32).reshape(-1, embedder.dimension)
        for some in cut
    ]


def publish(
    library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter, force: bool = False
) -> Published:
    """Publish a snapshot of what the database holds, unless the published one already is that.

    Documents that no file holds any longer are deleted only afterwards: until the swap they are still found.
    What an earlier publication left behind when it was interrupted is cleared in any case.

    Args:
        library: The library.
        writer: Its writer.
        embedder: Whose vectors to publish; every passage must have one.
        reporter: Is told of the progress.
        force: Publish in any case.

    Raises:
        LibraryError: A passage has no vector.
    """
    linear = library.vector_map(embedder.id)
    manifest = None if force else _current(library, embedder.id, linear.digest if linear else "")
    fresh = manifest is None
    if manifest is None:
        _refuse_gaps(library, embedder.id)
        assign_works(library.reader, writer)
        keys, vectors = library.reader.vectors(embedder.id, embedder.dimension)
        reporter.begin("indexeren", len(keys))
        content = Content(
            texts=library.reader.indexed_texts(),
            keys=keys,
            vectors=vectors,
            sentences=library.reader.sentences(embedder.id, embedder.dimension),
            digest=library.reader.digest(),
            map=linear,
        )
        manifest = library.snapshots.publish(content, model=embedder.id)
        reporter.advance(len(keys))
        reporter.end()
    writer.sweep()
    library.snapshots.clear()
    return Published(manifest.passages, fresh)


def _refuse_gaps(library: Library, model: str) -> None:
    """Both indexes must hold the same passages; without its vector one would be in the lexical index only."""
    missing = len(library.reader.missing_vectors(model))
    if missing:
        raise LibraryError(
            f"{missing} passages hebben nog geen vector.",
            advice="Herstel dat met: beleidszoeker doctor --repair",
        )


def _current(library: Library, model: str, linear: str) -> Manifest | None:
    """Return the published snapshot's manifest, or ``None`` when it is not what would be published now."""
    try:
        manifest = library.snapshots.manifest()
        manifest.check(library.snapshots.published(), model=model)
    except LibraryError:
        return None
    same = (manifest.format, manifest.map) == (FORMAT, linear) and manifest.content == library.reader.digest()
    return manifest if same else None
