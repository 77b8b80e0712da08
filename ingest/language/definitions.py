"""Abbreviations where a text defines them: ``Nationaal Programma Landelijk Gebied (NPLG)``.

After Schwartz & Hearst, *A simple algorithm for identifying abbreviation definitions in biomedical text*,
PSB 2003, made fit for Dutch. Theirs matches letters anywhere from right to left. Here each word that is used
gives its first letter, and further letters cost less where a part of a compound begins
(``EnergieHoofdStructuur``); the long form with the lowest cost wins, the shorter one among equals.
"""

import re
from collections.abc import Callable, Iterator
from math import inf
from typing import NamedTuple

from beleidszoeker.ingest.language.stopwords import STOPWORDS
from beleidszoeker.ingest.language.tokens import Token, fold, tokenise

_SHORT = r"[A-Za-z0-9](?:[A-Za-z0-9&]|[-.'’](?=[A-Za-z0-9]))*\+*"
_PLURAL = re.compile(r"(?<=[A-Z0-9])['’]?(?:s|en)$|['’](?:s|en)$")
_INSIDE = re.compile(
    rf"""
    \(\s*(?:hierna|voortaan|verder|afgekort|kortweg|kort|ook)?(?:\s*(?:te\s+noemen|genoemd|als|wel))?[\s:,]*
    (?:de\s|het\s)?[„“"'‘’”]?(?P<short>{_SHORT})[„“"'‘’”]?\s*[,;)]
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(rf"(?<![\w&-])(?P<short>{_SHORT})\s\(\s*(?P<long>[^()]{{5,160}}?)[,;]?\s*\)")
_BREAK = re.compile(r"[();:!?•|=]|\n\s*\n|\.\s+(?=[A-Z\W])")
_REACH = 240
_SHORTEST, _LONGEST = 2, 10
_SIGNS = 2  # hyphens and ampersands besides
_OF_A_LAW = range(3, 6)  # Awb, Wabo: one capital
_SLACK = 5
_CONNECTING = STOPWORDS | frozenset({"and", "the", "for", "on", "to", "from", "with", "een", "tot"})
_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})
_SMALL_WORDS = """
aan als and bij dat den der die door en for in is met na naar of om on op over per te ten ter tot uit van voor
wat zijn
"""
_SMALL = _ARTICLES | frozenset(_SMALL_WORDS.split())
_FOLLOWING = 0.3
_INNER = 1.0
_LEFT_OUT = 1.0
_NUMBER_LEFT_OUT = 0.25
_BELIEVED, _BELIEVED_OF_LONG = 1.0, 1.3

Pieces = Callable[[str], tuple[str, ...]]
"""Gives the parts of a compound as they are spelled in it; nothing for a word that is none."""


class Definition(NamedTuple):
    """An abbreviation and what it stands for, both as the text spells them, plural endings left out.

    Attributes:
        short: ``NPLG``.
        long: ``Nationaal Programma Landelijk Gebied``, on one line.
    """

    short: str
    long: str


def no_pieces(_word: str) -> tuple[str, ...]:
    """Take each word as one piece, where no compound can be parted."""
    return ()


def find_definitions(text: str, pieces: Pieces = no_pieces) -> Iterator[Definition]:
    """Yield the abbreviations that a text defines, with the long form before the bracket or inside it.

    Args:
        text: What is read.
        pieces: Parts compounds, so that the letters of an abbreviation may begin each part.
    """
    if "(" not in text:  # quicker than looking for an abbreviation before a bracket
        return
    for match in _INSIDE.finditer(text):
        short = singular(match["short"])
        if is_short_form(short):
            long = _best_ending(short, _sentence_before(text, match.start()), pieces)
            if long:
                yield Definition(short, long)
    for match in _BEFORE.finditer(text):
        short = singular(match["short"])
        if is_short_form(short):
            long = _whole(short, match["long"], pieces)
            if long:
                yield Definition(short, long)


def singular(short: str) -> str:
    """Return a short form without a plural ending, which follows an apostrophe or capitals.

    >>> [singular(word) for word in ("RES'en", "SDG’s", "LDCs", "IenW", "res’en", "oven")]
    ['RES', 'SDG', 'LDC', 'IenW', 'res', 'oven']
    """
    return _PLURAL.sub("", short)


def is_short_form(word: str) -> bool:
    """Tell whether a word is written like an abbreviation: two capitals, or one in a word of 3 to 5 letters.

    >>> words = ("NPLG", "IenW", "pCES", "Awb", "De", "nota", "2024", "K-EET")
    >>> [word for word in words if is_short_form(word)]
    ['NPLG', 'IenW', 'pCES', 'Awb', 'K-EET']
    """
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if not _SHORTEST <= len(letters) <= _LONGEST or len(word) > _LONGEST + _SIGNS:
        return False
    return capitals > 1 or (word[0].isupper() and len(word) in _OF_A_LAW and word.isalpha())


def _sentence_before(text: str, end: int) -> str:
    before = text[max(0, end - _REACH) : end]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    return before[breaks[-1] :] if breaks else before


def _best_ending(short: str, before: str, pieces: Pieces) -> str:
    """Return the end of a text that the letters of a short form fit best, or nothing."""
    tokens = list(tokenise(before))
    letters = _letters(short)
    found, lowest = "", inf
    for first in range(len(tokens) - 1, max(-1, len(tokens) - len(letters) - _SLACK - 1), -1):
        if not _may_begin(tokens[first], letters):
            continue
        cost = _cost(letters, tokens[first:], pieces)
        if cost < lowest:
            found, lowest = before[tokens[first].start :], cost
    return _on_one_line(found) if lowest <= _allowed(short) else ""


def _whole(short: str, long: str, pieces: Pieces) -> str:
    """Return a long form in brackets without its article when the letters fit all of it, or nothing."""
    tokens, letters = list(tokenise(long)), _letters(short)
    while tokens and fold(tokens[0].text) in _ARTICLES and not _may_begin(tokens[0], letters):
        tokens = tokens[1:]
    if not tokens or not _may_begin(tokens[0], letters) or len(tokens) > len(letters) + _SLACK:
        return ""
    fits = _cost(letters, tokens, pieces) <= _allowed(short)
    return _on_one_line(long[tokens[0].start :]) if fits else ""


def _letters(short: str) -> str:
    return "".join(char for char in fold(short) if char.isalnum())


def _may_begin(token: Token, letters: str) -> bool:
    """A long form begins with the first letter, and with a small stop word never."""
    return fold(token.text)[:1] == letters[:1] and token.text not in _SMALL


def _allowed(short: str) -> float:
    """Return the highest cost at which a long form is believed."""
    length = len(_letters(short))
    if length <= _SHORTEST or sum(char.isupper() for char in short) == 1:
        return 0.0
    return _BELIEVED if length == _SHORTEST + 1 else _BELIEVED_OF_LONG


def _cost(letters: str, tokens: list[Token], pieces: Pieces) -> float:
    """Return the least cost of spreading letters over words in order; the first word takes the first one."""
    costs = [inf] * (len(letters) + 1)  # costs[n]: of the words so far with n letters spread over them
    costs[0] = 0.0
    for index, token in enumerate(tokens):
        word = fold(token.text)
        starts = _starts(token.text, word, pieces(word)) if len(word) > 1 else frozenset()
        left_out = _cost_of_leaving_out(word)
        after = [cost + left_out if index else inf for cost in costs]
        for taken, cost in enumerate(costs):
            if cost < inf:
                for more, extra in _within(letters[taken:], word, starts):
                    after[taken + more] = min(after[taken + more], cost + extra)
        costs = after
    return costs[-1]


def _cost_of_leaving_out(word: str) -> float:
    if word in _CONNECTING:
        return 0.0
    return _LEFT_OUT if word[:1].isalpha() else _NUMBER_LEFT_OUT


def _within(letters: str, word: str, starts: frozenset[int]) -> Iterator[tuple[int, float]]:
    """Yield (how many of the letters, at which cost) a word can take, its first letter always."""
    if not letters or word[:1] != letters[0]:
        return
    best = {0: 0.0}  # place of the last letter taken → least cost
    yield 1, 0.0
    for taken, letter in enumerate(letters[1:], start=2):
        reached: dict[int, float] = {}
        for place, cost in best.items():
            for other in range(place + 1, len(word)):
                if word[other] == letter:
                    step = 0.0 if other in starts else _FOLLOWING if other == place + 1 else _INNER
                    reached[other] = min(reached.get(other, inf), cost + step)
        if not reached:
            return
        best = reached
        yield taken, min(best.values())


def _starts(spelled: str, word: str, parts: tuple[str, ...]) -> frozenset[int]:
    """Return the places in a folded word where a part of it begins."""
    starts = {match.end() for match in re.finditer("[-&.'’]", word)}
    if len(spelled) == len(word):
        starts.update(place for place, char in enumerate(spelled) if char.isupper())
    place = 0
    for part in parts:
        place = word.find(part, place)
        if place < 0:
            break
        starts.add(place)
        place += len(part)
    return frozenset(starts)


def _on_one_line(text: str) -> str:
    return " ".join(text.split()).strip(" ,;\"'‘’“”„«»*_-")
