"""Does a passage answer a question, judged by itself?

A search compares candidates with each other: its scores are standardised over them, so in a bad pool the
best is still the best. An alert has no pool: one document came in, and is told of or not, whatever else is
there. So two signs are read that belong to the passage alone: the cosine of its vector with the question's,
after the map, and the share of the question's words that it holds, weighted by rarity. ``docs/alerts.md`` has
what was measured.
"""

from dataclasses import dataclass

from beleidszoeker.search.ranking.answerable import VERBATIM


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a passage.

    Attributes:
        likeness: Cosine with the question, after the map, from -1 to 1; ``None`` where it cannot be judged:
            no map, or a model for which nothing was measured.
        coverage: Share of the question's words that it holds, weighted by rarity, from 0 to 1.
    """

    likeness: float | None
    coverage: float

    @property
    def strength(self) -> float:
        """Both signs together; to be compared with ``FLOOR`` where likeness can be judged."""
        return (self.likeness or 0.0) + WEIGHT * self.coverage


WEIGHT = 0.3
"""What all words together add to the cosine; between 0.2 and 0.4 nothing changes much."""

FLOOR = 0.55
"""Where an answer begins: of 10,000 passages on other things 2 lie above it, where it was chosen."""

_MODELS = {"multilingual-e5-small-q4", "intfloat/multilingual-e5-small"}


def is_calibrated(model: str, *, mapped: bool) -> bool:
    """Tell whether cosines of this model mean what ``FLOOR`` was measured for; without it words decide alone.

    Args:
        model: Id of the embedder.
        mapped: Whether vectors go through a map.
    """
    return mapped and model.split("@", maxsplit=1)[0] in _MODELS


def is_told(evidence: Evidence, *, exactly: bool = False) -> bool:
    """Tell whether a passage answers.

    Args:
        evidence: What speaks for it.
        exactly: The question names a publication: a number that is not there is like no other number.
    """
    if exactly or evidence.likeness is None:
        return evidence.coverage >= VERBATIM
    return evidence.strength >= FLOOR
