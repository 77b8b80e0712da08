"""What parsers need not know: they read hostile files."""

import os

_SECRET = ("BELEIDSZOEKER_ADMIN_KEY", "BELEIDSZOEKER_ANSWERS_KEY")


def without_secrets() -> dict[str, str]:
    """Return the environment of this process without the keys in it."""
    return {name: value for name, value in os.environ.items() if name.upper() not in _SECRET}
