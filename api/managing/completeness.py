"""What is in the library, by the folder that it came from, and what is not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from beleidszoeker.index.store import LibraryReader, SourceRecord
from beleidszoeker.index.store.standing import DoubtfulDocument, SourceStanding

UPLOADED = "Geüpload via beheer"


@dataclass(frozen=True, slots=True)
class FolderCount:
    """What came from one folder.

    Attributes:
        name: Its name: the top folder of what was ingested.
        documents: How many documents.
        failed: How many files could not be taken in.
        newest: ISO day of the newest document, or ``None``.
        taken_in: When a file of it was read last, ISO 8601 in UTC, or ``None``.
    """

    name: str
    documents: int
    failed: int
    newest: str | None
    taken_in: str | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete a library is.

    Attributes:
        total: All folders together; its name is empty.
        folders: By name.
        failures: The files that could not be taken in, by name.
        undated: Documents without a date, by title.
        warned: Documents with warnings, by title.
    """

    total: FolderCount
    folders: tuple[FolderCount, ...]
    failures: tuple[SourceRecord, ...]
    undated: tuple[DoubtfulDocument, ...]
    warned: tuple[DoubtfulDocument, ...]


def completeness(reader: LibraryReader, uploads: Path) -> Completeness:
    """Tell how complete a library is.

    Args:
        reader: The library.
        uploads: The folder of what was uploaded.
    """
    standing = reader.standing()
    by_folder = defaultdict[str, list[SourceStanding]](list)
    for source in standing.sources:
        by_folder[_folder(source, uploads)].append(source)
    failed = [one.path for one in standing.sources if one.document_id is None]
    return Completeness(
        total=_count("", standing.sources),
        folders=tuple(_count(name, by_folder[name]) for name in sorted(by_folder, key=str.casefold)),
        failures=_failures(reader, failed),
        undated=tuple(one for one in standing.doubtful if one.date is None),
        warned=tuple(one for one in standing.doubtful if one.warnings),
    )


def _count(name: str, sources: Iterable[SourceStanding]) -> FolderCount:
    sources = list(sources)
    return FolderCount(
        name=name,
        documents=len({one.document_id for one in sources} - {None}),
        failed=sum(one.document_id is None for one in sources),
        newest=max((one.date for one in sources if one.date), default=None),
        taken_in=max((one.taken_in for one in sources if one.taken_in), default=None),
    )


def _failures(reader: LibraryReader, paths: list[str]) -> tuple[SourceRecord, ...]:
    if not paths:
        return ()
    records = reader.sources()
    return tuple(sorted((records[path] for path in paths if path in records), key=lambda one: one.name))


def _folder(source: SourceStanding, uploads: Path) -> str:
    """Return the top folder of a file's name; where it was given by itself, the folder that it stands in."""
    disk = PurePath(source.path.split("!/")[0])
    if disk.is_relative_to(uploads):
        return UPLOADED
    folders = PurePath(source.name.split("!/")[0]).parts[:-1]
    return folders[0] if folders else disk.parent.name or "/"
