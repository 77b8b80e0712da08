"""The abbreviations that a corpus defines, learnt from all its passages."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

import simplemma

from beleidszoeker.index.definitions import Definition, find_definitions, singular
from beleidszoeker.index.dutch import Analyser, Term, Vocabulary, fold
from beleidszoeker.index.store import IndexedText

_MOST = 3
_SELDOM = 0.2


class Meaning(NamedTuple):
    """What an abbreviation stands for.

    Attributes:
        short: ``NPLG``, as it is most often defined.
        long: ``Nationaal Programma Landelijk Gebied``, as it is most often spelled.
        stems: Terms of the long form without stop words, in order.
        documents: How many documents define it so.
        ordinary: Whether the corpus also knows the short form as a common word in small letters (*pas*).
    """

    short: str
    long: str
    stems: tuple[str, ...]
    documents: int
    ordinary: bool = False


class Abbreviations:
    """Looks abbreviations up from both sides.

    Args:
        meanings: All that were learnt; of one short form the one seen most first.
    """

    def __init__(self, meanings: Iterable[Meaning] = ()) -> None:
        self._meanings = tuple(meanings)
        self._by_short: defaultdict[str, list[Meaning]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Meaning]] = defaultdict(list)
        for meaning in self._meanings:
            self._by_short[_letters(meaning.short)].append(meaning)
            if meaning.stems:
                self._by_first[meaning.stems[0]].append(meaning)

    @classmethod
    def learn(cls, analyser: Analyser, vocabulary: Vocabulary, texts: Iterable[IndexedText]) -> Self:
        """Learn from passages and the footnotes that they cite.

        A definition counts once in a document. Of each short form the forms seen most are kept, and none
        that is seen much less than the first.
        """
        return cls.gathered(analyser, vocabulary, defined(analyser, texts))

    @classmethod
    def gathered(
        cls, analyser: Analyser, vocabulary: Vocabulary, definitions: Iterable[tuple[str, Definition]]
    ) -> Self:
        """Learn from what ``defined`` found, in any order."""
        seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        spelled: dict[str, Counter[Definition]] = defaultdict(Counter)
        for document, found in definitions:
            short, long = _letters(found.short), _long_key(found.long)
            seen[short][long].add(document)
            spelled[f"{short} {long}"][found] += 1
        return cls(
            _meaning(analyser, vocabulary, spelled[f"{short} {long}"], documents)
            for short, longs in sorted(seen.items())
            for long, documents in _seen_most({long: len(where) for long, where in longs.items()})
        )

    def __len__(self) -> int:
        """Number of meanings."""
        return len(self._meanings)

    def __iter__(self) -> Iterator[Meaning]:
        """Yield the meanings, by short form."""
        return iter(self._meanings)

    def meanings(self, word: str) -> tuple[Meaning, ...]:
        """Return what a word stands for, the one seen most first; nothing when it is no abbreviation.

        Args:
            word: As it was typed. In other capitals than the corpus' it counts only where the corpus does not
                know it as a common word.
        """
        typed = singular(word)
        meant = self._by_short.get(_letters(typed), ())
        return tuple(each for each in meant if not each.ordinary or _same(typed, each.short))

    def spelled_out(self, terms: Sequence[Term]) -> Iterator[tuple[int, int, Meaning]]:
        """Yield (first, one past the last, meaning) of the long forms among terms without stop words."""
        for first, term in enumerate(terms):
            for meaning in self._by_first.get(term.stem, ()):
                last = first + len(meaning.stems)
                if tuple(each.stem for each in terms[first:last]) == meaning.stems:
                    yield first, last, meaning

    def to_json(self) -> str:
        """Return them as text that ``from_json`` reads; the same corpus gives the same text."""
        return json.dumps([list(meaning) for meaning in self._meanings], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote."""
        return cls(
            Meaning(short, long, tuple(stems), documents, ordinary)
            for short, long, stems, documents, ordinary in json.loads(text)
        )


def defined(analyser: Analyser, texts: Iterable[IndexedText]) -> Iterator[tuple[str, Definition]]:
    """Yield (document, definition); a footnote that many passages of a document cite is read once."""
    owner, notes = "", set[str]()
    for indexed in texts:
        if indexed.document_id != owner:
            owner, notes = indexed.document_id, set()
        fresh = [note for note in indexed.notes if note not in notes]
        notes.update(fresh)
        for text in (indexed.text, *fresh):
            for found in find_definitions(analyser, text):
                yield owner, found


def _seen_most(documents: Mapping[str, int]) -> list[tuple[str, int]]:
    best = sorted(documents.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return [(long, count) for long, count in best if count >= _SELDOM * best[0][1]]


def _meaning(
    analyser: Analyser, vocabulary: Vocabulary, spelled: Counter[Definition], documents: int
) -> Meaning:
    short, long = min(spelled, key=lambda found: (-spelled[found], found))
    stems = tuple(term.stem for term in analyser.terms(long) if not term.stop)
    return Meaning(short, long, stems, documents, _is_ordinary(vocabulary, _letters(short)))


def _is_ordinary(vocabulary: Vocabulary, word: str) -> bool:
    in_small_letters = word in vocabulary.counts and word not in vocabulary.names
    return in_small_letters and bool(simplemma.is_known(word, lang="nl"))


def _letters(short: str) -> str:
    return "".join(char for char in fold(short) if char.isalnum())


def _long_key(long: str) -> str:
    """What spellings of one long form share: ``Milieu Effect Rapportage`` and ``milieueffectrapportage``."""
    return "".join(char for char in fold(long) if char.isalnum())


def _same(typed: str, short: str) -> bool:
    return [char for char in typed if char.isalnum()] == [char for char in short if char.isalnum()]
