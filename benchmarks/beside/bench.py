"""What every part of a run needs: interpreters, the model, a folder to work in, who is not here."""

import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.beside.lineup import EVERYBODY, Entry
from benchmarks.beside.material import Material
from benchmarks.beside.process import ROOT, NotHere, Process


@dataclass(frozen=True, slots=True)
class Bench:
    """One run's workplace.

    Attributes:
        pythons: Interpreters that may have peers, before our own.
        model: Folder of the model for sentence-transformers.
        folder: Where texts, vectors and indexes are written; what stands there is used again.
        only: Keys of the engines that are wanted; empty for all.
        absent: Engine → why it was not measured; filled as it turns out.
    """

    pythons: tuple[str, ...]
    model: Path
    folder: Path
    only: tuple[str, ...] = ()
    absent: dict[str, str] = field(default_factory=dict)

    def wanted(self, entries: tuple[Entry, ...] = EVERYBODY) -> list[Entry]:
        """Return the engines that take part."""
        asked = [entry for entry in entries if not self.only or entry.key in self.only]
        return [entry for entry in asked if entry.name not in self.absent]

    def start(self, opened: ExitStack, entry: Entry) -> Process | None:
        """Start an engine that ends with ``opened``; ``None``, and a note of it, when it is not here."""
        environment = os.environ | {
            "HF_HUB_OFFLINE": "1",
            "LANCEDB_LOG": "error",
            "LOGFIRE_IGNORE_NO_CONFIG": "1",
        }
        pythons = (*self.pythons, sys.executable) if entry.install else (sys.executable,)
        process = Process(entry, pythons, self.model, environment)
        try:
            return opened.enter_context(process)
        except NotHere as reason:
            self.absent[entry.name] = str(reason)
            return None

    def embedded(self, given: Material) -> Path:
        """Return the file with the texts' vectors; sentence-transformers makes them once for all engines."""
        known = given.vectors.is_file() and len(np.load(given.vectors, mmap_mode="r")) == given.count
        if not known:
            say(f"vectors of {given.count} texts")
            command: list[str | Path] = [sys.executable, "-m", "benchmarks.beside.model"]
            command += [self.model, given.texts, given.vectors]
            subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own code
        return given.vectors


def say(text: str) -> None:
    """Tell on standard error what is going on."""
    print(text, file=sys.stderr, flush=True)
