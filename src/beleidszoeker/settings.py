"""Settings from the environment, read at the edge (CLI and service) and passed inwards as arguments.

Every command reads them, so they are read without pydantic, which takes longer to load than they to be read.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.model import DEFAULT_MODEL

_APP = "beleidszoeker"
_PREFIX = "BELEIDSZOEKER_"
_ORIGIN = r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?"
_OF_TESTS = {_PREFIX + "TEST_MODEL_CACHE"}
_SHORTEST_KEY = 12
_LONGEST_NAME = 200
_MOST_WORKERS = 64


def _library() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - who names a folder needs none of the system's

    return user_data_path(_APP) / "library"


def _cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path(_APP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set; each as ``BELEIDSZOEKER_<NAME>`` in the environment. A misspelt name is an error.

    Attributes:
        library: Folder of the library.
        cache: Folder for the unpacked model.
        model: Embedding model: 'embedded', or any sentence-transformers name or path.
        reranker: Cross-encoder that reads the best fifty passages again: a name or path. Slow.
        admin_key: Opens the page that changes the library; off without one.
        address: Where people reach the service, as https://zoek.naam.nl; else what each request says.
        origins: Websites whose scripts may ask the API, as https://naam.nl, with spaces between them.
        answers_url: OpenAI-compatible address of a model that writes answers, up to /chat; else none.
        answers_model: Name of that model.
        answers_key: Its key, where it asks for one.
        workers: Parser processes; by default one per processor.
        ocr: ``auto`` to recognise text in pages that are pictures where that is installed, or ``off``.
    """

    library: Path = field(default_factory=_library)
    cache: Path = field(default_factory=_cache)
    model: str = DEFAULT_MODEL
    reranker: str | None = None
    admin_key: str | None = field(default=None, repr=False)
    address: str | None = None
    origins: str = ""
    answers_url: str | None = None
    answers_model: str | None = None
    answers_key: str | None = field(default=None, repr=False)
    workers: int | None = None
    ocr: str = "auto"

    @property
    def named_origins(self) -> tuple[str, ...]:
        """The websites in ``origins``, one by one."""
        return tuple(self.origins.replace(",", " ").split())


def load_settings(*, library: Path | None = None) -> Settings:
    """Read the settings from the environment; an empty variable is as good as none.

    Args:
        library: The library's folder where the command line names one; it goes first.

    Raises:
        ConfigurationError: A value cannot be used, or a variable with our prefix is unknown.
    """
    given: dict[str, object] = {} if library is None else {"library": library}
    for variable, value in _ours(os.environ).items():
        name = variable.removeprefix(_PREFIX).lower()
        if value and name not in given:
            given[name] = _read(variable, _READ.get(name, str), value)
    return Settings(**given)  # type: ignore[arg-type]  # each reader gives what its field holds


def _ours(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables with our prefix; their names may be in small letters."""
    known = {_PREFIX + one.name.upper() for one in fields(Settings)}
    ours = {name: value for name, value in environment.items() if name.upper().startswith(_PREFIX)}
    for name in ours:
        if name.upper() not in known | _OF_TESTS:
            raise ConfigurationError(
                f"De instelling {name} bestaat niet.", advice=f"Bekend zijn: {', '.join(sorted(known))}."
            )
    return {name.upper(): value for name, value in ours.items() if name.upper() in known}


def _read(variable: str, read: Callable[[str], object], value: str) -> object:
    try:
        return read(value)
    except ValueError as error:
        raise ConfigurationError(f"De instelling {variable} is onbruikbaar: {error}.") from error


def _key(text: str) -> str:
    if len(text) < _SHORTEST_KEY:
        raise ValueError(f"een sleutel telt ten minste {_SHORTEST_KEY} tekens")
    return text


def _model_name(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        raise ValueError(f"een naam telt ten hoogste {_LONGEST_NAME} tekens")
    return text


def _address(text: str) -> str:
    if not re.fullmatch(rf"{_ORIGIN}/?", text):
        raise ValueError("schrijf een adres als https://zoek.naam.nl")
    return text


def _origins(text: str) -> str:
    if not re.fullmatch(rf"{_ORIGIN}(?:[ ,]+{_ORIGIN})*", text):
        raise ValueError("schrijf adressen als https://naam.nl, met komma's ertussen")
    return text


def _url(text: str) -> str:
    parts = urlsplit(text)
    known = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    if not known or any(map(str.isspace, text)):
        raise ValueError("schrijf een adres dat met http:// of https:// begint")
    return text


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_WORKERS:
        raise ValueError(f"kies een getal van 1 tot en met {_MOST_WORKERS}")
    return int(text)


def _ocr(text: str) -> str:
    if text not in {"auto", "off"}:
        raise ValueError("kies auto of off")
    return text


_READ: Mapping[str, Callable[[str], object]] = {
    "library": Path,
    "cache": Path,
    "admin_key": _key,
    "address": _address,
    "origins": _origins,
    "answers_url": _url,
    "answers_model": _model_name,
    "workers": _workers,
    "ocr": _ocr,
}
"""How each variable is read; those that are not named may be any text."""
