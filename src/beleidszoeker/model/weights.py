"""The weights file ``E5S1``: sizes, vocabulary, normaliser and tensors, in that order.

Everything is little-endian. Tensors stand at absolute offsets that a directory names, so they are decoded one
by one, when they are asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.blocks import BYTES_PER_BLOCK, WEIGHTS_PER_BLOCK, dequantise
from beleidszoeker.model.reader import Reader, damaged
from beleidszoeker.model.vocabulary import Vocabulary, read_replacements, read_vocabulary

_MAGIC = b"E5S1"
_VERSION = 1
_FLOAT32, _FOUR_BIT = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The hyperparameters of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    norm_epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where one tensor stands in the file, and how it is written there."""

    kind: int
    elements: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A parsed weights file.

    Attributes:
        replacements: For each code point that the model's normaliser changes, what it becomes.
    """

    data: bytes
    sizes: Sizes
    vocabulary: Vocabulary
    replacements: Mapping[str, str]
    directory: Mapping[str, Entry]

    def tensor(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Decode one tensor to float32.

        Raises:
            ModelDamagedError: It is not in the file, or not of this shape.
        """
        entry = self.directory.get(name)
        if entry is None or entry.elements != np.prod(shape):
            raise damaged(f"de gewichten “{name}” ontbreken of hebben een andere vorm")
        raw = Reader(self.data, position=entry.offset).take(entry.length)
        flat = dequantise(raw) if entry.kind == _FOUR_BIT else np.frombuffer(raw, dtype="<f4")
        return flat.reshape(shape)

    def rows(self, name: str, shape: tuple[int, int]) -> NDArray[np.float32] | NDArray[np.uint8]:
        """A table as it is stored: uint8 rows of whole 4-bit blocks where it can be, float32 otherwise.

        Raises:
            ModelDamagedError: It is not in the file, or not of this shape.
        """
        entry = self.directory.get(name)
        if entry is None or entry.kind != _FOUR_BIT or shape[1] % WEIGHTS_PER_BLOCK:
            return self.tensor(name, shape)
        width = shape[1] // WEIGHTS_PER_BLOCK * BYTES_PER_BLOCK
        if entry.length != shape[0] * width:
            raise damaged(f"de gewichten “{name}” hebben een andere vorm")
        return Reader(self.data, position=entry.offset).array("u1", entry.length).reshape(shape[0], width)


def parse(data: bytes) -> Weights:
    """Read everything but the tensors themselves, checking each bound.

    Raises:
        ModelDamagedError: The layout is not the one of this file format.
    """
    reader = Reader(data)
    if reader.unpack("4sI") != (_MAGIC, _VERSION):
        raise damaged("het begin is onbekend")
    return Weights(
        data=data,
        sizes=_read_sizes(reader),
        vocabulary=read_vocabulary(reader),
        replacements=read_replacements(reader),
        directory=_read_directory(reader, end=len(data)),
    )


def _read_sizes(reader: Reader) -> Sizes:
    *sizes, epsilon, block = reader.unpack("7ifi")
    if min(sizes) < 1 or block != WEIGHTS_PER_BLOCK:
        raise damaged("de maten kloppen niet")
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = sizes
    return Sizes(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        token_types=token_types,
        norm_epsilon=epsilon,
    )


def _read_directory(reader: Reader, *, end: int) -> dict[str, Entry]:
    (count,) = reader.unpack("i")
    directory = {}
    for _ in range(count):
        (length,) = reader.unpack("H")
        name = bytes(reader.take(length)).decode("ascii", errors="replace")
        directory[name] = _checked(name, Entry(**_fields(reader)), end=end)
    return directory


def _fields(reader: Reader) -> dict[str, int]:
    return dict(zip(("kind", "elements", "offset", "length"), reader.unpack("BIQQ"), strict=True))


def _checked(name: str, entry: Entry, *, end: int) -> Entry:
    expected = {
        _FLOAT32: entry.elements * 4,
        _FOUR_BIT: entry.elements // WEIGHTS_PER_BLOCK * BYTES_PER_BLOCK,
    }.get(entry.kind)
    whole = entry.kind == _FLOAT32 or entry.elements % WEIGHTS_PER_BLOCK == 0
    if entry.length != expected or not whole or entry.offset + entry.length > end:
        raise damaged(f"de plaats van de gewichten “{name}” klopt niet")
    return entry
