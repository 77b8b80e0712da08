"""Sidecars and manifests: the files beside documents that say what they are.

``brief.pdf.meta.json`` or ``brief.meta.json`` is about ``brief.pdf``. A ``manifest.csv`` or ``metadata.csv``
has a row for each file of its folder and the folders below, and a column ``file`` or ``bestand`` with the
name. A sidecar goes before a manifest, and a manifest before those of the folders above it.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from beleidszoeker.ingest.metadata.overrides import Override, read_values
from beleidszoeker.ingest.text.parser import decode

_SIDECAR = ".meta.json"
_MANIFESTS = ("manifest.csv", "metadata.csv")
_FILE_COLUMNS = frozenset(
    {"file", "filename", "file_name", "bestand", "bestandsnaam", "path", "pad", "name", "naam"}
)
_MOST_SIDECAR, _MOST_MANIFEST = 1 << 20, 50 << 20
_NOTHING = Override({})

_Rows = Mapping[str, tuple[int, Mapping[str, object]]]


def is_sidecar(path: Path) -> bool:
    """Tell whether a file is about other files: it is no document itself."""
    return path.name.lower().endswith(_SIDECAR) or path.name.lower() in _MANIFESTS


class Sidecars:
    """The sidecars and manifests of some folders; each manifest is read once."""

    def __init__(self) -> None:
        self._manifests: dict[Path, tuple[_Rows, str]] = {}

    def about(self, path: Path, *, root: Path, member: str = "") -> Override:
        """Return what is said of a document.

        Args:
            path: The file on disk.
            root: The folder above which no manifest counts.
            member: Name of the document inside that file, where it is in one; manifests call it
                ``bundel.zip!/brief.pdf``, and sidecars are about files on disk only.
        """
        folders = [path.parent, *path.parent.parents]
        within = folders[: folders.index(root) + 1] if root in folders else folders[:1]
        said = _NOTHING
        for folder in reversed(within):
            for name in _MANIFESTS:
                said = self._row(folder / name, path, member).over(said)
        return said if member else _sidecar(path).over(said)

    def _row(self, manifest: Path, path: Path, member: str) -> Override:
        if manifest not in self._manifests:
            self._manifests[manifest] = _read_manifest(manifest)
        rows, fault = self._manifests[manifest]
        if fault:
            return Override({}, (fault,))
        name = path.relative_to(manifest.parent).as_posix() + (f"!/{member}" if member else "")
        line, values = rows.get(_normal(name), (0, {}))
        return read_values(values, source=f"{manifest.name}, regel {line}")


def _sidecar(path: Path) -> Override:
    for sidecar in (path.with_name(path.name + _SIDECAR), path.with_name(path.stem + _SIDECAR)):
        if sidecar.is_file():
            return _read_sidecar(sidecar)
    return _NOTHING


def _read_sidecar(sidecar: Path) -> Override:
    try:
        given = json.loads(decode(_bytes(sidecar, _MOST_SIDECAR)))
    except (OSError, ValueError, RecursionError) as error:
        return Override({}, (f"{sidecar.name} is niet gebruikt: {_why(error)}.",))
    if not isinstance(given, dict):
        return Override({}, (f"{sidecar.name} is niet gebruikt: er staat geen JSON-object in.",))
    return read_values(given, source=sidecar.name)


def _read_manifest(manifest: Path) -> tuple[_Rows, str]:
    """Return the rows by file name, and what is wrong with the manifest as a whole."""
    if not manifest.is_file():
        return {}, ""
    try:
        text = decode(_bytes(manifest, _MOST_MANIFEST))
        head = text.split("\n", 1)[0]
        delimiter = max(";,\t", key=head.count)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return dict(_rows(rows, lambda: rows.line_num)), ""
    except (OSError, ValueError, csv.Error) as error:
        return {}, f"{manifest.name} is niet gebruikt: {_why(error)}."


def _rows(
    rows: Iterator[list[str]], line: Callable[[], int]
) -> Iterator[tuple[str, tuple[int, Mapping[str, object]]]]:
    names = [name.strip() for name in next(rows, [])]
    column = next((i for i, name in enumerate(names) if name.lower() in _FILE_COLUMNS), None)
    if column is None:
        raise ValueError("er is geen kolom 'bestand'")
    for row in rows:
        if len(row) > column and row[column].strip():
            given = {
                name: _cell(name, value)
                for i, (name, value) in enumerate(zip(names, row, strict=False))
                if i != column and name and value.strip()
            }
            yield _normal(row[column]), (line(), given)


def _cell(name: str, value: str) -> object:
    """A cell with several values parts them with ``|`` or ``;``; titles and addresses may hold either."""
    if name.strip().lower() in {"title", "titel", "url"}:
        return value
    parts = [part.strip() for part in value.replace("|", ";").split(";") if part.strip()]
    return parts if len(parts) > 1 else value.strip()


def _normal(name: str) -> str:
    return PurePosixPath(name.strip().replace("\\", "/")).as_posix().removeprefix("./")


def _bytes(path: Path, most: int) -> bytes:
    if path.stat().st_size > most:
        raise ValueError(f"het is groter dan {most >> 20} MB")
    return path.read_bytes()


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"het is geen geldige JSON (regel {error.lineno})"
    if isinstance(error, OSError):
        return f"het is onleesbaar ({error.strerror})"
    if isinstance(error, (csv.Error, RecursionError)):
        return "het is niet goed opgemaakt"
    return str(error)
