"""4-bit blocks: one half-precision scale and 32 weights of four bits each (the layout of ggml's Q4_0)."""

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.model.reader import damaged

WEIGHTS_PER_BLOCK = 32
_HALF = WEIGHTS_PER_BLOCK // 2
_BLOCK = np.dtype([("scale", "<f2"), ("codes", "u1", (_HALF,))])
BYTES_PER_BLOCK = _BLOCK.itemsize
_ZERO_CODE = 8


def dequantise(raw: memoryview | bytes) -> NDArray[np.float32]:
    """Unpack whole blocks.

    Byte ``j`` of a block holds weight ``j`` in its low and weight ``j + 16`` in its high four bits; a weight
    is ``(code - 8) * scale``.

    Args:
        raw: A whole number of blocks of ``BYTES_PER_BLOCK`` bytes.

    Returns:
        Array of shape ``(32 * blocks,)``, float32, all finite.

    Raises:
        ModelDamagedError: A scale is infinite or not a number.
    """
    blocks = np.frombuffer(raw, dtype=_BLOCK)
    weights = np.empty((len(blocks), WEIGHTS_PER_BLOCK), dtype=np.float32)
    weights[:, :_HALF] = blocks["codes"] & 0x0F
    weights[:, _HALF:] = blocks["codes"] >> 4
    weights -= _ZERO_CODE
    weights *= _finite(blocks["scale"].astype(np.float32))[:, np.newaxis]
    return weights.reshape(-1)


def _finite(scales: NDArray[np.float32]) -> NDArray[np.float32]:
    if not np.isfinite(scales).all():
        raise damaged("een gewicht is geen getal")
    return scales
