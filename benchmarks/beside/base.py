"""What every engine can do here, and the files in which texts reach it."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""Shape ``(texts, dimension)``, each row of length 1."""


class Text(NamedTuple):
    """One text that can be found."""

    id: str
    title: str
    body: str

    @property
    def whole(self) -> str:
        """Title and body, as all engines but ours are given them."""
        return f"{self.title}\n{self.body}".strip()


class Engine(Protocol):
    """One engine, set up as its documentation advises.

    Args of the constructor: the folder of the model, for those that embed.
    """

    def build(self, texts: Sequence[Text], folder: Path, vectors: Vectors | None) -> None:
        """Put a searchable index of the texts into an empty folder.

        Args:
            texts: The texts.
            folder: Where it goes.
            vectors: Those of the texts, when they are known; ``None`` to let the engine embed.
        """

    def open(self, folder: Path) -> None:
        """Open what was built, by this process or another."""

    def search(self, question: str, count: int) -> list[str]:
        """Return the ids of the best texts, best first; the question's vector is made here, too."""


def write_texts(path: Path, texts: Iterable[Text]) -> None:
    """Write texts, a line each."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)


def read_texts(path: Path) -> list[Text]:
    """Read what ``write_texts`` wrote."""
    with path.open(encoding="utf-8") as stream:
        return [Text(*json.loads(line)) for line in stream]
