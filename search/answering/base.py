"""Who writes an answer, and what was written before anything of it was checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from beleidszoeker.search.answering.patience import Patience


@dataclass(frozen=True, slots=True)
class Claimed:
    """A citation as it was written.

    Attributes:
        passage: Number of the passage, from 1.
        quote: What is said to stand there.
    """

    passage: int
    quote: str


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as it was written: not to be shown."""

    text: str
    citations: tuple[Claimed, ...]


class Writer(Protocol):
    """Writes sentences with citations. Nothing that it returns is trusted."""

    @property
    def name(self) -> str:
        """Where it is and which model, for people: everyone may know where their question goes."""

    def write(self, question: str, passages: Sequence[str], *, patience: Patience) -> Sequence[Written]:
        """Return sentences that answer a question from passages.

        Raises:
            AnswerError: Why there are none.
        """
