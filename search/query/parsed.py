"""A query after parsing."""

from dataclasses import dataclass

from beleidszoeker.index.base import Demand
from beleidszoeker.index.filters import Filters

_NO_LIMITS = Filters()


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What a person asked. Plain words are wishes: they rank. Everything else is a demand: it limits.

    Attributes:
        text: As it was asked.
        words: What is looked for by meaning and by words: the plain words and those of phrases and
            alternatives, without operators, fields and what is excluded.
        demands: What a passage must hold, or must not.
        filters: What the fields of the query limit it to.
        notes: What the person should know of how the query was read, in Dutch sentences.
    """

    text: str
    words: str
    demands: tuple[Demand, ...] = ()
    filters: Filters = _NO_LIMITS
    notes: tuple[str, ...] = ()
