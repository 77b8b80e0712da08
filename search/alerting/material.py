"""Passages that are held against many questions: read and analysed once."""

from collections.abc import Iterator, Sequence

from beleidszoeker.index.dutch import Analyser, Term
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.asking import all_words


class Material:
    """Some passages of a library; those that are asked for are kept.

    Args:
        reader: Where they stand.
        analyser: The index' own.
    """

    def __init__(self, reader: LibraryReader, analyser: Analyser) -> None:
        self._reader = reader
        self._analyser = analyser
        self._records: dict[int, PassageRecord] = {}
        self._terms: dict[int, Sequence[Term]] = {}

    def of(self, keys: Sequence[int]) -> Iterator[tuple[PassageRecord, Sequence[Term]]]:
        """Yield the passages with these keys and their terms; those of removed documents are left out."""
        missing = [key for key in keys if key not in self._records]
        self._records |= self._reader.passages(missing) if missing else {}
        for record in (self._records[key] for key in keys if key in self._records):
            if record.key not in self._terms:
                self._terms[record.key] = list(self._analyser.terms(all_words(record)))
            yield record, self._terms[record.key]
