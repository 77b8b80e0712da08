"""Words to terms: a stem, and for a compound the stems of its parts next to it."""

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple, TypeAlias

import simplemma
import snowballstemmer

from beleidszoeker.index.dutch import dates, numerals
from beleidszoeker.index.dutch.addresses import Address, read_address
from beleidszoeker.index.dutch.compounds import CompoundSplitter
from beleidszoeker.index.dutch.dates import read_date, session
from beleidszoeker.index.dutch.expressions import Expression
from beleidszoeker.index.dutch.hanging import completed, hanging_words
from beleidszoeker.index.dutch.numbers import number_terms, read_number
from beleidszoeker.index.dutch.stopwords import STOPWORDS
from beleidszoeker.index.dutch.tokens import LONGEST_WORD, TOKEN, fold

ANALYSER_VERSION = 3
"""Raise this when terms change: an index made with another version is refused and rebuilt."""

_STEMMER = snowballstemmer.stemmer("dutch")
_STEMMER_TURN = Lock()
_SHORTEST = 4
_TEXTS = 512
_OPENERS = dates.OPENERS | numerals.NUMERALS.keys()

_Word: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...], str, bool, bool]
"""Stem, parts, pieces, folded word, whether it is a stop word, whether it may begin an expression."""


class Term(NamedTuple):
    """A word of a text as the lexical index knows it; a date or a number with its unit is one word.

    Attributes:
        stem: The whole word's term, the same for all spellings of a date or number; never shown to a person.
        parts: Other terms by which it is found: of a compound's parts, of the word behind a particle, of the
            month and year of a date, of the number before *miljard*, of the compound that a hanging word is.
        pieces: What is told to a person of a match by ``parts``, as spelled in ``word``, in order.
        word: The folded word; of a date or a number with its unit the words in lower case.
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


class Indexed(NamedTuple):
    """A text as the lexical index stores it.

    Attributes:
        terms: The stems of its words in order, then the other terms by which they are found.
        words: Its folded words in order, as phrases are made of them.
    """

    terms: list[str]
    words: list[str]


class Analyser:
    """Turns text into terms.

    Args:
        splitter: Knows the corpus' words; by default one that knows the word list alone.
    """

    def __init__(self, splitter: CompoundSplitter | None = None) -> None:
        self._splitter = splitter or CompoundSplitter()
        self._word = lru_cache(maxsize=200_000)(self._analyse)
        self._folded = lru_cache(maxsize=200_000)(self._analyse_folded)  # *Kamer* and *kamer* are one word
        self.analysed = lru_cache(maxsize=_TEXTS)(self._analysed)

    @property
    def known(self) -> int:
        """How many words it has analysed and remembers."""
        return self._folded.cache_info().currsize

    def learn(self, word: str) -> None:
        """Analyse a folded word ahead: texts that hold it are read sooner."""
        self._folded(word)

    def terms(self, text: str) -> Iterator[Term]:
        """Yield the terms of a text in order, stop words among them."""
        hanging = hanging_words(text)
        after = 0
        for match in TOKEN.finditer(text):
            start, end = match.span()
            if start < after:
                continue
            # A word of thousands of letters is nobody's; it is not kept, here or folded.
            known = self._word if end - start <= LONGEST_WORD else self._analyse
            name, parts, pieces, word, stop, opens = known(match[0])
            if opens and (read := _read(text, start)):
                after = read.end
                yield _expression(text, start, read)
                continue
            if hanging and end in hanging and (full := completed(self._splitter, word, hanging[end])):
                parts, pieces = (*parts, stem(full)), pieces or (word,)
            if name:
                yield Term(name, parts, pieces, word, start, end, stop)

    def indexed(self, text: str, *, end: int | None = None) -> Indexed:
        """Return what ``terms`` finds, in one go and without places: an index is made of millions of words.

        Args:
            text: What is analysed.
            end: Words that begin behind it are left out of ``words``, not of ``terms``.
        """
        stems: list[str] = []
        others: list[str] = []
        words: list[str] = []
        hanging = hanging_words(text)
        after, end = 0, len(text) if end is None else end
        for match in TOKEN.finditer(text):
            start, spelled = match.start(), match[0]
            known = self._word if len(spelled) <= LONGEST_WORD else self._analyse
            name, parts, _, word, _, opens = known(spelled)
            if word and start < end:
                words.append(word)
            if start < after:
                continue
            if opens and (read := _read(text, start)):
                after = read.end
                name, parts = read.name, _stems(read.parts)
            elif hanging and (at := match.end()) in hanging:
                full = completed(self._splitter, word, hanging[at])
                parts = (*parts, stem(full)) if full else parts
            if name:
                stems.append(name)
                others += parts
        return Indexed(stems + others, words)

    def _analysed(self, text: str) -> tuple[Term, ...]:
        """Return the terms of a text; ``analysed`` does, and remembers those of the texts that came last.

        A passage is looked at to tell whether it answers, then to be shown, and again with every filter;
        titles and headings come with each of their passages.
        """
        return tuple(self.terms(text))

    def _analyse(self, text: str) -> _Word:
        """Return what there is to know of a token without its place."""
        known = self._folded if len(text) <= LONGEST_WORD else self._analyse_folded
        return known(fold(text))

    def _analyse_folded(self, word: str) -> _Word:
        opens = word[:1].isdigit() or word.partition("-")[0] in _OPENERS
        return *self._term(word), word, word in STOPWORDS, opens

    def _term(self, word: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Return stem, parts and pieces of a folded word."""
        if number := number_terms(word) or session(word):
            return *number, (word,) if number[1] else ()
        if address := read_address(word):
            return self._found_by(address)
        joined = [piece for piece in word.replace("&", "-").split("-") if piece]
        if len(joined) > 1:
            whole = "-".join(joined) if joined[0].isdigit() else "".join(joined)
            pieces = tuple(small for piece in joined for small in (self._splitter.split(piece) or (piece,)))
            return stem(whole), _stems((*joined, *pieces)), pieces
        if pieces := self._splitter.split(word):
            return stem(word), _stems(pieces), pieces
        pieces = () if word in STOPWORDS else self._splitter.particle(word)
        return stem(word), _stems(pieces[1:]), pieces

    def _found_by(self, address: Address) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        labels = map(self._term, address.labels)
        parts = (term for name, parts, _ in labels for term in (name, *parts))
        return address.name, tuple(dict.fromkeys((*address.hosts, *parts))), address.labels


def _read(text: str, start: int) -> Expression | None:
    return read_date(text, start) or read_number(text, start)


def _expression(text: str, start: int, read: Expression) -> Term:
    spelled = text[start : read.end].lower()
    return Term(read.name, _stems(read.parts), (spelled,), spelled, start, read.end, stop=False)


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(stem, words)))


def stem(word: str) -> str:
    """Stem the lemma of a folded word (simplemma, then Snowball *dutch*, Kraaij & Pohlmann 1994).

    The lemma brings *steden* to *stad* and *biedt* to *bieden*; the stem brings *aanbieding* there as well.
    Numbers and short words stay as they are.
    """
    return _stem(word) if _SHORTEST <= len(word) <= LONGEST_WORD and word.isalpha() else word


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the dictionary form of a folded word (*steden*: *stad*); the word itself where none is known."""
    found = fold(simplemma.lemmatize(word, lang="nl")).replace("_", "")  # af_ronden, at some verbs
    return found if found.isalpha() else word


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    with _STEMMER_TURN:  # a stemmer works on a word that it keeps, so threads must not be in it together
        return str(_STEMMER.stemWord(lemma(word)))
