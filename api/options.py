"""What whoever runs the service chose; settings are read at the edge and come in as this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one service.

    Attributes:
        admin_key: Opens `/beheer`; without one that page and all that changes the library is off.
    """

    admin_key: str | None = None
