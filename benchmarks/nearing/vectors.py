"""Many vectors made of few real ones, in three ways: what an index is worth depends on how they lie."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scaling.asking import combined
from scaling.questions import QUESTIONS

from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder, Vectors

BLOCK = 50_000
NEIGHBOURS = 20


class Real(NamedTuple):
    """Vectors of real passages and of questions about them, after the linear map."""

    passages: Vectors
    questions: Vectors
    near: NDArray[np.int64]


def read(folder: Path, embedder: Embedder, questions: Path | None, count: int) -> Real:
    """Read the passages' vectors of a library, and embed questions: those of a file, or our own."""
    texts = _texts(questions)[:count] if questions else [*QUESTIONS, *combined(QUESTIONS, count)][:count]
    with Library(folder) as library:
        linear = library.vector_map(embedder.id)
        _, passages = library.reader.vectors(embedder.id, embedder.dimension)
    asked = embedder.encode_queries(texts)
    if linear:
        passages, asked = linear.apply(passages), linear.apply(asked)
    near = np.argsort(-(passages @ passages.T), axis=1)[:, 1 : NEIGHBOURS + 1]
    return Real(passages, asked, near)


def noisy(real: Real, count: int, random: Generator) -> Vectors:
    """A real vector and noise half as long in every direction, as ``benchmarks/scaling/enlarge.py`` does."""
    base = real.passages[random.integers(len(real.passages), size=count)]
    return base + random.standard_normal(base.shape, np.float32) * np.float32(0.5 / base.shape[1] ** 0.5)


def between(real: Real, count: int, random: Generator) -> Vectors:
    """A point between a real vector and one of its neighbours, and a little noise."""
    one = random.integers(len(real.passages), size=count)
    other = real.near[one, random.integers(real.near.shape[1], size=count)]
    share = random.random((count, 1), np.float32)
    point = (1 - share) * real.passages[one] + share * real.passages[other]
    return point + random.standard_normal(point.shape, np.float32) * np.float32(0.2 / point.shape[1] ** 0.5)


def moved(real: Real, count: int, random: Generator) -> Vectors:
    """A real vector moved as two other neighbours differ, so in directions in which real vectors differ."""
    base, one = random.integers(len(real.passages), size=(2, count))
    other = real.near[one, random.integers(real.near.shape[1], size=count)]
    return real.passages[base] + np.float32(0.8) * (real.passages[one] - real.passages[other])


WAYS: dict[str, Callable[[Real, int, Generator], Vectors]] = {
    "moved": moved,
    "between": between,
    "noisy": noisy,
}


def make(real: Real, count: int, way: str) -> Vectors:
    """Return so many vectors of length 1, shape ``(count, dimension)``, float32; each time the same."""
    random, made = np.random.default_rng(1), np.empty((count, real.passages.shape[1]), np.float32)
    for first in range(0, count, BLOCK):
        some = made[first : first + BLOCK]
        some[:] = WAYS[way](real, len(some), random)
        some /= np.linalg.norm(some, axis=1, keepdims=True)
    return made


def _texts(questions: Path) -> list[str]:
    lines = questions.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["text"] for line in lines if line.strip()))
