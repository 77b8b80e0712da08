"""Opening a sentence-transformers model: from this machine when it is there, else from the hub."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.revision import hub_commit, repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentence_transformers import SentenceTransformer

_TIMEOUT = 15.0


def open_model(name: str) -> SentenceTransformer:
    """Load a model for the CPU, float32.

    What stands on this machine is used as it is, without asking the network whether there is something newer.

    Args:
        name: A folder, or a name on the hub.

    Raises:
        ModelUnavailableError: The folder holds no such model, or the hub does not give it.
    """
    # Four libraries and every model's own code raise here, each what it likes.
    try:
        return _open_local(name) if Path(name).is_dir() else _open_by_name(name)
    except Exception as error:
        raise _unavailable(name, error) from error


def _open_by_name(name: str) -> SentenceTransformer:
    if hub_commit(name):
        # An interrupted download leaves part of a model behind: then the hub is asked for the rest.
        with suppress(OSError):
            return _open_local(name)
    return _open_from_hub(name)


def _open_local(name: str) -> SentenceTransformer:
    with _without_progress_bars():
        return _open(name, local_files_only=True)


def _open_from_hub(name: str) -> SentenceTransformer:
    from huggingface_hub import HfApi

    # One question first: the loaders would each try again for minutes when there is no network.
    HfApi().model_info(repository(name), timeout=_TIMEOUT)
    return _open(name, local_files_only=False)


def _open(name: str, *, local_files_only: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(name, device="cpu", local_files_only=local_files_only)
    # Some models are stored in half precision, which is slow on most processors and differs between them.
    return model.float()


@contextmanager
def _without_progress_bars() -> Iterator[None]:
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _unavailable(name: str, error: Exception) -> ModelUnavailableError:
    reason = str(error).strip().partition("\n")[0]
    return ModelUnavailableError(
        f"Het taalmodel “{name}” is niet te laden ({type(error).__name__}: {reason}).",
        advice="Controleer de naam en de internetverbinding, of kies het ingebouwde model: "
        "BELEIDSZOEKER_MODEL=embedded.",
    )
