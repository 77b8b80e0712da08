"""Every command explains itself, quickly."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.support import command, environment, run

from beleidszoeker import __version__
from beleidszoeker.cli.app import app

IMPORTED = """
import sys
from beleidszoeker.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


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


@pytest.mark.parametrize("arguments", [("--help",), ("search", "--help"), ("ingest", "-h")])
def test_help_is_quick(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Help imports neither the model's libraries nor the indexes', and names the command."""
    line = command(*arguments)
    line[2] = IMPORTED
    ended = subprocess.run(
        line, env=environment(tmp_path / "l"), capture_output=True, text=True, check=True, timeout=60
    )
    modules = set(ended.stderr.split())
    assert not modules & {"torch", "faiss", "tantivy", "spacy", "numpy", "fastapi", "sentence_transformers"}
    assert arguments[0].strip("-") in ended.stdout


def test_a_service_starts_without_what_it_may_never_need() -> None:
    """What splits sentences and what writes Word take seconds to load: whoever asks for it first waits."""
    code = "import sys, beleidszoeker.api; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert not set(ended.stdout.split()) & {
        "torch",
        "spacy",
        "docx",
        "sentence_transformers",
        "mcp",
        "pypdfium2",
    }


def test_the_version_is_told(tmp_path: Path) -> None:
    """``--version`` prints it and ends."""
    assert run(tmp_path / "l", "--version").stdout == f"beleidszoeker {__version__}\n"


def test_without_a_command_help_is_shown(tmp_path: Path) -> None:
    """Whoever types the name alone sees what it can do."""
    ended = run(tmp_path / "l")
    assert "ingest" in ended.stdout + ended.stderr
