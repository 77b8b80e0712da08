"""Preparing the embedded model: once, whole or not at all, whoever else is at it.

A folder is built beside its place under a name of its own, synced, marked as complete and only then renamed.
One process builds at a time, so whatever stands under that name when the lock is ours was left by a run that
was interrupted.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.durable import exclusive, sync, sync_tree
from beleidszoeker.model.marker import MARKER, is_complete, write_marker
from beleidszoeker.model.source import EMBEDDED, find, read
from beleidszoeker.model.unpack import unpack
from beleidszoeker.model.weights import parse

Report: TypeAlias = Callable[[str], None]

NAME = "multilingual-e5-small-q4"


def prepare(cache_dir: Path, *, report: Report | None = None) -> Path:
    """Make sure that the embedded model stands ready in ``cache_dir``.

    Args:
        cache_dir: Where prepared models are kept; made when it is missing. The model takes 480 MB.
        report: Called with one Dutch sentence before each step that takes time; never when all is ready.

    Returns:
        The folder, for ``SentenceTransformer(path)``.

    Raises:
        ModelUnavailableError: The weights are not installed here, or the folder cannot be written.
        ModelDamagedError: The weights are not the ones we know.
    """
    target = cache_dir / NAME
    try:
        if not is_complete(target, source_digest=EMBEDDED.sha256):
            _prepare_alone(target, report or _say_nothing)
    except OSError as error:
        raise ModelUnavailableError(
            f"Het taalmodel kan niet worden uitgepakt in {cache_dir}: {error.strerror or error}.",
            advice="Maak er 1 GB vrij, of kies een map waarin geschreven mag worden.",
        ) from error
    return target


def _prepare_alone(target: Path, report: Report) -> None:
    source = find()
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(target.with_name(f".{NAME}.lock")):
        # Another process may have finished while we waited.
        if not is_complete(target, source_digest=EMBEDDED.sha256):
            _build(source, target, report)


def _build(source: Path, target: Path, report: Report) -> None:
    partial, old = target.with_name(f".{NAME}.partial"), target.with_name(f".{NAME}.old")
    _clear(partial, old)
    partial.mkdir()
    report("Het taalmodel wordt eenmalig uitgepakt (480 MB).")
    unpack(parse(read(source)), partial)
    report("Het taalmodel wordt vastgelegd op schijf.")
    sync_tree(partial)
    write_marker(partial, source_digest=EMBEDDED.sha256)
    sync(partial / MARKER)
    sync(partial)
    _put_in_place(partial, target, old)


def _put_in_place(partial: Path, target: Path, old: Path) -> None:
    # A folder cannot be renamed onto one that holds files.
    if target.exists():
        target.rename(old)
    partial.rename(target)
    sync(target.parent)
    _clear(old)


def _clear(*folders: Path) -> None:
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)


def _say_nothing(_: str) -> None:
    pass
