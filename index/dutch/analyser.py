"""Words to terms: a stem, and for a compound the stems of its parts next to it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import fold, tokenise

ANALYSER_VERSION = 1
"""Raise this when terms change: an index made with another version is refused and rebuilt."""

_STEMMER = snowballstemmer.stemmer("dutch")


class Term(NamedTuple):
    """A word of a text as the lexical index knows it.

    Attributes:
        stem: The whole word's term; never shown to a person.
        parts: Terms of its parts when it is a compound or hyphenated, else empty.
        word: The folded word.
        start: First character in the text.
        end: One past the last character.
        stop: Whether it is a stop word.
    """

    stem: str
    parts: tuple[str, ...]
    word: str
    start: int
    end: int
    stop: bool


class Analyser:
    """Turns text into terms.

    Args:
        splitter: Knows the corpus' words; by default one that knows the word list alone.
    """

    def __init__(self, splitter: CompoundSplitter | None = None) -> None:
        self._splitter = splitter or CompoundSplitter()
        self._word = lru_cache(maxsize=200_000)(self._analyse)

    def terms(self, text: str) -> Iterator[Term]:
        """Yield the terms of a text in order, stop words among them."""
        for token in tokenise(text):
            word = fold(token.text)
            stem, parts = self._word(word)
            if stem:
                yield Term(stem, parts, word, token.start, token.end, word in STOPWORDS)

    def _analyse(self, word: str) -> tuple[str, tuple[str, ...]]:
        if "-" in word or "&" in word:
            pieces = [piece for piece in word.replace("&", "-").split("-") if piece]
            whole = "".join(pieces) if not pieces[0].isdigit() else "-".join(pieces)
            parts = [part for piece in pieces for part in (stem(piece), *self._parts(piece))]
            return stem(whole), tuple(dict.fromkeys(parts)) if len(pieces) > 1 else ()
        return stem(word), self._parts(word)

    def _parts(self, word: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(stem(part) for part in self._splitter.split(word)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem a folded word (Snowball *dutch*, Kraaij & Pohlmann 1994); numbers and short words stay as they are."""
    return str(_STEMMER.stemWord(word)) if len(word) > 3 and word.isalpha() else word  # noqa: PLR2004
