"""From the database to a published snapshot: embed what has no vector yet, build, swap."""

from typing import NamedTuple

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.library import Library
from beleidszoeker.index.manifest import Manifest
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.snapshot import Content
from beleidszoeker.index.store import LibraryWriter
from beleidszoeker.index.works import assign_works
from beleidszoeker.model.base import Embedder

_BATCH = 64


class Published(NamedTuple):
    """What a publication came to.

    Attributes:
        passages: Passages in the published snapshot.
        fresh: Whether it is a new one; otherwise the published one already was up to date.
    """

    passages: int
    fresh: bool


def embed_missing(library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter) -> int:
    """Embed what has no cached vector, and keep each batch at once; return how many there were."""
    missing = library.reader.missing_vectors(embedder.id)
    if not missing:
        return 0
    reporter.begin("embedden", len(missing))
    for first in range(0, len(missing), _BATCH):
        texts = list(library.reader.indexed_texts(missing[first : first + _BATCH]))
        vectors = embedder.encode_passages([text.embedded for text in texts], progress=reporter.advance)
        writer.save_vectors(embedder.id, [text.digest for text in texts], vectors)
    reporter.end()
    return len(missing)


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
        content = Content(library.reader.indexed_texts(), keys, vectors, library.reader.digest(), linear)
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
    """Return the published snapshot's manifest, or ``None`` when the database holds something else."""
    try:
        manifest = library.snapshots.manifest()
        manifest.check(library.snapshots.published(), model=model)
    except LibraryError:
        return None
    same = manifest.map == linear and manifest.content == library.reader.digest()
    return manifest if same else None
