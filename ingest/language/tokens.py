"""Text to words, with numbers, references and hyphenated names kept whole."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_WORD = 64
"""Letters of the longest word that anything is remembered of."""

_HYPHENS = r"\-\u2010\u2011"
_APOSTROPHES = "'’‘´`\u02bc"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen; spaces and joiners without width
_ACCENTS = r"\u0300-\u036f"  # that stand behind their letter
TOKEN = re.compile(
    rf"""
    (?<![\d.,])\d{{2}}[ \xa0]?\d{{3}}(?!\d|[.,]\d|[ \xa0]\d{{3}}\b)   # 29 826, and what belongs to it:
      (?:(?:[{_HYPHENS}]|[ \xa0](?=[IVX]))(?:[IVX]+|\d{{1,4}})\b)?    # 29 826-211, 36 410-XIII, 36 410 XIII
      (?:,?[ \xa0]nr\.?[ \xa0]?\d{{1,4}}\b)?                          # 29 826, nr. 211
      (?![{_HYPHENS}]?[^\W_])
  | \d+(?:[.,/]\d+)+%?                                                # 26,4  12.390  2024/25  2,6%
  | [{_APOSTROPHES}]s-[^\W_]+(?:-[^\W_]+)*                            # 's-Gravenhage
  | [Pp][Mm][\d₀-₉]+[.,][\d₀-₉]+                                      # PM2,5
  | [^\W_]+(?:[{_HYPHENS}{_APOSTROPHES}{_UNSEEN}{_ACCENTS}.&@][^\W_]+)*
                                                                      # F-35, programma's, B&W, info@rvo.nl
    """,
    re.VERBOSE,
)
"""A token, as a pattern; for callers who cannot afford ``tokenise``."""

_LEFT_OUT = frozenset(f" {_APOSTROPHES}{_UNSEEN}")
_APOSTROPHE_S = re.compile(rf"[{_APOSTROPHES}]s$")
_BEFORE_NUMBER = re.compile(r",?\snr\.?\s?|(?<=\d)\s(?=[ivx])")


class Token(NamedTuple):
    """A word with its place.

    Attributes:
        text: As it stands in the text.
        start: First character.
        end: One past the last character.
    """

    text: str
    start: int
    end: int


def tokenise(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order.

    >>> [t.text for t in tokenise("Kamerstuk 29 826, nr. 211 over F-35's, CO2 en € 26,4 miljard")]
    ['Kamerstuk', '29 826, nr. 211', 'over', "F-35's", 'CO2', 'en', '26,4', 'miljard']
    """
    for match in TOKEN.finditer(text):
        yield Token(match.group(), match.start(), match.end())


def fold(word: str) -> str:
    """Lower-case, without accents or a possessive or plural ``'s``, references in one spelling.

    >>> fold("Coördinatie"), fold("programma’s"), fold("29 826, nr. 211"), fold("’s-Gravenhage")
    ('coordinatie', 'programma', '29826-211', 's-gravenhage')
    """
    return _folded(word) if len(word) <= LONGEST_WORD else _fold(word)


def _fold(word: str) -> str:
    word = _APOSTROPHE_S.sub("", word.lower())
    if " " in word or "\xa0" in word:
        word = _BEFORE_NUMBER.sub("-", word)
    decomposed = unicodedata.normalize("NFKD", word)
    kept = (char for char in decomposed if not unicodedata.combining(char) and char not in _LEFT_OUT)
    return "".join(kept).replace("\u2010", "-")


_folded = lru_cache(maxsize=200_000)(_fold)
