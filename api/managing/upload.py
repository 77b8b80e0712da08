"""One upload on disk: its files, and notes of our own whose names begin with a dot."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from beleidszoeker.errors import UploadNotFoundError
from beleidszoeker.index.durable import flush_folder, swap_in
from beleidszoeker.index.files import storable
from beleidszoeker.ingest.metadata.sidecars import is_sidecar

_REFUSED, _SETTLED, _REMOVING = ".refused.json", ".settled", ".removing."
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was offered and not kept.

    Attributes:
        name: As it was called.
        message: Why, in Dutch.
        advice: What to do about it, in Dutch.
    """

    name: str
    message: str
    advice: str = ""

    @property
    def id(self) -> str:
        """Names it in an address."""
        return _digest(f"refused {self.name}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that was uploaded.

    Attributes:
        path: Where it is.
    """

    path: Path

    @property
    def id(self) -> str:
        """Names it in an address; never a path."""
        return _digest(self.path.name)

    @property
    def key(self) -> str:
        """Its path as the library knows it."""
        return storable(str(self.path))

    @property
    def is_sidecar(self) -> bool:
        """Whether it says something of the files beside it, and is no document itself."""
        return is_sidecar(self.path)


class Upload:
    """One upload: some files that came in together.

    Args:
        folder: Its folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name.lstrip(".")

    @property
    def created(self) -> datetime:
        """When it came in, UTC."""
        return datetime.strptime(self.id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)

    def files(self) -> list[Stored]:
        """Return its files by name."""
        try:
            paths = [path for path in self.folder.iterdir() if not path.name.startswith(".")]
        except FileNotFoundError:  # it was cleared away meanwhile
            return []
        return [Stored(path) for path in sorted(paths) if path.is_file()]

    def file(self, file_id: str) -> Stored:
        """Return one of its files.

        Raises:
            UploadNotFoundError: There is none with this id.
        """
        for file in self.files():
            if file.id == file_id:
                return file
        raise missing("bestand", file_id)

    def refused(self) -> list[Refused]:
        """Return what was not kept of it."""
        try:
            told = json.loads((self.folder / _REFUSED).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return []
        return [Refused(**one) for one in told]

    def refuse(self, refused: list[Refused]) -> None:
        """Keep in mind what was not kept."""
        told = json.dumps([asdict(one) for one in refused], ensure_ascii=False)
        swap_in(self.folder / _REFUSED, told.encode("utf-8", "replace"))

    @property
    def is_settled(self) -> bool:
        """Whether all of it was taken in and published."""
        return (self.folder / _SETTLED).exists()

    def settle(self, *, settled: bool = True) -> None:
        """Note that it is taken in, or that it must be again."""
        if settled:
            swap_in(self.folder / _SETTLED, b"")
        else:
            (self.folder / _SETTLED).unlink(missing_ok=True)

    def set_aside(self, file: Stored) -> Path:
        """Begin to remove a file: from here on it goes, also after a kill."""
        aside = file.path.with_name(_REMOVING + file.path.name)
        file.path.replace(aside)
        flush_folder(self.folder)
        return aside

    def set_aside_before(self) -> Iterator[tuple[Stored, Path]]:
        """Yield files whose removal did not end, as they were and where they are."""
        for aside in sorted(self.folder.glob(_REMOVING + "*")):
            yield Stored(aside.with_name(aside.name.removeprefix(_REMOVING))), aside

    def clear_if_empty(self) -> bool:
        """Forget it when nothing of it is left; tell whether nothing was."""
        is_empty = not self.files() and not self.refused()
        if is_empty:
            shutil.rmtree(self.folder, ignore_errors=True)
        return is_empty


def missing(what: str, given: str) -> UploadNotFoundError:
    """Return the error that there is no such upload or file."""
    return UploadNotFoundError(
        f"Er is geen {what} met id '{given[:40]}'.",
        advice="Misschien is het al verwijderd; ververs de pagina.",
    )


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]
