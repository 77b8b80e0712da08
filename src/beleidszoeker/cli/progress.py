"""Progress of long work: bars on a terminal, plain lines elsewhere."""

import time
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from beleidszoeker.cli.output import console, harmless, plain
from beleidszoeker.index.store import SourceRecord

_EVERY_SECONDS = 5.0


class BarReporter:
    """Shows a bar for each phase."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[detail]}", markup=False),
            console=console(error=True),
            transient=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, phase: str, total: int) -> None:
        """Show a bar."""
        self._task = self._progress.add_task(phase, total=total, detail="") if total else None

    def advance(self, count: int) -> None:
        """Move it."""
        if self._task is not None:
            self._progress.update(self._task, advance=count, detail="")

    def end(self) -> None:
        """Leave it."""
        self._task = None

    def failure(self, source: SourceRecord) -> None:
        """Say above the bars which file failed."""
        self._progress.console.print(f"[yellow]Mislukt[/] {plain(source.name)}: {plain(source.message)}")

    def recognised(self, path: Path, done: int, total: int) -> None:
        """Say beside the bar how far a scan is."""
        if self._task is not None:
            self._progress.update(self._task, detail=_scan(path, done, total))


class LineReporter:
    """Prints a line when a phase begins, every few seconds, and when it ends.

    Args:
        every: Seconds between two lines.
    """

    def __init__(self, *, every: float = _EVERY_SECONDS) -> None:
        self._every = every
        self._out = console(error=True)
        self._phase, self._done, self._total, self._shown = "", 0, 0, 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return

    def begin(self, phase: str, total: int) -> None:
        """Say what begins."""
        self._phase, self._done, self._total, self._shown = phase, 0, total, time.monotonic()
        if total:
            self._say()

    def advance(self, count: int) -> None:
        """Count, and say so now and then."""
        self._done += count
        if time.monotonic() - self._shown >= self._every:
            self._say()

    def end(self) -> None:
        """Say how far it came."""
        if self._total and self._done:
            self._say()

    def failure(self, source: SourceRecord) -> None:
        """Say which file failed."""
        self._out.print(plain(f"mislukt {source.name}: {source.message}"))

    def recognised(self, path: Path, done: int, total: int) -> None:
        """Say so now and then."""
        if time.monotonic() - self._shown >= self._every:
            self._shown = time.monotonic()
            self._out.print(f"{self._phase}: {_scan(path, done, total)}", markup=False)

    def _say(self) -> None:
        self._shown = time.monotonic()
        self._out.print(f"{self._phase} {self._done}/{self._total}", markup=False)


def _scan(path: Path, done: int, total: int) -> str:
    return f"{harmless(path.name)}: {done}/{total} pagina's herkend"


def reporter(*, quiet: bool) -> BarReporter | LineReporter:
    """Return bars on a terminal, plain lines otherwise or when asked to be quiet."""
    return BarReporter() if console(error=True).is_terminal and not quiet else LineReporter()
