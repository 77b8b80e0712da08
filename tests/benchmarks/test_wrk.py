"""Driving the service with wrk: what its script prints is read; without wrk a sentence says what to do."""

import shutil
from pathlib import Path

import pytest

from benchmarks.loading.wrk import Drive, drive, read

PRINTED = """\
Running 2s test @ http://127.0.0.1:1
  2 threads and 2 connections
# seconds 2.004
# connect 0
# read 3
# write 0
# timeout 1
@ 200 12.25
@ 429 0.5
@ 200 14
# repeated 2
"""


def test_what_the_script_prints_is_read() -> None:
    """Times by status, what had no answer by kind, and what wrk itself prints is left alone."""
    assert read(PRINTED) == Drive(
        2.004,
        {200: [12.25, 14.0], 429: [0.5]},
        {"connect": 0, "read": 3, "write": 0, "timeout": 1},
        2,
    )


def test_without_wrk_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Rather than fail on a file that is not there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="apt-get install wrk"):
        drive("http://127.0.0.1:1", ["/"], clients=1, seconds=1)


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed")
def test_nobody_there_is_an_error_of_wrk() -> None:
    """And no figures."""
    with pytest.raises(SystemExit, match="wrk failed"):
        drive("http://127.0.0.1:1", ["/"], clients=1, seconds=1)
