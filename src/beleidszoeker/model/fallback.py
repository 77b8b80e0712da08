"""One embedder in the place of another that turns out not to work here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from beleidszoeker.errors import ModelError
from beleidszoeker.model.once import Once

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from beleidszoeker.model.base import Embedder, Progress, Vectors

T = TypeVar("T")


class FallbackEmbedder:
    """The first embedder for as long as it works, and from its first error on the second.

    Args:
        first: Says what there is to know, and embeds.
        second: Makes the embedder to fall back on; its vectors must be comparable with those of ``first``.
        say: Told the error, once, before ``second`` is made.
    """

    def __init__(
        self, first: Embedder, *, second: Callable[[], Embedder], say: Callable[[ModelError], None]
    ) -> None:
        self._first = first
        self._second = Once(second)
        self._say = say
        self._failed = False

    @property
    def id(self) -> str:
        """Name and revision of the first."""
        return self._first.id

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self._first.dimension

    @property
    def max_tokens(self) -> int:
        """Longest input in tokens, prefix and special tokens included; what is longer is cut."""
        return self._first.max_tokens

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions, as the embedder does whose turn it is."""
        return self._ask(lambda embedder: embedder.encode_queries(texts))

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        """Embed passages, as the embedder does whose turn it is."""
        return self._ask(lambda embedder: embedder.encode_passages(texts, progress=progress))

    def count_tokens(self, text: str) -> int:
        """Number of tokens of ``text`` as a passage, prefix and special tokens included."""
        return self._ask(lambda embedder: embedder.count_tokens(text))

    def _ask(self, question: Callable[[Embedder], T]) -> T:
        if not self._failed:
            try:
                return question(self._first)
            except ModelError as error:
                self._fail(error)
        return question(self._second())

    def _fail(self, error: ModelError) -> None:
        # Of threads that fail together each may come here; the first one speaks.
        already, self._failed = self._failed, True
        if not already:
            self._say(error)
