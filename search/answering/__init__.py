"""Answers in sentences, each carried by a quote that was checked; docs/assistants.md has the limits."""

from beleidszoeker.search.answering.answer import Answer, Carrier, Dropped, Sentence
from beleidszoeker.search.answering.answering import SECONDS, Answering
from beleidszoeker.search.answering.base import Claimed, Writer, Written
from beleidszoeker.search.answering.endpoint import Endpoint
from beleidszoeker.search.answering.patience import Patience
from beleidszoeker.search.answering.reasons import Reason

__all__ = [
    "SECONDS",
    "Answer",
    "Answering",
    "Carrier",
    "Claimed",
    "Dropped",
    "Endpoint",
    "Patience",
    "Reason",
    "Sentence",
    "Writer",
    "Written",
]
