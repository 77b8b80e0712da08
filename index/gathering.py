"""Gathering what can be suggested from the passages of a corpus."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple, Self

from beleidszoeker.index.dutch import STOPWORDS, TOKEN, fold, tokenise
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
    """Counts what the passages of a corpus hold, and tells which is held most.

    Attributes:
        spelled: Every word of the passages as it is spelled, with how often it occurs.
    """

    def __init__(self) -> None:
        self._titles: Counter[str] = Counter()
        self._headings: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self.spelled: Counter[str] = Counter()

    def __iadd__(self, other: Self) -> Self:
        """Take in what was counted of other passages."""
        for ours, theirs in zip(self._counts(), other._counts(), strict=True):
            ours.update(theirs)
        return self

    def _counts(self) -> tuple[Counter[str], ...]:
        return self._titles, self._headings, self._names, self._words, self.spelled

    def add(self, indexed: IndexedText) -> None:
        """Count one passage."""
        if indexed.title:
            self._titles[indexed.title] += 1
        for heading in indexed.headings:
            if heading != indexed.title and len(heading) <= _LONGEST_HEADING and _says_something(heading):
                self._headings[heading] += 1
        found = list(TOKEN.finditer(indexed.text))
        words = [match[0] for match in found]
        self.spelled.update(words)
        self._words.update(set(words))
        self._names.update(set(_names(indexed.text, found)))

    def best(self) -> Iterator[Suggestion]:
        """Yield those in the most passages, of each kind a bounded number."""
        names = Counter({name: count for name, count in self._names.items() if count >= _RAREST_NAME})
        terms = Counter(dict(self._terms())) + names
        for kind, counts in (("title", self._titles), ("heading", self._headings), ("term", terms)):
            most = nsmallest(_MOST[kind], counts.items(), key=lambda found: (-found[1], found[0]))
            yield from (Suggestion(text, kind, count) for text, count in most)

    def _terms(self) -> Iterator[tuple[str, int]]:
        """Yield each word as it is spelled most, in lower case where the corpus writes it so at all."""
        grouped: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for text, passages in self._words.items():
            if len(text) >= _FEWEST_LETTERS and text[-1].isalpha():
                grouped[fold(text)].append((passages, text))
        for word, spelled in grouped.items():
            if word not in STOPWORDS:
                lower = [each for each in spelled if each[1][0].islower()]
                yield max(lower or spelled)[1], sum(passages for passages, _ in spelled)


@lru_cache(maxsize=10_000)
def _says_something(heading: str) -> bool:
    return any(
        len(token.text) >= _FEWEST_LETTERS and _LETTER.match(token.text) and fold(token.text) not in STOPWORDS
        for token in tokenise(heading)
    )


def _names(text: str, tokens: Iterable[re.Match[str]]) -> Iterator[str]:
    """Yield names of several words: runs of capitalised words, with small words between them.

    >>> text = "In het Nationaal Programma Circulaire Economie staat de Regio Deal van Zuid-Limburg."
    >>> list(_names(text, TOKEN.finditer(text)))
    ['Nationaal Programma Circulaire Economie', 'Regio Deal van Zuid-Limburg']
    """
    run: list[tuple[int, int]] = []
    for token in tokens:
        word = token[0]
        capital = word[0].isupper()
        if not capital and not run:
            continue  # most words
        touching = run and text[run[-1][1] : token.start()] == " "
        if not touching or not (capital or fold(word) in STOPWORDS):
            yield from _name(text, run)
            run = []
        if capital or run:
            run.append(token.span())
    yield from _name(text, run)


def _name(text: str, run: list[tuple[int, int]]) -> Iterator[str]:
    """Yield a run without the small words around it, where it has two to six words."""
    if len(run) < 2:  # noqa: PLR2004 - most runs: the first word of a sentence
        return
    while run and fold(text[slice(*run[0])]) in STOPWORDS:
        run = run[1:]
    while run and fold(text[slice(*run[-1])]) in STOPWORDS:
        run = run[:-1]
    if 1 < len(run) <= _LONGEST_NAME:
        yield text[run[0][0] : run[-1][1]]
