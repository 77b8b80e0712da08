"""Who is told how far a long work is."""

from pathlib import Path
from typing import Protocol

from beleidszoeker.index.store import SourceRecord


class Reporter(Protocol):
    """Told of the progress of long work; the CLI's shows bars, the tests' counts."""

    def begin(self, phase: str, total: int) -> None:
        """A phase begins, with this many steps."""

    def advance(self, count: int) -> None:
        """So many steps more are done."""

    def end(self) -> None:
        """The phase is over."""

    def failure(self, source: SourceRecord) -> None:
        """A file could not be taken in."""

    def recognised(self, path: Path, done: int, total: int) -> None:
        """So many of the pages of a file that are pictures are read; may come from any thread."""

    def embedded(self, done: int, known: int) -> None:
        """While files are read: so many passages are embedded, of all that the files read so far lacked."""


class NullReporter:
    """Tells nobody."""

    def begin(self, phase: str, total: int) -> None:
        """Do nothing."""

    def advance(self, count: int) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""

    def failure(self, source: SourceRecord) -> None:
        """Do nothing."""

    def recognised(self, path: Path, done: int, total: int) -> None:
        """Do nothing."""

    def embedded(self, done: int, known: int) -> None:
        """Do nothing."""
