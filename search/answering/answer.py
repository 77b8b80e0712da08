"""An answer as it may be shown: sentences with what carries them, and what was left out."""

from dataclasses import dataclass

from beleidszoeker.search.answering.reasons import Reason
from beleidszoeker.search.result import Citation, Quote, SearchResult


@dataclass(frozen=True, slots=True)
class Carrier:
    """What carries a sentence.

    Attributes:
        passage_id: The passage.
        quote: Whole sentences of it, literally; our own span, never a model's letters.
        citation: Where the passage stands.
    """

    passage_id: str
    quote: Quote
    citation: Citation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was checked.

    Attributes:
        text: Plain text of a language model.
        citations: What carries it; never empty.
    """

    text: str
    citations: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Sentences that are not shown.

    Attributes:
        reason: Why.
        count: How many.
        told: Why, in Dutch.
    """

    reason: Reason
    count: int
    told: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question.

    Attributes:
        query: The question.
        answered: Whether a sentence is left.
        took_ms: Time that it took, in milliseconds.
        writer: Who wrote the sentences: model and host.
        sentences: Those that were carried, in the writer's order.
        dropped: Those that were not, by reason.
        results: The passages that the writer was given, best first.
        message: What the person should know, in Dutch, or ``None``.
    """

    query: str
    answered: bool
    took_ms: float
    writer: str
    sentences: tuple[Sentence, ...]
    dropped: tuple[Dropped, ...]
    results: tuple[SearchResult, ...]
    message: str | None = None
