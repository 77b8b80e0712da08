"""The other end of ``child.py``: start an engine, give it orders, stop it."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from beleidszoeker.errors import ConfigurationError
from benchmarks.beside.lineup import Entry

ROOT = Path(__file__).resolve().parents[2]


class NotHere(Exception):  # noqa: N818 - an answer rather than an error
    """None of the interpreters has the engine."""


class Process:
    """An engine at work; a context manager.

    Args:
        entry: Which.
        pythons: Interpreters; the first that has the engine runs it.
        model: Folder of the model.
        environment: Its variables.

    Raises:
        NotHere: On entering, when no interpreter has it.
    """

    def __init__(
        self, entry: Entry, pythons: Iterable[str], model: Path, environment: Mapping[str, str]
    ) -> None:
        self.entry, self._pythons, self._model, self._environment = entry, pythons, model, environment

    def __enter__(self) -> Self:
        reasons = []
        for python in self._pythons:
            self._start(python)
            said = self._answer()
            if "missing" not in said:
                return self
            reasons.append(said["missing"])
            self._stop()
        raise NotHere("; ".join(dict.fromkeys([*reasons, self.entry.install])))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def build(self, texts: Path, folder: Path, vectors: Path | None) -> dict[str, Any]:
        """Let it index; return ``seconds`` and ``peak`` (MB)."""
        return self._do(
            "build", texts=str(texts), folder=str(folder), vectors=None if vectors is None else str(vectors)
        )

    def open(self, folder: Path) -> dict[str, Any]:
        """Let it open what was built; return ``seconds`` and ``peak``."""
        return self._do("open", folder=str(folder))

    def ask(self, questions: Sequence[str], count: int) -> dict[str, Any]:
        """Ask; return ``waits`` and ``busy`` (ms each), ``found`` (ids each) and ``peak``."""
        return self._do("ask", questions=list(questions), count=count)

    def _do(self, order: str, **options: Any) -> dict[str, Any]:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps({"do": order, **options}) + "\n")
        self._child.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise ConfigurationError(
                f"{self.entry.name} is gestopt (stopped with code {self._child.wait()})."
            )
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start(self, python: str) -> None:
        module = f"benchmarks.beside.{self.entry.module}"
        self._child = subprocess.Popen(  # noqa: S603 - our own code
            [python, "-m", "benchmarks.beside.child", module, self.entry.kind, str(self._model)],
            cwd=ROOT,
            env=dict(self._environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _stop(self) -> None:
        with suppress(BrokenPipeError):
            assert self._child.stdin is not None
            self._child.stdin.close()
        self._child.wait()
        assert self._child.stdout is not None
        self._child.stdout.close()
