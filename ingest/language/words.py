"""Is this a Dutch word? Asked when a word broken over two lines must be made whole."""

from collections.abc import Iterator
from functools import lru_cache

import simplemma

_LINKS = ("", "s", "en", "e", "n")
_SHORTEST_PART = 4
_VOICELESS = {"v": "f", "z": "s"}


@lru_cache(maxsize=100_000)
def in_word_list(word: str) -> bool:
    """Tell whether the word list knows this spelling, in any case.

    >>> in_word_list("hoogwaardige"), in_word_list("hoogwaar")
    (True, False)
    """
    return bool(simplemma.is_known(word, lang="nl") or simplemma.is_known(word.lower(), lang="nl"))


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Tell whether this is a listed word, one with an inflection, or a compound of two with an optional link.

    >>> is_word("netcapaciteit"), is_word("gezondheidsachterstanden"), is_word("capabili")
    (True, True, False)
    >>> is_word("intensieve"), is_word("gestelde")
    (True, True)
    """
    word = word.lower()
    return in_word_list(word) or any(map(in_word_list, _uninflected(word))) or any(_halves(word))


def _uninflected(word: str) -> Iterator[str]:
    """*gestelde* → *gesteld*, *intensieve* → *intensief*, *private* → *privaat*: the list lacks many."""
    if word.endswith("e") and len(word) > _SHORTEST_PART:
        stem = word[:-1]
        yield stem
        yield stem[:-1] + _VOICELESS.get(stem[-1], stem[-1])
        if stem[-2] in "aeou":
            yield stem[:-1] + stem[-2] + stem[-1]


def _halves(word: str) -> Iterator[bool]:
    for cut in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
        if in_word_list(word[cut:]):
            for link in _LINKS:
                first = word[: cut - len(link)]
                yield word[:cut].endswith(link) and len(first) >= _SHORTEST_PART - 1 and in_word_list(first)
