"""The process that takes uploads in, as the service sees it: started, listened to, ended."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from beleidszoeker.api.options import Intake
from beleidszoeker.ingest.sandbox.secrets import without_secrets

_PATIENCE = 5.0  # seconds that it gets to end by itself


class Child:
    """A run over some files.

    Args:
        library: The library's folder.
        intake: How documents are read.
        paths: The files.

    Attributes:
        ended: Whether it was told to end.
    """

    def __init__(self, library: Path, intake: Intake, paths: Sequence[Path]) -> None:
        self.ended = False
        self._process = subprocess.Popen(
            # -P: without it a json.py in the folder that we stand in would be ours.
            [sys.executable, "-P", "-m", "beleidszoeker.index.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=without_secrets(),
            start_new_session=True,  # Ctrl-C is for the service, which ends this one
        )
        order = {
            "library": str(library),
            "model": intake.model,
            "cache": str(intake.cache),
            "workers": intake.workers,
            "ocr": intake.ocr,
            "paths": [str(path) for path in paths],
        }
        assert self._process.stdin is not None  # noqa: S101 - a pipe, by the call above
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield what it tells until it ends."""
        assert self._process.stdout is not None  # noqa: S101 - a pipe, by the call above
        for line in self._process.stdout:
            if not line.endswith(b"\n"):  # it was killed in the middle of a word
                return
            told: dict[str, Any] = json.loads(line)
            yield told

    def wait(self) -> int:
        """Return its exit code once it ended."""
        return self._process.wait()

    def end(self) -> None:
        """Let it end now, if it did not already; what it had done is kept."""
        self.ended = True
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End it, and close what leads to it."""
        self.end()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
