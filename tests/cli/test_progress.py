"""What is shown while scans are read."""

from pathlib import Path

import pytest

from beleidszoeker.cli.progress import BarReporter, LineReporter


def test_a_scan_shows_its_pages_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal, recognised pages are told now and then, the name made harmless."""
    with LineReporter(every=0) as shown:
        shown.begin("lezen", 2)
        shown.recognised(Path("bri\x1bef.pdf"), 3, 60)
        shown.end()
    told = " ".join(capsys.readouterr().err.split())
    assert "lezen: bri�ef.pdf: 3/60 pagina's herkend" in told


def test_a_scan_shows_its_pages_beside_the_bar() -> None:
    """On a terminal they stand beside the bar, until the file is done."""
    with BarReporter() as shown:
        shown.recognised(Path("brief.pdf"), 1, 60)
        shown.begin("lezen", 2)
        shown.recognised(Path("brief.pdf"), 3, 60)
        (task,) = shown._progress.tasks
        assert task.fields["detail"] == "brief.pdf: 3/60 pagina's herkend"
        shown.advance(1)
        assert task.fields["detail"] == ""


def test_reading_and_embedding_show_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Files read, and beside them what was embedded meanwhile."""
    with LineReporter(every=0) as shown:
        shown.begin("lezen", 20)
        shown.advance(7)
        shown.embedded(256, 300)
        shown.end()
    told = capsys.readouterr().err.splitlines()
    assert told == ["lezen 0/20", "lezen 7/20", *["lezen 7/20, 256 passages doorzoekbaar"] * 2]


def test_the_bar_shows_what_is_embedded() -> None:
    """Beside the files, until the phase is over."""
    with BarReporter() as shown:
        shown.begin("lezen", 20)
        shown.embedded(1024, 3000)
        (task,) = shown._progress.tasks
        assert task.fields["pace"] == "1.024 passages doorzoekbaar"
        shown.begin("indexeren", 10)
        assert shown._progress.tasks[1].fields["pace"] == ""
