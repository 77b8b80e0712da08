"""``beleidszoeker commitments``, ``motions`` and ``decisions``."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.promises import ANSWER, MOTION, OPEN, PROMISE, VAGUE, debate, entries, fill, letter, minutes, reply
from tests.support import Shelf, invoke, run


@pytest.fixture
def library(shelf: Shelf) -> Path:
    fill(shelf, letter(), reply(), debate(), minutes())
    return shelf.library.folder


def asked(library: Path, *arguments: str) -> list[str]:
    """Return the sentences that a command gives as JSON."""
    ended = invoke(library, *arguments, "--json")
    assert ended.exit_code == 0, ended.output
    return [each["text"] for each in json.loads(ended.stdout)]


def test_records_come_with_document_span_and_text(library: Path, shelf: Shelf) -> None:
    """What the API gives, the command line prints: literal, cited, with what may answer."""
    found = json.loads(invoke(library, "commitments", "--overdue", "--json").stdout)
    (record,) = found
    text = shelf.library.reader.text(record["document_id"]) or ""
    assert text[record["start"] : record["end"]] == record["text"] == PROMISE
    assert record["label"] == "Kamerbrief Brief over de beek, 20 januari 2025"
    assert record["term"]["until"] == "2025-06-30"
    assert [each["text"] for each in record["suggestions"]] == [ANSWER]


def test_options_limit(library: Path) -> None:
    """By how it stands, who, when, whose, of which kind of document, and by words."""
    assert set(asked(library, "commitments")) == {PROMISE, OPEN, VAGUE}
    assert set(asked(library, "commitments", "--open")) == {OPEN, VAGUE}
    assert asked(library, "commitments", "--role", "cabinet") == [VAGUE]
    assert asked(library, "commitments", "--before", "2025") == [PROMISE]
    assert asked(library, "commitments", "--after", "2026-01-01") == [OPEN]
    assert asked(library, "commitments", "--organisation", "Vuur") == []
    assert asked(library, "commitments", "--kind-of-document", "nota") == []
    assert asked(library, "commitments", "plan voor de dijken") == [OPEN]
    assert asked(library, "motions", "peil") == [MOTION]
    assert asked(library, "motions", "--number", "kst-1-1") == []
    assert asked(library, "decisions", "--asked") == ["Instemmen met de brief."]


def test_people_read_who_what_and_where(library: Path) -> None:
    """Text tells who, how it stands and where, and that an answer is a suggestion."""
    told = invoke(library, "commitments").stdout
    assert "minister van Water aan Tweede Kamer mogelijk nagekomen, tot en met 2025-06-30" in told
    assert "3 van 3 toezeggingen." in told
    assert "Motie van Wilg (kst-31234-8)" in invoke(library, "motions").stdout
    assert "Dak van de school: genomen" in invoke(library, "decisions").stdout


def test_files_can_be_read_again(library: Path, tmp_path: Path) -> None:
    """A calendar with the promises that have a day, a table with all."""
    calendar, table = tmp_path / "t.ics", tmp_path / "t.csv"
    for path in (calendar, table):
        assert invoke(library, "commitments", "-o", path).exit_code == 0
    days = set(entries(calendar.read_bytes()))
    assert days == {"2025-06-30", "2087-06-30"}
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig")), delimiter=";"))
    assert {row["toezegging"] for row in rows} == {PROMISE, OPEN, VAGUE}


@pytest.mark.parametrize(
    "arguments",
    [
        ("commitments", "--open", "--overdue"),
        ("commitments", "-o", "toezeggingen.docx"),
        ("motions", "-o", "moties.ics"),
        ("commitments", "-o", "nergens/map/t.csv"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(library: Path, arguments: tuple[str, ...]) -> None:
    """Nothing is written, and the person is told why."""
    ended = run(library, *arguments)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_a_day_that_is_none_is_refused(library: Path) -> None:
    """With the way to write one."""
    ended = run(library, "commitments", "--before", "gisteren")
    assert ended.returncode == 2
    assert "geen datum" in ended.stderr


def test_without_an_index_nobody_looks_and_that_is_said(shelf: Shelf) -> None:
    """Promises are shown from the database; suggestions need the published index."""
    shelf.put("brief.txt", letter())
    ended = run(shelf.library.folder, "commitments", "--json")
    assert [each["suggestions"] for each in json.loads(ended.stdout)] == [None, None, None]
    assert "niet gekeken" in ended.stderr
