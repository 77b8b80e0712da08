"""What is read of passages for the index of words: first what the corpus teaches, then each by itself."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.index.abbreviations import defined
from beleidszoeker.index.definitions import Definition
from beleidszoeker.index.dutch import Analyser, Vocabulary
from beleidszoeker.index.gathering import Gathered
from beleidszoeker.index.postings import Posting, Postings
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import make_analyser


class Analysed(NamedTuple):
    """Passages as they are indexed.

    Attributes:
        postings: What is stored, in the order of the passages.
        definitions: The abbreviations that they define, each with the id of its document.
    """

    postings: list[Posting]
    definitions: list[tuple[str, Definition]]


class Reading:
    """Reads passages; what it keeps does not grow with their number, but with the number of words."""

    def __init__(self) -> None:
        self._gathered = Gathered()
        self._analyser = Analyser()
        self._postings = Postings(self._analyser)

    def count(self, texts: Sequence[IndexedText]) -> int:
        """Count words, names, titles and headings; return the number of passages."""
        for indexed in texts:
            self._gathered.add(indexed)
        return len(texts)

    def counted(self) -> Gathered:
        """Return what was counted, and begin anew."""
        counted, self._gathered = self._gathered, Gathered()
        return counted

    def know(self, vocabulary: Vocabulary) -> None:
        """Take in the words of the whole corpus: compounds are parted by them."""
        self._analyser = make_analyser(vocabulary)
        self._postings = Postings(self._analyser)

    def analyse(self, texts: Sequence[IndexedText]) -> Analysed:
        """Analyse the passages of whole documents."""
        return Analysed(list(map(self._postings.of, texts)), list(defined(self._analyser, texts)))
