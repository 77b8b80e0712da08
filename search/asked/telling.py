"""Why an earlier question was found, in a word, and whether it is the same one."""

from typing import NamedTuple

ASKED = 0.5
"""Likeness from which a draft counts as asked before; see ``benchmarks/asked.py`` for how it was chosen."""
NOTHING = "Er is geen Kamervraag gevonden die hieraan voldoet."
NO_WORDS = "Schrijf een vraag of een paar woorden."
_SAME, _ALMOST, _MANY, _NEAR = 0.98, 0.75, 0.45, 0.92


class Why(NamedTuple):
    """What a text has in common with what was asked for.

    Attributes:
        score: All together, 0 to 1.
        words: Share of telling words.
        pairs: Share of words that stand next to each other.
        meaning: Cosine of the vectors.
    """

    score: float
    words: float
    pairs: float
    meaning: float

    def told(self, *, searched: bool = False) -> str:
        """Tell it in a word; of a search, rather than of a draft, only what is asked for counts."""
        if searched:
            return self._told_of_search()
        if self.words >= _SAME and self.pairs >= _SAME:
            return "dezelfde woorden"
        if self.words >= _ALMOST:
            return "bijna dezelfde woorden"
        if self.words >= _MANY:
            return "veel dezelfde woorden"
        return "zelfde strekking, andere woorden" if self.meaning >= _NEAR else "raakt hieraan"

    def _told_of_search(self) -> str:
        if self.words >= _SAME:
            return "alle woorden"
        return "een deel van de woorden" if self.words else "zelfde strekking, andere woorden"


def message(best: float | None) -> str | None:
    """Return what a person must know of an answer: that it was not asked before, for all we know."""
    if best is None:
        return NOTHING
    if best < ASKED:
        return (
            "Niet eerder gevraagd, voor zover deze bibliotheek weet. Dit komt er het dichtst bij; "
            "kijk zelf of het dezelfde vraag is."
        )
    return None
