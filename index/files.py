"""Finding files, and telling which of them changed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from beleidszoeker.errors import ConfigurationError, LimitExceededError
from beleidszoeker.index.store import SourceRecord
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.metadata.sidecars import is_sidecar
from beleidszoeker.ingest.version import PARSER_VERSION


@dataclass(frozen=True, slots=True)
class File:
    """A file on disk, or one inside it, as it was when it was found.

    Attributes:
        path: Where it is on disk.
        name: Path relative to the folder that was given; a member's own name follows after ``!/``.
        size: Bytes on disk.
        mtime_ns: Time of last change on disk, in nanoseconds.
        member: Name inside the file on disk; empty for that file itself.
    """

    path: Path
    name: str
    size: int
    mtime_ns: int
    member: str = ""

    @property
    def key(self) -> str:
        """Its path as the database knows it; bytes that are no text are written out."""
        return storable(f"{self.path}!/{self.member}" if self.member else str(self.path))

    @property
    def root(self) -> Path:
        """The folder that was given, or the one that holds the file that was given."""
        return self.path.parents[len(PurePosixPath(self.name.split("!/")[0]).parts) - 1]

    def inside(self, member: str) -> "File":
        """Return a file inside this one."""
        return replace(self, name=storable(f"{self.name}!/{member}"), member=member)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under the paths that were given.

    Attributes:
        files: Each file once, sorted within each path.
        ignored: How many files of kinds that no parser reads were passed over in folders.
    """

    files: tuple[File, ...]
    ignored: int


def storable(path: str) -> str:
    r"""Return a path as text that any encoding can hold.

    >>> storable("nota\udcff.txt")
    'nota\\udcff.txt'
    """
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def find_files(paths: Iterable[Path]) -> Found:
    """Find files; in folders, hidden files, sidecars and kinds that no parser reads are passed over.

    Raises:
        ConfigurationError: A path does not exist.
    """
    files: dict[Path, File] = {}
    ignored: set[Path] = set()
    for given in paths:
        root = given.resolve()
        if not root.exists():
            raise ConfigurationError(
                f"{storable(str(given))} bestaat niet.",
                advice="Geef een bestaand bestand of een bestaande map.",
            )
        for path in _below(root):
            if root.is_dir() and is_sidecar(path):
                continue
            if root.is_dir() and path.suffix.lower() not in SUFFIXES:
                ignored.add(path)
            elif path not in files and (file := _file(path, root)):
                files[path] = file
    return Found(tuple(files.values()), len(ignored - files.keys()))


def is_unchanged(file: File, known: SourceRecord) -> bool:
    """Tell whether a file is as it was when it was read: by size and time, else by its bytes.

    A file whose bytes could not be read at all is tried again, unless it was too large or took too long.
    """
    if known.parser_version != PARSER_VERSION or known.size != file.size:
        return False
    if not known.digest and known.code != LimitExceededError.code:
        return False
    if known.mtime_ns == file.mtime_ns:
        return True
    return not file.member and _digest(file.path) == known.digest


def gone(paths: Sequence[Path], found: Found, known: Iterable[str]) -> list[str]:
    """Return the known files under these paths that were not found now."""
    present = {file.key for file in found.files}
    roots = [Path(storable(str(path.resolve()))) for path in paths]
    return [
        key
        for key in known
        if key not in present and any(Path(key.split("!/")[0]).is_relative_to(root) for root in roots)
    ]


def _below(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
        return
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if not hidden and path.is_file():
            yield path


def _file(path: Path, root: Path) -> File | None:
    try:
        status = path.stat()
    except OSError:  # it went away since it was listed
        return None
    name = path.name if path == root else path.relative_to(root).as_posix()
    return File(path, storable(name), status.st_size, status.st_mtime_ns)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:  # the parser will say what is wrong with it
        return "?"
