"""The language model that writes answers, from the settings."""

from typing import TYPE_CHECKING

from beleidszoeker.errors import ConfigurationError

if TYPE_CHECKING:
    from beleidszoeker.search.answering import Writer
    from beleidszoeker.settings import Settings


def load_writer(settings: "Settings") -> "Writer | None":
    """Return the model that was configured; ``None`` where none was, so that nothing leaves this machine.

    Raises:
        ConfigurationError: There is an address without a model, or a model or key without an address.
    """
    from beleidszoeker.search.answering import Endpoint

    if settings.answers_url is None and settings.answers_model is None and settings.answers_key is None:
        return None
    if settings.answers_url is None or settings.answers_model is None:
        raise ConfigurationError(
            "Voor antwoorden van een taalmodel zijn een adres en een model nodig.",
            advice="Zet BELEIDSZOEKER_ANSWERS_URL en BELEIDSZOEKER_ANSWERS_MODEL beide, of geen van beide.",
        )
    return Endpoint(settings.answers_url, settings.answers_model, settings.answers_key)
