"""Progress of long work: bars on a terminal, plain lines elsewhere."""

import time
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from beleidszoeker.cli.output import console, harmless, plain
from beleidszoeker.index.pace import Pace
from beleidszoeker.index.store import SourceRecord

_EVERY_SECONDS = 5.0


class BarReporter:
    """Shows a bar for each phase."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pace]}", markup=False),
            TextColumn("{task.fields[detail]}", markup=False),
            console=console(error=True),
            transient=True,
        )
        self._task: TaskID | None = None
        self._pace = Pace()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, phase: str, total: int) -> None:
        """Show a bar."""
        self._pace.begin(phase, total)
        self._task = self._progress.add_task(phase, total=total, detail="", pace="") if total else None

    def advance(self, count: int) -> None:
        """Move it."""
        self._pace.advance(count)
        if self._task is not None:
            self._progress.update(self._task, advance=count, detail="", pace=self._pace.told)

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

    def embedded(self, done: int, known: int) -> None:
        """Say beside the bar how far embedding is."""
        self._pace.embedded(done, known)
        if self._task is not None:
            self._progress.update(self._task, pace=self._pace.told)


class LineReporter:
    """Prints a line when a phase begins, every few seconds, and when it ends.

    Args:
        every: Seconds between two lines.
    """

    def __init__(self, *, every: float = _EVERY_SECONDS) -> None:
        self._every = every
        self._out = console(error=True)
        self._pace = Pace()
        self._shown = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return

    def begin(self, phase: str, total: int) -> None:
        """Say what begins."""
        self._pace.begin(phase, total)
        if total:
            self._say()

    def advance(self, count: int) -> None:
        """Count, and say so now and then."""
        self._pace.advance(count)
        self._say_now_and_then()

    def end(self) -> None:
        """Say how far it came."""
        if self._pace.total and self._pace.done:
            self._say()

    def failure(self, source: SourceRecord) -> None:
        """Say which file failed."""
        self._out.print(plain(f"mislukt {source.name}: {source.message}"))

    def recognised(self, path: Path, done: int, total: int) -> None:
        """Say so now and then."""
        if time.monotonic() - self._shown >= self._every:
            self._shown = time.monotonic()
            self._out.print(f"{self._pace.phase}: {_scan(path, done, total)}", markup=False)

    def embedded(self, done: int, known: int) -> None:
        """Say so now and then."""
        self._pace.embedded(done, known)
        self._say_now_and_then()

    def _say_now_and_then(self) -> None:
        if time.monotonic() - self._shown >= self._every:
            self._say()

    def _say(self) -> None:
        self._shown = time.monotonic()
        pace = self._pace
        told = f"{pace.phase} {pace.done}/{pace.total}"
        self._out.print(f"{told}, {pace.told}" if pace.told else told, markup=False)


def _scan(path: Path, done: int, total: int) -> str:
    return f"{harmless(path.name)}: {done}/{total} pagina's herkend"


def reporter(*, quiet: bool) -> BarReporter | LineReporter:
    """Return bars on a terminal, plain lines otherwise or when asked to be quiet."""
    return BarReporter() if console(error=True).is_terminal and not quiet else LineReporter()
