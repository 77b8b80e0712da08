"""``beleidszoeker programmes``: names, their mentions, and where they meet."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.naming import headed, naming
from tests.support import Shelf, invoke, made, run

from beleidszoeker.errors import InvalidFilterError

TEXT = "Het MIEK raakt Chemelot. TNO telt."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two documents with names."""
    with Shelf(tmp_path / "library").library:
        shelf = Shelf(tmp_path / "library")
        shelf.fill(
            naming(made(TEXT, title="[Brief]", date="2024-05-17")),
            naming(headed(made("# Chemelot\n\nHet MIEK groeit.\n\nNOVEX ook.", date="2025-01-01"))),
        )
    return tmp_path / "library"


def records(library: Path, *arguments: str) -> list[dict[str, Any]]:
    """Return what the command prints under ``--json``; every record is literal."""
    found: list[dict[str, Any]] = json.loads(invoke(library, "programmes", *arguments, "--json").stdout)
    for each in found:
        assert {"document_id", "start", "end", "text", "kind", "name"} <= set(each)
        assert each["text"].lower() in each["name"].lower()
    return found


def test_mentions_are_records(library: Path) -> None:
    """All of them, or those of a name, a kind, a year; newest document first."""
    assert [each["text"] for each in records(library)] == [
        "Chemelot",
        "MIEK",
        "NOVEX",
        "MIEK",
        "Chemelot",
        "TNO",
    ]
    assert [(each["start"], each["kind"]) for each in records(library, "tno")] == [(25, "organisation")]
    assert len(records(library, "--kind", "programme")) == 3
    assert len(records(library, "MIEK", "--year", "2024")) == 1
    assert len(records(library, "--limit", "2")) == 2


def test_mentions_of_two_names_that_meet(library: Path) -> None:
    """Those that make the passages of the cell: also the one in the heading."""
    found = records(library, "miek", "--with", "Chemelot")
    assert [(each["text"], each["closeness"]) for each in found] == [
        ("MIEK", "sentence"),
        ("Chemelot", "sentence"),
        ("Chemelot", "heading"),
        ("MIEK", "heading"),
    ]


def test_tables_for_people(library: Path) -> None:
    """Names with their counts, a name with its passages, and the matrix; brackets of titles stay."""
    assert "Chemelot" in invoke(library, "programmes").stdout
    assert "[Brief]" in invoke(library, "programmes", "MIEK").stdout
    shown = invoke(library, "programmes", "--matrix", "cluster").stdout.splitlines()
    assert [line.split() for line in shown if line.startswith("MIEK")] == [["MIEK", "2"]]
    assert "in dezelfde zin" in invoke(library, "programmes", "MIEK", "--with", "Chemelot").stdout


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [((), 5), (("MIEK",), 3), (("MIEK", "--with", "Chemelot"), 3), (("--matrix", "organisation"), 3)],
)
def test_files(library: Path, tmp_path: Path, arguments: tuple[str, ...], lines: int) -> None:
    """Each answer can be written as a table that a spreadsheet opens."""
    path = tmp_path / "uit.csv"
    invoke(library, "programmes", *arguments, "-o", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == lines


@pytest.mark.parametrize(
    "arguments",
    [("bestaat-niet",), ("--with", "MIEK"), ("MIEK", "--with", "niets"), ("--kind", "x"), ("--matrix", "x")],
)
def test_what_cannot_be_read_is_explained(library: Path, arguments: tuple[str, ...]) -> None:
    """A name or kind that is none is an error with advice."""
    with pytest.raises(InvalidFilterError) as caught:
        invoke(library, "programmes", *arguments)
    assert caught.value.advice


def test_it_is_a_command(library: Path) -> None:
    """An error is one sentence and exit code 2."""
    ended = run(library, "programmes", "bestaat-niet")
    assert ended.returncode == 2
    assert ended.stderr.startswith("Fout: 'bestaat-niet' is geen bekende naam.")
