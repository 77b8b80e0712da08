"""How a group of commands shows its help: plain text, and a whole sentence for each command.

Without the frames that typer draws through rich, help is there in half the time, and long names are not cut.
"""

from typing import Any

import typer
from typer.core import TyperGroup

_WHOLE = 200  # characters; more than a sentence


class _Sentences(TyperGroup):
    """A group that lists its commands with their first sentence, wrapped rather than cut."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, found.get_short_help_str(_WHOLE)) for name, found in commands if found]
            )


def group(name: str, *, about: str) -> typer.Typer:
    """Return an empty group of commands; without a command it shows its help.

    Args:
        name: Under which name it is called.
        about: What it is for, in a Dutch sentence.
    """
    return typer.Typer(
        name=name,
        help=about,
        cls=_Sentences,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
