"""Settings from the environment, read at the edge (CLI and service) and passed inwards as arguments."""

import os
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, HttpUrl, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.model import DEFAULT_MODEL

_APP = "beleidszoeker"
_PREFIX = "BELEIDSZOEKER_"
_ORIGIN = r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?"
_OF_TESTS = {_PREFIX + "TEST_MODEL_CACHE"}


class Settings(BaseSettings):
    """What can be set; each as ``BELEIDSZOEKER_<NAME>`` in the environment. A misspelt name is an error."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    library: Path = Field(
        default_factory=lambda: user_data_path(_APP) / "library", description="Folder of the library."
    )
    cache: Path = Field(
        default_factory=lambda: user_cache_path(_APP), description="Folder for the unpacked model."
    )
    model: str = Field(
        default=DEFAULT_MODEL,
        description="Embedding model: 'embedded', or any sentence-transformers name or path.",
    )
    reranker: str | None = Field(
        default=None,
        description="Cross-encoder that reads the best fifty passages again: a name or path. Slow.",
    )
    admin_key: str | None = Field(
        default=None, min_length=12, description="Opens the page that changes the library; off without one."
    )
    address: str | None = Field(
        default=None,
        pattern=rf"^{_ORIGIN}/?$",
        description="Where people reach the service, as https://zoek.naam.nl; else what each request says.",
    )
    origins: str = Field(
        default="",
        pattern=rf"^(?:{_ORIGIN}(?:[ ,]+{_ORIGIN})*)?$",
        description="Websites whose scripts may ask the API, as https://naam.nl, with spaces between them.",
    )
    answers_url: HttpUrl | None = Field(
        default=None,
        description="OpenAI-compatible address of a model that writes answers, up to /chat; else none.",
    )
    answers_model: str | None = Field(default=None, max_length=200, description="Name of that model.")
    answers_key: str | None = Field(default=None, repr=False, description="Its key, where it asks for one.")
    workers: int | None = Field(
        default=None, ge=1, le=64, description="Parser processes; by default one per processor."
    )
    ocr: Literal["auto", "off"] = Field(
        default="auto",
        description="Recognise text in pages that are pictures where that is installed, or never.",
    )

    @property
    def named_origins(self) -> tuple[str, ...]:
        """The websites in ``origins``, one by one."""
        return tuple(self.origins.replace(",", " ").split())


def load_settings(**overrides: object) -> Settings:
    """Read the settings; command-line options given here go first.

    Raises:
        ConfigurationError: A value cannot be used, or a variable with our prefix is unknown.
    """
    _refuse_unknown()
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = _PREFIX + str(first["loc"][0]).upper()
        raise ConfigurationError(f"De instelling {name} is onbruikbaar: {first['msg']}.") from error


def _refuse_unknown() -> None:
    known = {_PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.upper().startswith(_PREFIX) and name.upper() not in known | _OF_TESTS:
            raise ConfigurationError(
                f"De instelling {name} bestaat niet.", advice=f"Bekend zijn: {', '.join(sorted(known))}."
            )
