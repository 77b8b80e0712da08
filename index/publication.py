"""From the database to a published snapshot: embed what has no vector yet, build, swap."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.library import Library
from beleidszoeker.index.manifest import digest_keys
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.store import LibraryWriter
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
    """Embed the passages whose vector is not cached, and keep each batch at once; return how many there were."""
    missing = library.reader.missing_vectors(embedder.id)
    if not missing:
        return 0
    reporter.begin("embedden", len(missing))
    for first in range(0, len(missing), _BATCH):
        texts = list(library.reader.indexed_texts([key for key, _ in missing[first : first + _BATCH]]))
        vectors = embedder.encode_passages([text.embedded for text in texts], progress=reporter.advance)
        writer.save_vectors(embedder.id, [text.digest for text in texts], vectors)
    reporter.end()
    return len(missing)


def publish(
    library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter, force: bool = False
) -> Published:
    """Publish a snapshot of what the database holds, unless the published one already is that.

    Documents that no file holds any longer are deleted only afterwards: until the swap they are still found.

    Args:
        library: The library.
        writer: Its writer.
        embedder: Whose vectors to publish; every passage must have one.
        reporter: Is told of the progress.
        force: Publish in any case.
    """
    keys, vectors = library.reader.vectors(embedder.id, embedder.dimension)
    fresh = force or not is_current(library, keys, embedder.id)
    if fresh:
        reporter.begin("indexeren", len(keys))
        library.snapshots.publish(library.reader.indexed_texts(), keys, vectors, model=embedder.id)
        reporter.advance(len(keys))
        reporter.end()
    writer.sweep()
    return Published(len(keys), fresh)


def is_current(library: Library, keys: NDArray[np.int64], model: str) -> bool:
    """Tell whether the published snapshot holds just these passages, with this model's vectors."""
    try:
        manifest = library.snapshots.manifest()
        manifest.check(library.snapshots.published(), model=model)
    except LibraryError:
        return False
    return manifest.keys == digest_keys(keys)
