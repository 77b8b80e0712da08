"""Is this a Dutch word? Asked when a word broken over two lines must be made whole."""

from functools import lru_cache

import simplemma

_LINKS = ("s", "en", "e", "n", "")
_SHORTEST_PART = 4


@lru_cache(maxsize=100_000)
def in_word_list(word: str) -> bool:
    """Tell whether the word list knows this spelling, in any case.

    >>> in_word_list("hoogwaardige"), in_word_list("hoogwaar")
    (True, False)
    """
    return bool(simplemma.is_known(word, lang="nl") or simplemma.is_known(word.lower(), lang="nl"))


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Tell whether this is a listed word or a compound of two listed words with an optional link.

    >>> is_word("netcapaciteit"), is_word("gezondheidsachterstanden"), is_word("capabili")
    (True, True, False)
    """
    word = word.lower()
    return in_word_list(word) or any(
        in_word_list(word[:cut]) and in_word_list(word[cut:])
        for cut in _cuts(word)
    ) or any(
        in_word_list(word[: cut - len(link)]) and in_word_list(word[cut:])
        for link in _LINKS[:-1]
        for cut in _cuts(word)
        if word[:cut].endswith(link) and cut - len(link) >= _SHORTEST_PART - 1
    )


def _cuts(word: str) -> range:
    return range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1)
