"""The marker of a prepared folder: written last, it says which files belong there and how they should be.

A folder without one was interrupted. Starting compares sizes only, which takes no time; the digests are there
for whoever wants to be sure.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

MARKER = "beleidszoeker.json"


def write_marker(folder: Path, *, source_digest: str, version: int) -> None:
    """Describe every file that ``folder`` holds now.

    Args:
        folder: A folder that is complete and synced.
        source_digest: SHA-256 of the weights file that it was made from.
        version: Of what is written there, the ``version`` of its ``Form``.
    """
    files = {path.relative_to(folder).as_posix(): _facts(path) for path in _files(folder)}
    content = {"format": version, "source": source_digest, "files": files}
    (folder / MARKER).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def is_complete(folder: Path, *, source_digest: str, version: int) -> bool:
    """Whether the folder was made in this version from this source, and each file has its size."""
    marker = _read(folder)
    return (
        marker.get("format") == version
        and marker.get("source") == source_digest
        and all(_size(folder / name) == facts["size"] for name, facts in marker["files"].items())
    )


def changed_files(folder: Path) -> list[str]:
    """Files whose SHA-256 is no longer the one in the marker; reads them all, so it takes about a second."""
    files = _read(folder).get("files", {})
    return [name for name, facts in files.items() if not _is_as(facts, folder / name)]


def _read(folder: Path) -> dict[str, Any]:
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return marker if isinstance(marker, dict) else {}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _is_as(facts: dict[str, Any], path: Path) -> bool:
    return path.is_file() and _facts(path) == facts


def _facts(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": path.stat().st_size, "sha256": digest}
