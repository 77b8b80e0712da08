"""How commands print: JSON for programs, colour and width for people."""

import json
import sys
from typing import Any

from rich.console import Console

from beleidszoeker.errors import BeleidszoekerError

_WIDTH = 100


def console(*, error: bool = False) -> Console:
    """Return a console for people; at most 100 characters wide on a terminal, unwrapped in a pipe."""
    made = Console(stderr=error, highlight=False, soft_wrap=False)
    if not made.is_terminal:
        return Console(stderr=error, highlight=False, width=10_000, no_color=True)
    return Console(stderr=error, highlight=False, width=min(made.width, _WIDTH))


def print_json(value: Any) -> None:
    """Print JSON, indented, with letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def complain(error: BeleidszoekerError) -> None:
    """Print an error as one sentence and its advice as another."""
    out = console(error=True)
    out.print(f"[bold red]Fout:[/] {_plain(error.message)}")
    if error.advice:
        out.print(_plain(error.advice))


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
