"""Files inside files: the members of archives and messages stand beside the files on disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from beleidszoeker.index.files import File, Found, is_unchanged
from beleidszoeker.index.store import SourceRecord
from beleidszoeker.ingest.containers.registry import ARCHIVES, CONTAINERS
from beleidszoeker.ingest.formats import SUFFIXES
from beleidszoeker.ingest.sandbox.pool import ParserPool


def with_members(found: Found, known: Mapping[str, SourceRecord], pool: ParserPool) -> Found:
    """Return what was found with the files that stand in archives and messages.

    An archive gives way to its members; it stays where it cannot be read or holds nothing: its reading then
    tells why. A message comes after its attachments: when it is known and did not change, so are they.

    Args:
        found: Files on disk.
        known: What was known of files before, by their key.
        pool: Lists in child processes.
    """
    expanded = _Expansion(known, pool, _members_by_file(known))
    files = tuple(file for outer in found.files for file in expanded.of(outer))
    return replace(found, files=files, ignored=found.ignored + expanded.ignored)


@dataclass(slots=True)
class _Expansion:
    known: Mapping[str, SourceRecord]
    pool: ParserPool
    members: Mapping[str, Sequence[str]]
    ignored: int = 0

    def of(self, file: File) -> Iterator[File]:
        """Yield a file's members and, unless it is only an archive of them, the file itself."""
        suffix = file.path.suffix.lower()
        inside = self._inside(file) if suffix in CONTAINERS else []
        yield from inside
        if not inside or suffix not in ARCHIVES:
            yield file

    def _inside(self, file: File) -> list[File]:
        before = self.known.get(file.key)
        if before is not None and before.document_id is not None and is_unchanged(file, before):
            return [file.inside(name) for name in self.members.get(file.key, ())]
        names = self.pool.members(file.path).names
        kept = [name for name in names if PurePath(name).suffix.lower() in SUFFIXES]
        self.ignored += len(names) - len(kept)
        return [file.inside(name) for name in kept]


def _members_by_file(known: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in known:
        outer, mark, member = key.partition("!/")
        if mark:
            found.setdefault(outer, []).append(member)
    return found
