"""How far the run over the waiting uploads is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from beleidszoeker.index.pace import READING, Pace

__all__ = ["READING", "Progress"]


@dataclass(slots=True)
class Progress:
    """A run, as its process tells of it.

    Attributes:
        uploads: Ids of the uploads that it takes in.
        pace: What it does, how far that is, and how quick it goes.
        busy: Whether it waits for another process that writes to the library.
        pages: How many of how many pages of a file are recognised, by its path.
        problem: Why it stopped, and what to do about it; empty while it goes on.
    """

    uploads: frozenset[str] = frozenset()
    pace: Pace = field(default_factory=Pace)
    busy: bool = False
    pages: dict[str, tuple[int, int]] = field(default_factory=dict)
    problem: tuple[str, str] = ("", "")

    def note(self, told: Mapping[str, Any]) -> None:
        """Take in a line that the process told."""
        self.busy = bool(told.get("busy"))
        if "phase" in told:
            self.pace.begin(told["phase"], told["total"])
        elif "advance" in told:
            self.pace.advance(told["advance"])
        elif "embedded" in told:
            self.pace.embedded(*told["embedded"])
        elif "recognised" in told:
            path, done, total = told["recognised"]
            self.pages[path] = (done, total)
        elif "error" in told:
            self.problem = (told["error"][0], told["error"][1])
