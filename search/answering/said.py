"""A sentence or a quote, taken apart: what is held against each other."""

import re
from functools import cached_property
from itertools import pairwise

from beleidszoeker.index.dutch.analyser import Analyser, Term
from beleidszoeker.index.dutch.tokens import Token, fold, tokenise

_CLAUSE = re.compile(
    r"[,;:()–—\n]|\b(?:maar|terwijl|omdat|doordat|want|dat|die|waarvan|waarbij|waardoor|en|of)\b",
    re.IGNORECASE,
)


class Said:
    """What a text says.

    Args:
        analyser: Turns it into terms.
        text: The text.
    """

    def __init__(self, analyser: Analyser, text: str) -> None:
        self._analyser = analyser
        self.text = text
        self.terms = tuple(analyser.terms(text))
        self.tokens: tuple[Token, ...] = tuple(tokenise(text))

    @cached_property
    def content(self) -> tuple[Term, ...]:
        """Its words that are no stop words."""
        return tuple(term for term in self.terms if not term.stop)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its words, and of the parts of its compounds."""
        return frozenset(stem for term in self.terms for stem in (term.stem, *term.parts))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded, in order."""
        return tuple(fold(token.text) for token in self.tokens)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Its clauses as spans of the text, roughly: what commas and conjunctions part."""
        cuts = [0, *(match.start() for match in _CLAUSE.finditer(self.text)), len(self.text)]
        return tuple((first, last) for first, last in pairwise(cuts) if first < last)

    def part(self, text: str) -> "Said":
        """Return a part of it by itself."""
        return Said(self._analyser, text)

    def holds(self, term: Term) -> bool:
        """Tell whether a word of another text is in this one, itself or as part of a compound."""
        return term.stem in self.stems or (bool(term.parts) and self.stems.issuperset(term.parts))

    def within(self, clause: tuple[int, int]) -> tuple[Term, ...]:
        """Return the words of a clause that are no stop words."""
        return tuple(term for term in self.content if clause[0] <= term.start < clause[1])
