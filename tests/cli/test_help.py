"""Every command explains itself; ``test_imports.py`` sees that it does so quickly."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.support import run

from beleidszoeker import __version__
from beleidszoeker.cli.app import app


def commands(group: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Walk the tree of commands."""
    yield path, group
    for name, inner in getattr(group, "commands", {}).items():
        yield from commands(inner, *path, name)


TREE = list(commands(typer.main.get_command(app)))


def test_all_commands_are_there() -> None:
    """The commands that were agreed."""
    assert {" ".join(path) for path, _ in TREE} >= {
        *("", "ingest", "search", "show", "documents", "remove", "doctor", "serve", "evaluate"),
        *("model", "model prepare", "model show"),
        *("commitments", "motions", "decisions"),
        *("timeline", "changes"),
        *("references", "cited-by"),
    }


@pytest.mark.parametrize(("path", "found"), TREE, ids=[" ".join(path) or "-" for path, _ in TREE])
def test_each_command_and_each_option_has_help(path: tuple[str, ...], found: Any) -> None:
    """A sentence for the command, and one for each of its arguments and options."""
    assert found.help
    assert found.help.strip()[0].isupper(), path
    for parameter in found.params:
        assert getattr(parameter, "help", None), (path, parameter.name)


def test_the_version_is_told(tmp_path: Path) -> None:
    """``--version`` prints it and ends."""
    assert run(tmp_path / "l", "--version").stdout == f"beleidszoeker {__version__}\n"


def test_without_a_command_help_is_shown(tmp_path: Path) -> None:
    """Whoever types the name alone sees what it can do."""
    ended = run(tmp_path / "l")
    assert "ingest" in ended.stdout + ended.stderr
