"""Which snapshot folders stay and which go."""

import shutil
from contextlib import suppress
from pathlib import Path

from beleidszoeker.index.manifest import MANIFEST


def next_number(folder: Path, current: int | None) -> int:
    """Return a number for a new snapshot that no folder has."""
    return max([current or 0, *_numbers(folder)]) + 1


def clear_snapshots(folder: Path, current: int | None) -> None:
    """Remove what an interrupted publication left, and old snapshots.

    The published one stays, and the last finished one before it.
    """
    numbers = _numbers(folder)
    before = [number for number in numbers if number < (current or 0) and _finished(folder / str(number))]
    for number in set(numbers) - {current, *before[-1:]}:
        _remove(folder / str(number))
    for half in folder.glob("*.new"):
        half.unlink(missing_ok=True)


def _numbers(folder: Path) -> list[int]:
    return sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit() and path.is_dir())


def _finished(folder: Path) -> bool:
    return (folder / MANIFEST).exists()


def _remove(folder: Path) -> None:
    """Delete a snapshot, its manifest first: interrupted half-way, it does not look finished."""
    with suppress(OSError):  # some systems keep files that a reader has open; the next time they can go
        (folder / MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(folder)
