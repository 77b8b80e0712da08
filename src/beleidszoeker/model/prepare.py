"""Preparing the embedded model: once, whole or not at all, whoever else is at it.

A folder is built beside its place under a name of its own, synced, marked as complete and only then renamed.
One process builds at a time, so whatever stands under that name when the lock is ours was left by a run that
was interrupted.

Two folders can be made of the same weights. The network for OpenVINO is the usual one; a folder for
sentence-transformers takes three times the room and is made when OpenVINO cannot be used.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.durable import exclusive, sync, sync_tree
from beleidszoeker.model.marker import MARKER, is_complete, write_marker
from beleidszoeker.model.source import EMBEDDED, find, read
from beleidszoeker.model.weights import Weights, parse

Report: TypeAlias = Callable[[str], None]

NAME = "multilingual-e5-small-q4"
NETWORK_VERSION = 2
NETWORK_NAME = f"{NAME}-openvino-{NETWORK_VERSION}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to unpack the weights.

    Attributes:
        name: The folder's name. From 2 on it has the version in it: versions of this program that share a
            cache each have their own, and do not make one folder again in turns.
        version: Of what is written; raise it whenever ``fill`` would write something else.
        megabytes: About how much is written.
        fill: Writes the weights into an existing, empty folder.
    """

    name: str
    version: int
    megabytes: int
    fill: Callable[[Weights, Path], None]


def prepare(cache_dir: Path, *, report: Report | None = None) -> Path:
    """Make sure that the embedded model stands ready in ``cache_dir`` for ``SentenceTransformer(path)``.

    Args:
        cache_dir: Where prepared models are kept; made when it is missing. The model takes 480 MB.
        report: Called with one Dutch sentence before each step that takes time; never when all is ready.

    Returns:
        The folder.

    Raises:
        ModelUnavailableError: The weights are not installed here, or the folder cannot be written.
        ModelDamagedError: The weights are not the ones we know.
    """
    from beleidszoeker.model.unpack import unpack

    return _prepare(Form(name=NAME, version=1, megabytes=480, fill=unpack), cache_dir, report, anew=False)


def prepare_network(cache_dir: Path, *, report: Report | None = None, anew: bool = False) -> Path:
    """Make sure that the embedded model stands ready in ``cache_dir`` for ``runtime.Runtime``.

    Args:
        cache_dir: As for ``prepare``. The network takes 160 MB.
        report: As for ``prepare``.
        anew: Make it again, whatever stands there.

    Returns:
        The folder.

    Raises:
        ImportError: OpenVINO is not installed, and the network is still to be made.
        ModelUnavailableError: As for ``prepare``.
        ModelDamagedError: As for ``prepare``.
    """
    form = Form(name=NETWORK_NAME, version=NETWORK_VERSION, megabytes=160, fill=_export)
    return _prepare(form, cache_dir, report, anew=anew)


def _export(weights: Weights, folder: Path) -> None:
    # OpenVINO is brought in only to make something, never to find that it is there.
    from beleidszoeker.model.export import export

    export(weights, folder)


def _prepare(form: Form, cache_dir: Path, report: Report | None, *, anew: bool) -> Path:
    target = cache_dir / form.name
    try:
        if anew or not _is_ready(form, target):
            _prepare_alone(form, target, report or _say_nothing, anew=anew)
    except OSError as error:
        raise ModelUnavailableError(
            f"Het taalmodel kan niet worden uitgepakt in {cache_dir}: {error.strerror or error}.",
            advice="Maak er 1 GB vrij, of kies een map waarin geschreven mag worden.",
        ) from error
    return target


def _prepare_alone(form: Form, target: Path, report: Report, *, anew: bool) -> None:
    source = find()
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(target.with_name(f".{form.name}.lock")):
        # Another process may have finished while we waited.
        if anew or not _is_ready(form, target):
            _build(form, source, target, report)


def _is_ready(form: Form, target: Path) -> bool:
    return is_complete(target, source_digest=EMBEDDED.sha256, version=form.version)


def _build(form: Form, source: Path, target: Path, report: Report) -> None:
    partial, old = target.with_name(f".{form.name}.partial"), target.with_name(f".{form.name}.old")
    _clear(partial, old)
    partial.mkdir()
    report(f"Het taalmodel wordt eenmalig uitgepakt ({form.megabytes} MB).")
    form.fill(parse(read(source)), partial)
    report("Het taalmodel wordt vastgelegd op schijf.")
    sync_tree(partial)
    write_marker(partial, source_digest=EMBEDDED.sha256, version=form.version)
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
