"""Vectors kept between runs: the texts of the test sets stay the same, and embedding them takes minutes."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from beleidszoeker.model.base import Embedder, Progress, Vectors


class KeptVectors:
    """An embedder that asks another one only for what it was never asked before; a context manager.

    Args:
        embedder: The real one.
        folder: Where vectors are kept, by model id, side and digest of the text.
    """

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        folder.mkdir(parents=True, exist_ok=True)
        # Publishing embeds in a thread of its own, one at a time.
        self._db = sqlite3.connect(folder / "vectors.db", timeout=60, check_same_thread=False)
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    @property
    def id(self) -> str:
        """The real embedder's."""
        return self._embedder.id

    @property
    def dimension(self) -> int:
        """The real embedder's."""
        return self._embedder.dimension

    @property
    def max_tokens(self) -> int:
        """The real embedder's."""
        return self._embedder.max_tokens

    def count_tokens(self, text: str) -> int:
        """Ask the real embedder."""
        return self._embedder.count_tokens(text)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions, each by itself, as the engine does."""
        kept = self._kept(
            [f"query\n{text}" for text in texts],
            lambda new: [self._embedder.encode_queries([texts[place]]) for place in new],
        )
        return self._rows(kept)

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages; ``progress`` hears of the known ones too."""
        kept = self._kept(
            [f"passage\n{text}" for text in texts],
            lambda new: np.vsplit(self._embedder.encode_passages([texts[place] for place in new]), len(new)),
        )
        if progress is not None:
            progress(len(texts))
        return self._rows(kept)

    def _kept(self, names: Sequence[str], encode: Callable[[list[int]], Sequence[Vectors]]) -> list[Vectors]:
        """Return the rows of each name: those that are kept, and for the others' places what is encoded."""
        keys = [hashlib.sha256(f"{self.id}\n{name}".encode()).digest() for name in names]
        known = {key: rows for key in keys if (rows := self._known(key)) is not None}
        new = {key: place for place, key in enumerate(keys) if key not in known}
        if new:
            known |= dict(zip(new, encode(list(new.values())), strict=True))
            stored = [(key, known[key].astype("<f4").tobytes()) for key in new]
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", stored)
        return [known[key] for key in keys]

    def _known(self, key: bytes) -> Vectors | None:
        row = self._db.execute("SELECT vector FROM vectors WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        return np.frombuffer(row[0], dtype="<f4").astype(np.float32).reshape(-1, self.dimension)

    def _rows(self, kept: Sequence[Vectors]) -> Vectors:
        return np.concatenate([np.empty((0, self.dimension), dtype=np.float32), *kept])
