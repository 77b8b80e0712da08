"""From the database to a published snapshot: embed what has no vector yet, build, swap."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.embedding import Embedding
from beleidszoeker.index.library import Library
from beleidszoeker.index.manifest import FORMAT, Manifest
from beleidszoeker.index.nearest.choosing import EXACT_UP_TO
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.saying import embed_said
from beleidszoeker.index.snapshot import Content
from beleidszoeker.index.store import IndexedText, LibraryReader, LibraryWriter
from beleidszoeker.index.works import assign_works
from beleidszoeker.model.base import Embedder


class Published(NamedTuple):
    """What a publication came to.

    Attributes:
        passages: Passages in the published snapshot.
        fresh: Whether it is a new one; otherwise the published one already was up to date.
    """

    passages: int
    fresh: bool


def embed_missing(library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter) -> int:
    """Embed what has no cached vector: passages, their sentences, last the Kamervragen and their answers.

    Returns:
        How many passages there were without a vector.
    """
    with Embedding(library, writer, embedder, reporter=reporter) as embedding:
        embedding.finish()
    embed_said(library, writer, embedder, reporter=reporter)
    return embedding.vectors


def is_published(library: Library, embedder: Embedder) -> bool:
    """Tell whether the published snapshot is what would be published now."""
    linear = library.vector_map(embedder.id)
    return _current(library, embedder.id, linear.digest if linear else "") is not None


def publish(
    library: Library,
    writer: LibraryWriter,
    embedder: Embedder,
    *,
    reporter: Reporter,
    force: bool = False,
    exact_up_to: int = EXACT_UP_TO,
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
        exact_up_to: Up to how many passages all vectors are compared; beyond, an approximate index is built.

    Raises:
        LibraryError: A passage has no vector.
    """
    linear = library.vector_map(embedder.id)
    manifest = None if force else _current(library, embedder.id, linear.digest if linear else "")
    fresh = manifest is None
    if manifest is None:
        _refuse_gaps(library, embedder.id)
        assign_works(library.reader, writer)
        keys = library.reader.vector_keys(embedder.id)
        content = Content(
            texts=_Texts(library.reader),
            keys=keys,
            vectors=library.reader.vector_blocks(embedder.id, embedder.dimension),
            dimension=embedder.dimension,
            sentences=library.reader.sentences(embedder.id, embedder.dimension),
            digest=library.reader.digest(),
            map=linear,
            reporter=reporter,
        )
        manifest = library.snapshots.publish(content, model=embedder.id, exact_up_to=exact_up_to)
    writer.sweep()
    library.snapshots.clear()
    return Published(manifest.passages, fresh)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The passages of a library; read anew each time one goes through them, so that none need be kept."""

    reader: LibraryReader

    def __iter__(self) -> Iterator[IndexedText]:
        return self.reader.indexed_texts()


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
