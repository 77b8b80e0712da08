"""How far the run over the waiting uploads is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

READING = "lezen"
"""The first phase, as ``index.ingestion`` calls it."""


@dataclass(slots=True)
class Progress:
    """A run, as its process tells of it.

    Attributes:
        uploads: Ids of the uploads that it takes in.
        phase: What it does: ``lezen``, ``embedden``, ``zinnen embedden`` or ``indexeren``; empty before.
        done: Steps of it that are done.
        total: All its steps.
        busy: Whether it waits for another process that writes to the library.
        pages: How many of how many pages of a file are recognised, by its path.
        problem: Why it stopped, and what to do about it; empty while it goes on.
    """

    uploads: frozenset[str] = frozenset()
    phase: str = ""
    done: int = 0
    total: int = 0
    busy: bool = False
    pages: dict[str, tuple[int, int]] = field(default_factory=dict)
    problem: tuple[str, str] = ("", "")

    def note(self, told: Mapping[str, Any]) -> None:
        """Take in a line that the process told."""
        self.busy = bool(told.get("busy"))
        if "phase" in told:
            self.phase, self.total, self.done = told["phase"], told["total"], 0
        elif "advance" in told:
            self.done += told["advance"]
        elif "recognised" in told:
            path, done, total = told["recognised"]
            self.pages[path] = (done, total)
        elif "error" in told:
            self.problem = (told["error"][0], told["error"][1])
