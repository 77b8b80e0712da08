"""The pictures of the guide, with what a page must know to keep a place for them."""

import hashlib
import struct
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

_SIZE = slice(16, 24)
"""Where width and height stand in a PNG: at the head of its IHDR chunk (PNG, W3C)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG.

    Attributes:
        name: Name of its file.
        data: Its bytes.
        version: Changes with its bytes.
        width: In pixels.
        height: In pixels.
    """

    name: str
    data: bytes = field(repr=False)
    version: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """Where the service shows it."""
        return f"/handleiding/{self.version}/{self.name}"


def pictures(folder: Traversable) -> dict[str, Picture]:
    """Return the PNGs of a folder by name."""
    return {each.name: _picture(each) for each in folder.iterdir() if each.name.endswith(".png")}


def _picture(file: Traversable) -> Picture:
    data = file.read_bytes()
    width, height = struct.unpack(">II", data[_SIZE])
    return Picture(file.name, data, hashlib.sha256(data).hexdigest()[:12], width, height)
