"""What was uploaded, on disk: the folders themselves say all there is to know, so a kill loses nothing.

    uploads/
        20261123-073500-4f1c2a9e/     an upload: its files, under the names that people gave them
            brief.pdf
            .removing.nota.pdf        removed, but for the last step
            .refused.json             files that were not kept, and why
            .settled                  all of it was taken in and published
        .20261123-074100-77aa01be/    one that is still coming in

What came of each file stands in the library, by the path of the file.
"""

import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from beleidszoeker.errors import UploadNotFoundError
from beleidszoeker.index.durable import flush_folder, swap_in
from beleidszoeker.index.files import storable
from beleidszoeker.ingest.metadata.sidecars import is_sidecar

_FOLDER = "uploads"
_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
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
        raise _missing("bestand", file_id)

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


class Uploads:
    """All uploads of a library.

    Args:
        library: The library's folder.
    """

    def __init__(self, library: Path) -> None:
        self.folder = library.resolve() / _FOLDER

    def begin(self) -> Upload:
        """Make the folder of an upload that comes in; it counts from ``complete`` on."""
        name = f".{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        (self.folder / name).mkdir(parents=True)
        return Upload(self.folder / name)

    def complete(self, upload: Upload) -> Upload:
        """Let an upload count from now on."""
        flush_folder(upload.folder)
        folder = upload.folder.with_name(upload.id)
        upload.folder.replace(folder)
        flush_folder(self.folder)
        return Upload(folder)

    def recover(self) -> None:
        """After a start: uploads that were cut off count with the files that had come in whole."""
        for folder in self._folders(hidden=True):
            for part in folder.glob(".part.*"):
                part.unlink()
            self.complete(Upload(folder)).clear_if_empty()

    def all(self) -> list[Upload]:
        """Return all uploads, newest first."""
        return [Upload(folder) for folder in sorted(self._folders(), reverse=True)]

    def get(self, upload_id: str) -> Upload:
        """Return one upload.

        Raises:
            UploadNotFoundError: There is none with this id.
        """
        if _ID.fullmatch(upload_id) and (self.folder / upload_id).is_dir():
            return Upload(self.folder / upload_id)
        raise _missing("upload", upload_id)

    def _folders(self, *, hidden: bool = False) -> list[Path]:
        try:
            found = list(self.folder.iterdir())
        except FileNotFoundError:
            return []
        names = re.compile(rf"\.{_ID.pattern}") if hidden else _ID
        return [path for path in found if names.fullmatch(path.name) and path.is_dir()]


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]


def _missing(what: str, given: str) -> UploadNotFoundError:
    return UploadNotFoundError(
        f"Er is geen {what} met id '{given[:40]}'.",
        advice="Misschien is het al verwijderd; ververs de pagina.",
    )
