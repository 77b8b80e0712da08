"""The command line: ``beleidszoeker``."""

from beleidszoeker.cli.app import main

__all__ = ["main"]
