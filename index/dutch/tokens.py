"""Text to words, with numbers, references and hyphenated names kept whole."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?<![\d.,])\d{2}[ ]\d{3}(?![\d.,]\d)(?:[-\u2010\u2011](?:[IVX]+|\d{1,4})\b)?  # 29 826, 29 826-211
  | \d+(?:[.,/]\d+)+%?                                              # 26,4  12.390  2024/25  2,6%
  | ['’]s-[^\W_]+(?:-[^\W_]+)*                                      # 's-Gravenhage
  | [^\W_]+(?:[-\u2010\u2011'’.&\u00ad][^\W_]+)*                    # F-35, programma's, o.a, B&W
    """,
    re.VERBOSE,
)
_LEFT_OUT = " '’\u00ad"
_APOSTROPHE_S = re.compile(r"['’]s$")


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

    >>> [t.text for t in tokenise("Kamerstuk 29 826-211 over F-35's, CO2 en € 26,4 miljard")]
    ['Kamerstuk', '29 826-211', 'over', "F-35's", 'CO2', 'en', '26,4', 'miljard']
    """
    for match in _TOKEN.finditer(text):
        yield Token(match.group(), match.start(), match.end())


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower-case, without accents or a possessive or plural ``'s``, dossier numbers closed up.

    >>> fold("Coördinatie"), fold("programma’s"), fold("29 826"), fold("’s-Gravenhage")
    ('coordinatie', 'programma', '29826', 's-gravenhage')
    """
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE_S.sub("", word.lower()))
    kept = (char for char in decomposed if not unicodedata.combining(char) and char not in _LEFT_OUT)
    return "".join(kept).replace("\u2010", "-")
