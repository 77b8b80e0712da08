"""The letters of a query as it was typed, and words compared by their letters."""

import re
import unicodedata
from functools import lru_cache

HYPHENS = "-\u2010\u2011"
_PREFIX = re.compile(r"([^\W_]{3,64})\*")


class Typed:
    """The query as it was typed, for telling its words in its own letters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._small = text.lower()
        self._same = len(self._small) == len(text)
        self._prefixes = _PREFIX.findall(text)

    def spelled(self, asked: str) -> str:
        """Return a word as it was typed; one that ``prefix*`` stands for is told as that."""
        place = self._find(asked)
        if place >= 0:
            return self._text[place : place + len(asked)]
        starts = (each for each in self._prefixes if plain(asked).startswith(plain(each)))
        return next((f"{each}*" for each in starts), asked)

    def _find(self, asked: str) -> int:
        """Return where a word stands by itself and is no prefix, or -1."""
        if not self._same:
            return -1
        place = self._small.find(asked)
        while place >= 0:
            end = place + len(asked)
            before, after = self._small[place - 1 : place], self._small[end : end + 1]
            if not (before.isalnum() or after.isalnum() or after == "*"):
                return place
            place = self._small.find(asked, place + 1)
        return place

    def place(self, asked: str) -> int:
        """Return where a word stands."""
        return self._small.find(asked.lower())


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return a word in small letters without accents, and with one kind of apostrophe and hyphen.

    >>> plain("Coördinatie"), plain("programma’s")
    ('coordinatie', "programma's")
    """
    letters = unicodedata.normalize("NFKD", word.lower())
    kept = "".join(char for char in letters if not unicodedata.combining(char) and char != "\u00ad")
    return re.sub("[‘’´`\u02bc]", "'", re.sub(f"[{HYPHENS}]", "-", kept))


def letters(word: str) -> str:
    """Return the plain letters and digits of a word.

    >>> letters("29 826-211"), letters("F-35")
    ('29826211', 'f35')
    """
    return "".join(filter(str.isalnum, plain(word)))
