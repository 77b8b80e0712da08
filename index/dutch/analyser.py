"""Words to terms: a stem, and for a compound the stems of its parts next to it."""

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import fold, tokenise

ANALYSER_VERSION = 2
"""Raise this when terms change: an index made with another version is refused and rebuilt."""

_STEMMER = snowballstemmer.stemmer("dutch")
_STEMMER_TURN = Lock()
_SHORTEST = 4


class Term(NamedTuple):
    """A word of a text as the lexical index knows it.

    Attributes:
        stem: The whole word's term; never shown to a person.
        parts: Terms of its parts when it is a compound or hyphenated, else empty.
        pieces: Those parts as they are spelled in the folded word, in order.
        word: The folded word.
        start: First character in the text.
        end: One past the last character.
        stop: Whether it is a stop word.
    """

    stem: str
    parts: tuple[str, ...]
    pieces: tuple[str, ...]
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
            name, parts, pieces = self._word(word)
            if name:
                yield Term(name, parts, pieces, word, token.start, token.end, word in STOPWORDS)

    def _analyse(self, word: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Return stem, parts and pieces of a folded word."""
        joined = [piece for piece in word.replace("&", "-").split("-") if piece]
        if len(joined) > 1:
            whole = "-".join(joined) if joined[0].isdigit() else "".join(joined)
            pieces = tuple(small for piece in joined for small in (self._splitter.split(piece) or (piece,)))
            return stem(whole), _stems((*joined, *pieces)), pieces
        pieces = self._splitter.split(word)
        return stem(word), _stems(pieces), pieces


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(stem, words)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem a folded word (Snowball *dutch*, Kraaij & Pohlmann 1994).

    Numbers and short words stay as they are.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    with _STEMMER_TURN:  # a stemmer works on a word that it keeps, so threads must not be in it together
        return str(_STEMMER.stemWord(word))
