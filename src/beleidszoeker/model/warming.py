"""Reading a model ahead of the first question."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from beleidszoeker.model.once import Once

if TYPE_CHECKING:
    from collections.abc import Callable

    from beleidszoeker.model.base import Embedder


def read_ahead(make: Callable[[], Embedder]) -> Callable[[], Embedder]:
    """Begin to make an embedder and to read what questions need, in a thread of its own; return at once.

    Compiling a network leaves the interpreter free, so all else can be imported and opened meanwhile. A
    process that ends waits for the thread: a compiler must not lose the ground under it.

    Args:
        make: Makes the embedder.

    Returns:
        A function that gives the embedder. It and its first question wait for the thread, and raise the error
        if there was one.
    """
    made = Once(make)
    Thread(target=_read, args=(made,), name="reading the model").start()
    return made


def _read(made: Callable[[], Embedder]) -> None:
    with suppress(Exception):  # it comes again where the embedder is asked for
        made().encode_queries(["beleid"])
