"""The linear map: what a model trained on everything still has to learn about Dutch government.

Every vector, of passages and queries alike, goes through one learnt matrix and is made unit length again. The
matrix starts as the identity and is learnt from pairs of question and answer (``beleidszoeker adapt``); a
default for the embedded model ships with the package. Cached vectors are those before the map, so another map
costs no embedding.
"""

import hashlib
import io
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from beleidszoeker.errors import LibraryError
from beleidszoeker.model.base import Vectors

_DEFAULTS = {"multilingual-e5-small-q4": "multilingual-e5-small.npy"}
"""Model name → the map that ships for it."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorMap:
    """A learnt linear map.

    Attributes:
        matrix: Shape ``(dimension, dimension)``, float32; a row vector is multiplied from the left.
    """

    matrix: Vectors

    def apply(self, vectors: Vectors) -> Vectors:
        """Map vectors of shape ``(n, dimension)`` or ``(dimension,)`` to unit vectors, same shape."""
        # of one vector no matrix product: it would start other threads, which stay awake for the next one
        mapped = vectors @ self.matrix if vectors.ndim > 1 else np.einsum("i,ij->j", vectors, self.matrix)
        norms = np.linalg.norm(mapped, axis=-1, keepdims=True)
        return np.asarray(mapped / np.maximum(norms, np.finfo(np.float32).tiny), dtype=np.float32)

    @property
    def digest(self) -> str:
        """SHA-256 of the file that ``save`` writes, in hexadecimal."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def to_bytes(self) -> bytes:
        """Return the map as a ``.npy`` file of float16: 0.3 MB for 384 dimensions."""
        stream = io.BytesIO()
        np.save(stream, self.matrix.astype("<f2"))
        return stream.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "VectorMap":
        """Read what ``to_bytes`` wrote.

        Raises:
            LibraryError: It is no square matrix of numbers.
        """
        try:
            matrix = np.load(io.BytesIO(data), allow_pickle=False).astype(np.float32)
        except (ValueError, EOFError, OSError) as error:
            raise _damaged() from error
        square = matrix.shape == (len(matrix), len(matrix)) if matrix.ndim else False
        if not square or not np.isfinite(matrix).all():
            raise _damaged()
        return cls(matrix)


def default_map(model: str) -> VectorMap | None:
    """Return the map that ships for an embedder with this id, or ``None``."""
    name = _DEFAULTS.get(model.split("@", maxsplit=1)[0])
    if name is None:
        return None
    return VectorMap.from_bytes(files("beleidszoeker.index").joinpath("maps", name).read_bytes())


def library_map(folder: Path, model: str) -> VectorMap | None:
    """Return the map learnt in this library for this model, else the one that ships, else ``None``."""
    path = folder / map_name(model)
    return VectorMap.from_bytes(path.read_bytes()) if path.is_file() else default_map(model)


def map_name(model: str) -> str:
    """Return the file name of a library's own map for an embedder; no other model's vectors meet it."""
    return f"map-{hashlib.sha256(model.encode()).hexdigest()[:12]}.npy"


def _damaged() -> LibraryError:
    advice = "Leer haar opnieuw met: beleidszoeker adapt"
    return LibraryError("De lineaire afbeelding is beschadigd.", advice=advice)
