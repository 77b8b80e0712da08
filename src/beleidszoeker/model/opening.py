"""Opening a sentence-transformers model: from this machine when it is there, else from the hub."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.revision import hub_commit, repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentence_transformers import CrossEncoder, SentenceTransformer

_TIMEOUT = 15.0
_Model = TypeVar("_Model")
_Made_co = TypeVar("_Made_co", covariant=True)


class Load(Protocol[_Made_co]):
    """Loads a model, from this machine only or also from the hub."""

    def __call__(self, *, local_files_only: bool) -> _Made_co:
        """Return the model."""


def open_model(name: str) -> SentenceTransformer:
    """Load a model for the CPU, float32.

    What stands on this machine is used as it is, without asking the network whether there is something newer.

    Args:
        name: A folder, or a name on the hub.

    Raises:
        ModelUnavailableError: The folder holds no such model, or the hub does not give it.
    """

    def load(*, local_files_only: bool) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(name, device="cpu", local_files_only=local_files_only)
        # Some models are stored in half precision: slow on most processors, and different between them.
        return model.float()

    return _opened(name, load)


def open_cross_encoder(name: str) -> CrossEncoder:
    """Load a model that reads a question and a passage together, likewise.

    Args:
        name: A folder, or a name on the hub.

    Raises:
        ModelUnavailableError: The folder holds no such model, or the hub does not give it.
    """

    def load(*, local_files_only: bool) -> CrossEncoder:
        from sentence_transformers import CrossEncoder

        model: CrossEncoder = CrossEncoder(name, device="cpu", local_files_only=local_files_only).float()
        return model

    return _opened(name, load)


def _opened(name: str, load: Load[_Model]) -> _Model:
    # Four libraries and every model's own code raise here, each what it likes.
    try:
        return _local(load) if Path(name).is_dir() else _by_name(name, load)
    except Exception as error:
        raise _unavailable(name, error) from error


def _by_name(name: str, load: Load[_Model]) -> _Model:
    if hub_commit(name):
        # An interrupted download leaves part of a model behind: then the hub is asked for the rest.
        with suppress(OSError):
            return _local(load)
    return _from_hub(name, load)


def _local(load: Load[_Model]) -> _Model:
    with _without_progress_bars():
        return load(local_files_only=True)


def _from_hub(name: str, load: Load[_Model]) -> _Model:
    from huggingface_hub import HfApi

    # One question first: the loaders would each try again for minutes when there is no network.
    HfApi().model_info(repository(name), timeout=_TIMEOUT)
    return load(local_files_only=False)


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
