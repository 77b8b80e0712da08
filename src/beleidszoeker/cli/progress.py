"""Progress of long work: bars on a terminal, plain lines elsewhere."""

import time
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from beleidszoeker.cli.output import console, plain
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
        self._task = self._progress.add_task(phase, total=total) if total else None

    def advance(self, count: int) -> None:
        """Move it."""
        if self._task is not None:
            self._progress.advance(self._task, count)

    def end(self) -> None:
        """Leave it."""
        self._task = None

    def failure(self, source: SourceRecord) -> None:
        """Say above the bars which file failed."""
        self._progress.console.print(f"[yellow]Mislukt[/] {plain(source.name)}: {plain(source.message)}")


class LineReporter:
    """Prints a line when a phase begins, every few seconds, and when it ends."""

    def __init__(self) -> None:
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
        if time.monotonic() - self._shown >= _EVERY_SECONDS:
            self._say()

    def end(self) -> None:
        """Say how far it came."""
        if self._total and self._done:
            self._say()

    def failure(self, source: SourceRecord) -> None:
        """Say which file failed."""
        self._out.print(plain(f"mislukt {source.name}: {source.message}"))

    def _say(self) -> None:
        self._shown = time.monotonic()
        self._out.print(f"{self._phase} {self._done}/{self._total}", markup=False)


def reporter(*, quiet: bool) -> BarReporter | LineReporter:
    """Return bars on a terminal, plain lines otherwise or when asked to be quiet."""
    return BarReporter() if console(error=True).is_terminal and not quiet else LineReporter()
