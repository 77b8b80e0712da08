"""The snapshots of one library: which is the published one, and publishing another.

    snapshots/
        CURRENT          the number of the published snapshot
        6/  7/           see snapshot.py

A reader opens a snapshot once and never sees half of one: the manifest is written last, the pointer is
swapped at once, and the snapshot before stays for readers that still use it.
"""

from contextlib import suppress
from pathlib import Path

from beleidszoeker.errors import SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.index.durable import flush_folder, swap_in, unwritable
from beleidszoeker.index.housekeeping import clear_snapshots, next_number
from beleidszoeker.index.manifest import Manifest
from beleidszoeker.index.nearest.choosing import EXACT_UP_TO
from beleidszoeker.index.snapshot import Content, Snapshot, build_snapshot, open_snapshot

_POINTER = "CURRENT"


class SnapshotFolder:
    """The snapshots of one library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def current(self) -> int | None:
        """Return the number of the published snapshot; ``None`` before the first."""
        try:
            return int((self._folder / _POINTER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def published(self) -> Path:
        """Return the folder of the published snapshot.

        Raises:
            SnapshotMissingError: Nothing was published yet.
        """
        number = self.current()
        if number is None:
            raise SnapshotMissingError(
                "De bibliotheek heeft nog geen index.",
                advice="Neem documenten op met: beleidszoeker ingest MAP",
            )
        return self._folder / str(number)

    def manifest(self) -> Manifest:
        """Return the manifest of the published snapshot.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: It cannot be read.
        """
        return Manifest.read(self.published())

    def open(self, *, model: str | None = None, thorough: bool = False) -> Snapshot:
        """Open the published snapshot.

        Args:
            model: Id of the embedder whose vectors are wanted; ``None`` for any.
            thorough: Compute all checksums first.

        Raises:
            SnapshotMissingError: Nothing was published yet.
            SnapshotMismatchError: It is damaged or of another model or version.
        """
        while True:
            folder = self.published()
            try:
                return open_snapshot(folder, model=model, thorough=thorough)
            except SnapshotMismatchError:
                if self.published() == folder:
                    raise  # otherwise others were published meanwhile, and this one was cleared away

    def publish(self, content: Content, *, model: str, exact_up_to: int = EXACT_UP_TO) -> Manifest:
        """Build both indexes in a new folder and make it the published one; ``clear`` afterwards.

        Args:
            content: What to publish.
            model: Id of the embedder.
            exact_up_to: Up to how many passages all vectors are compared.

        Raises:
            LibraryError: It cannot be written, as on a full disk; what was published stays so.
        """
        try:
            return self._publish(content, model, exact_up_to)
        except BrokenPipeError:
            raise  # no file: whoever is told of the progress is gone
        except OSError as error:
            with suppress(OSError):
                self.clear()  # half an index must not keep a full disk full
            raise unwritable(self._folder, error) from error

    def _publish(self, content: Content, model: str, exact_up_to: int) -> Manifest:
        self._folder.mkdir(parents=True, exist_ok=True)
        number = next_number(self._folder, self.current())
        self.clear()
        folder = self._folder / str(number)
        manifest = build_snapshot(folder, content, number=number, model=model, exact_up_to=exact_up_to)
        open_snapshot(folder, model=model, thorough=False)  # what cannot be opened is not published
        flush_folder(self._folder)
        swap_in(self._folder / _POINTER, f"{number}\n".encode())
        return manifest

    def clear(self) -> None:
        """Remove what no reader needs and what interrupted publications left.

        The published snapshot stays, and the one before it.
        """
        clear_snapshots(self._folder, self.current())
