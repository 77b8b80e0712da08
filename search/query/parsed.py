"""A query after parsing."""

from dataclasses import dataclass

from beleidszoeker.index.base import Demand
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.query.references import Reference

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
        prefixes: Folded beginnings of words; the words of the corpus that begin so are looked for as well.
        reference: What it refers to, where it is a reference and nothing else.
    """

    text: str
    words: str
    demands: tuple[Demand, ...] = ()
    filters: Filters = _NO_LIMITS
    notes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    reference: Reference | None = None

    @property
    def limited(self) -> bool:
        """Whether anything in it limits what may be found."""
        return bool(self.demands or self.filters)

    @property
    def worded(self) -> bool:
        """Whether it demands words: whatever is found then holds what was asked."""
        return any(not demand.excluded for demand in self.demands)
