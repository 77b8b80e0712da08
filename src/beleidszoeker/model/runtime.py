"""The exported network, compiled by OpenVINO for this processor."""

from __future__ import annotations

from collections import deque
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from openvino import Core

from beleidszoeker.errors import ModelDamagedError
from beleidszoeker.model.precision import passage_precision
from beleidszoeker.model.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openvino import InferRequest

    from beleidszoeker.model.base import Vectors

NETWORK = "network.xml"
_PROBE = "probe.npy"
_PROBE_TOKENS = 16
_ALIKE = 0.999


class Use(Enum):
    """What a network is compiled for."""

    QUERIES = "queries"
    PASSAGES = "passages"


class Runtime:
    """A compiled network, for any number of threads at once.

    Questions are computed in full precision: that costs a few milliseconds, and what bf16 rounds away is then
    rounded away on one side only.

    Args:
        folder: What ``export`` filled.
        use: Questions or passages.
    """

    def __init__(self, folder: Path, use: Use) -> None:
        core = Core()
        self.precision = "f32" if use is Use.QUERIES else passage_precision(core)
        options = {
            "INFERENCE_PRECISION_HINT": self.precision,
            # All cores at one batch. Several batches side by side, a core each, went no faster, and a
            # question that came in between waited twice as long.
            "PERFORMANCE_HINT": "LATENCY",
            # Parsers and other programs want these cores too: a thread tied to a busy one holds up the rest.
            "ENABLE_CPU_PINNING": False,
        }
        self._words = Words.load(folder)
        self._compiled = core.compile_model(folder / NETWORK, "CPU", options)
        self._ahead = self._compiled.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS")
        self._requests: deque[InferRequest] = deque()

    def vectors(self, batches: Iterable[list[list[int]]]) -> Iterator[Vectors]:
        """Embed batch after batch; the next ones are under way while one is looked at.

        Args:
            batches: Token ids of texts, none longer than the longest input.

        Yields:
            For each batch an array (texts, dimension), float32, rows of L2 norm 1.
        """
        under_way: deque[InferRequest] = deque()
        try:
            for texts in batches:
                under_way.append(self._start(texts))
                if len(under_way) > self._ahead:
                    yield self._finish(under_way.popleft())
            while under_way:
                yield self._finish(under_way.popleft())
        finally:
            # Whoever stops half-way leaves no request running that someone else could be given.
            for request in under_way:
                self._finish(request)

    def probe(self) -> Vectors:
        """The vector of a text of tokens from all over the vocabulary."""
        ids = np.linspace(0, self._words.count - 1, _PROBE_TOKENS).astype(int).tolist()
        return next(self.vectors([[ids]]))

    def _start(self, texts: list[list[int]]) -> InferRequest:
        try:
            request = self._requests.pop()
        except IndexError:
            request = self._compiled.create_infer_request()
        request.start_async(self._words.batch(texts))
        return request

    def _finish(self, request: InferRequest) -> Vectors:
        request.wait()
        vectors: Vectors = request.get_output_tensor().data.copy()
        self._requests.append(request)
        return vectors


def open_runtime(folder: Path, use: Use) -> Runtime:
    """A runtime that has shown to compute what it should.

    Raises:
        ModelDamagedError: A file is missing or damaged, or the network does not give the vector that it gave
            when it was exported.
    """
    try:
        runtime = Runtime(folder, use)
        likeness = (runtime.probe() @ np.load(folder / _PROBE).T).item()
    # OpenVINO raises RuntimeError for whatever goes wrong inside.
    except (OSError, ValueError, RuntimeError, IndexError) as error:
        raise _damaged(folder, str(error).strip().partition("\n")[0]) from error
    if not likeness > _ALIKE:
        raise _damaged(folder, "de zelftest geeft een andere uitkomst")
    return runtime


def write_probe(folder: Path) -> None:
    """Record, in full precision, what the self-test of ``open_runtime`` compares with."""
    np.save(folder / _PROBE, Runtime(folder, Use.QUERIES).probe())


def _damaged(folder: Path, reason: str) -> ModelDamagedError:
    return ModelDamagedError(
        f"Het uitgepakte taalmodel ({folder}) is niet te gebruiken: {reason}.",
        advice="Verwijder die map; hij wordt dan opnieuw gemaakt.",
    )
