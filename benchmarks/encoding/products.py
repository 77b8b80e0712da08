"""Nothing but matrix products: what the processor could do if embedding were only that."""

from collections.abc import Callable

import torch

from encoding.texts import PASSAGE

BATCH = 8
_LAYERS, _HEADS, _WIDTH, _WIDE = 12, 12, 384, 1536


def of_one_batch(dtype: torch.dtype) -> Callable[[], None]:
    """The products of one batch of passages, each shape as often as the encoder has it."""
    rows, heads, size = BATCH * PASSAGE, BATCH * _HEADS, _WIDTH // _HEADS
    shapes = [((rows, _WIDTH), (_WIDTH, _WIDTH))] * 4 + [
        ((rows, _WIDTH), (_WIDTH, _WIDE)),
        ((rows, _WIDE), (_WIDE, _WIDTH)),
        ((heads, PASSAGE, size), (heads, size, PASSAGE)),
        ((heads, PASSAGE, PASSAGE), (heads, PASSAGE, size)),
    ]
    pairs = [(torch.ones(*left).to(dtype), torch.ones(*right).to(dtype)) for left, right in shapes]
    outs = [left @ right for left, right in pairs]

    def products() -> None:
        with torch.inference_mode():
            for _ in range(_LAYERS):
                for (left, right), out in zip(pairs, outs, strict=True):
                    torch.matmul(left, right, out=out)

    products()
    return products


def of_a_good_shape(dtype: torch.dtype) -> Callable[[], None]:
    """As many multiplications as in one batch, all in a shape that suits processors."""
    left, right = torch.ones(BATCH * PASSAGE, _WIDTH).to(dtype), torch.ones(_WIDTH, _WIDE).to(dtype)
    out = left @ right
    # Per token and layer: four square matrices, two wide ones, and two products with every other token.
    work = _LAYERS * (4 * _WIDTH * _WIDTH + 2 * _WIDTH * _WIDE + 2 * PASSAGE * _WIDTH)

    def products() -> None:
        with torch.inference_mode():
            for _ in range(round(work / (_WIDTH * _WIDE))):
                torch.matmul(left, right, out=out)

    products()
    return products
