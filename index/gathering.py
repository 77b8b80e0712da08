"""Gathering what can be suggested from the passages of a corpus."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from beleidszoeker.index.dutch import STOPWORDS, fold, tokenise
from beleidszoeker.index.store import IndexedText

_MOST = {"title": 50_000, "heading": 20_000, "term": 30_000}
_FEWEST_LETTERS = 4
_LONGEST_HEADING = 90
_LONGEST_NAME = 6
_RAREST_NAME = 3
_LETTER = re.compile(r"[^\W\d_]")


class Suggestion(NamedTuple):
    """Something to ask.

    Attributes:
        text: As it is shown and asked.
        kind: ``title``, ``heading`` or ``term``.
        passages: In how many passages it stands, or how many stand under it.
    """

    text: str
    kind: str
    passages: int


class Gathered:
    """Counts what the passages of a corpus hold, and tells which is held most."""

    def __init__(self) -> None:
        self._passages: dict[str, Counter[str]] = defaultdict(Counter)
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._names: Counter[str] = Counter()

    def add(self, indexed: IndexedText) -> None:
        """Count one passage."""
        if indexed.title:
            self._passages["title"][indexed.title] += 1
        for heading in indexed.headings:
            if heading != indexed.title and len(heading) <= _LONGEST_HEADING and _says_something(heading):
                self._passages["heading"][heading] += 1
        self._names.update(set(_names(indexed.text)))
        for word in {token.text for token in tokenise(indexed.text)}:
            if len(word) >= _FEWEST_LETTERS and word[-1].isalpha():
                self._words[fold(word)][word] += 1

    def best(self) -> Iterator[Suggestion]:
        """Yield those in the most passages, of each kind a bounded number."""
        for kind, counts in self._passages.items():
            for text, count in counts.most_common(_MOST[kind]):
                yield Suggestion(text, kind, count)
        terms = Counter(dict(self._terms())) + Counter(
            {name: count for name, count in self._names.items() if count >= _RAREST_NAME}
        )
        for text, count in terms.most_common(_MOST["term"]):
            yield Suggestion(text, "term", count)

    def _terms(self) -> Iterator[tuple[str, int]]:
        """Yield each word as it is spelled most, in lower case where the corpus writes it so at all."""
        for word, spelled in self._words.items():
            count = sum(spelled.values())
            if word not in STOPWORDS:
                lower = {text: times for text, times in spelled.items() if text[0].islower()}
                yield max(lower or spelled, key=lambda text: (spelled[text], text)), count


def _says_something(heading: str) -> bool:
    return any(
        len(token.text) >= _FEWEST_LETTERS and _LETTER.match(token.text) and fold(token.text) not in STOPWORDS
        for token in tokenise(heading)
    )


def _names(text: str) -> Iterator[str]:
    """Yield names of several words: runs of capitalised words, with small words between them.

    >>> list(_names("In het Nationaal Programma Circulaire Economie staat de Regio Deal van Zuid-Limburg."))
    ['Nationaal Programma Circulaire Economie', 'Regio Deal van Zuid-Limburg']
    """
    run: list[tuple[int, int]] = []
    last = 0
    for token in tokenise(text):
        touching = text[last : token.start] == " "
        capital = token.text[0].isupper()
        if not touching or not (capital or (run and fold(token.text) in STOPWORDS)):
            yield from _name(text, run)
            run = []
        if capital or run:
            run.append((token.start, token.end))
        last = token.end
    yield from _name(text, run)


def _name(text: str, run: list[tuple[int, int]]) -> Iterator[str]:
    """Yield a run without the small words around it, where it has two to six words."""
    while run and fold(text[slice(*run[0])]) in STOPWORDS:
        run = run[1:]
    while run and fold(text[slice(*run[-1])]) in STOPWORDS:
        run = run[:-1]
    if 1 < len(run) <= _LONGEST_NAME:
        yield text[run[0][0] : run[-1][1]]
