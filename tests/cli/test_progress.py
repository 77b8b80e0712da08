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
