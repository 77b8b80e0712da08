"""How commands print: JSON for programs, colour and width for people."""

import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

from beleidszoeker.errors import BeleidszoekerError

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.index.store import LibraryReader, SourceRecord

_WIDTH = 100
_UNBOUNDED = 10_000


def console(*, error: bool = False) -> "Console":
    """Return a console for people; at most 100 characters wide on a terminal, unwrapped in a pipe."""
    from rich.console import Console

    made = Console(stderr=error, highlight=False)
    if made.is_terminal:
        return Console(stderr=error, highlight=False, width=min(made.width, _WIDTH))
    return Console(stderr=error, highlight=False, width=_UNBOUNDED, no_color=True)


def print_json(value: Any) -> None:
    """Print JSON, indented, with letters as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def complain(error: BeleidszoekerError) -> None:
    """Print an error as one sentence and its advice as another."""
    out = console(error=True)
    out.print(f"[bold red]Fout:[/] {plain(error.message)}")
    if error.advice:
        out.print(plain(error.advice))


def failure_line(source: "SourceRecord") -> str:
    """Return the line, with markup, that tells why a file could not be taken in."""
    return "  " + plain(f"{source.name}: {source.message} {source.advice}".rstrip())


def plain(text: str) -> str:
    """Return text from a document or a file name as it may stand between our own markup."""
    from rich.markup import escape

    return escape(harmless(text))


def harmless(text: str) -> str:
    """Return text without what steers a terminal or no encoding holds; lines and cells stay."""
    return "".join(
        char if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"} else "�" for char in text
    )


def tell(sentence: str) -> None:
    """Say on standard error what takes time."""
    console(error=True).print(sentence, markup=False)


def tell_unread(reader: "LibraryReader") -> None:
    """Say on standard error when documents were stored before what they say was read: nothing is not none."""
    if count := reader.knowledge.unread():
        many = "1 document is" if count == 1 else f"{count} documenten zijn"
        tell(
            f"Let op: {many} ingelezen met een eerdere versie. Wat daarin wordt toegezegd, genoemd of "
            "aangehaald, is nog niet bekend; neem die bestanden opnieuw op met ‘beleidszoeker ingest’."
        )
