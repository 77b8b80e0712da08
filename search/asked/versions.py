"""The same exchange in several documents is shown once: a letter as PDF and as DOCX, or in the Aanhangsel."""

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.kamervragen.model import QuestionSet

if TYPE_CHECKING:
    from beleidszoeker.search.asked.archive import Place
    from beleidszoeker.search.asked.finding import Found


class Versions:
    """Tells which exchanges are one, for as long as one search takes.

    Args:
        reader: Of the library.
    """

    def __init__(self, reader: LibraryReader) -> None:
        self._reader = reader
        self._sets: dict[str, QuestionSet] = {}
        self._works: dict[str, str] = {}

    def key(self, place: "Place") -> Hashable:
        """Return what versions of one exchange share: the set's number, else the work, and its numbers.

        A letter that answers two sets numbers from 1 twice, so the how-manieth counts too.
        """
        document_id, ordinal = place
        found = self._set(document_id)
        if not 0 <= ordinal < len(found.exchanges):
            return place
        numbers = found.exchanges[ordinal].numbers
        again = sum(each.numbers == numbers for each in found.exchanges[:ordinal])
        known = found.number or found.appendix
        name = known.value if known else self._work(document_id)
        return name, numbers, again

    def joined(self, first: "Found | None", other: "Found") -> "Found":
        """Return one of two versions with the other noted: the one with an answer goes before."""
        if first is None:
            return other
        mine, its = first.place[0], other.place[0]
        if mine == its:
            return first
        better = other if self._answers(other.place) and not self._answers(first.place) else first
        rest = {*first.versions, *other.versions, mine, its} - {better.place[0]}
        return replace(better, why=first.why, versions=tuple(sorted(rest)))

    def _answers(self, place: "Place") -> bool:
        return self._set(place[0]).exchanges[place[1]].answer is not None

    def _set(self, document_id: str) -> QuestionSet:
        if document_id not in self._sets:
            self._sets[document_id] = self._reader.questions(document_id) or QuestionSet(())
        return self._sets[document_id]

    def _work(self, document_id: str) -> str:
        if document_id not in self._works:
            found = self._reader.works([document_id]).get(document_id)
            self._works[document_id] = found[0] if found else document_id
        return self._works[document_id]
