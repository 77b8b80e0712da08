"""The passages that answer a question, in the order in which they can be paged through."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.asking import Asked
from beleidszoeker.search.live import View
from beleidszoeker.search.named import in_front, look_up, told
from beleidszoeker.search.query import ParsedQuery, completed, parse
from beleidszoeker.search.ranking.choosing import Picked, choose
from beleidszoeker.search.ranking.retrieval import Mode

MOST_RESULTS = 100
_NOTHING = "Niets gevonden dat bij deze vraag past. Probeer andere woorden of minder filters."
_EMPTY = "Typ een of meer woorden om te zoeken."
_ONLY_LIMITS = "Deze vraag stelt alleen grenzen. Typ er een of meer woorden bij om naar te zoeken."
_UNMET = "Geen passage voldoet aan alle eisen van deze vraag. Laat er een weg, of zoek met gewone woorden."
_FAR = "Binnen deze filters past niets goed bij de vraag; dit komt er het dichtst bij."


class Question(NamedTuple):
    """What is asked, and within which limits.

    Attributes:
        query: In a person's own words.
        filters: Limits beside those in the query.
        mode: Which sides take part.
    """

    query: str
    filters: Filters
    mode: Mode = Mode.HYBRID


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """What was found for a question.

    Attributes:
        picks: The passages, best first, at most 100; none where it has no answer.
        notes: What the person should know, in Dutch sentences.
        message: Why there is nothing, in Dutch; ``None`` where there is an answer.
        asked: The question, understood; ``None`` where there was nothing to look for.
    """

    picks: tuple[Picked, ...]
    notes: tuple[str, ...]
    message: str | None
    asked: Asked | None = None


class Lister:
    """Finds the passages for a question, once for each page of them.

    Args:
        library: Where to search.
        embedder: Makes the query's vector.
        reranker: Reads the best candidates again; ``None`` for not.
    """

    def __init__(self, library: Library, embedder: Embedder, reranker: Reranker | None) -> None:
        self._library, self._embedder, self._reranker = library, embedder, reranker

    def list(self, view: View, question: Question) -> Listing:
        """Return what a question finds; the same until another snapshot is published."""
        return view.listings.get(question, lambda: self._asked(view, question))

    def _asked(self, view: View, question: Question) -> Listing:
        if not any(char.isalnum() for char in question.query):
            return Listing((), (), _EMPTY)
        parsed = completed(parse(question.query), view.snapshot.lexical)
        if not any(char.isalnum() for char in parsed.words):
            return Listing((), parsed.notes, _ONLY_LIMITS if parsed.limited else _EMPTY)
        return self._found(view, question, parsed)

    def _found(self, view: View, question: Question, parsed: ParsedQuery) -> Listing:
        reader, limits = self._library.reader, question.filters.both(parsed.filters)
        asked = Asked(view, parsed, self._embedder, question.mode)
        fused = asked.candidates(reader, limits, reranker=self._reranker)
        named = look_up(reader, parsed.reference)
        most = MOST_RESULTS - len(named.documents)
        found = choose(fused, view.owners.of(fused.keys), view.works, most, diverse=not limits.one_by_one)
        found = in_front(reader, named, found, allowed=view.limited(parsed.demands, limits))
        notes = (*parsed.notes, *asked.notes, *told(named, found), *self._left_out(limits))
        if not found:
            return Listing((), notes, _UNMET if parsed.limited else _NOTHING, asked)
        exactly = bool(parsed.reference and parsed.reference.identifiers)
        if named.cited or parsed.worded or asked.is_answered_by(reader, fused, exactly=exactly):
            return Listing(tuple(found), notes, None, asked)
        if not exactly and self._is_answered_wider(view, question):
            return Listing(tuple(found), (*notes, _FAR), None, asked)
        return Listing((), notes, _NOTHING, asked)

    def _is_answered_wider(self, view: View, question: Question) -> bool:
        """Tell whether a question is answered with fewer filters: then whoever set them sees what is near.

        That also keeps the promise of a facet's count: choosing the value shows those documents. Where
        documents are named, a person asks whether *they* hold the answer, and no other document counts.
        """
        if question.filters.one_by_one:
            return False
        wider = (question._replace(filters=filters) for filters in _wider(question.filters))
        return any(self.list(view, each).message is None for each in wider)

    def _left_out(self, limits: Filters) -> tuple[str, ...]:
        """Say how many documents a range of dates leaves out for having no date."""
        count = self._library.reader.undated() if limits.dated else 0
        many = "Eén document zonder datum doet" if count == 1 else f"{count} documenten zonder datum doen"
        return (f"{many} niet mee.",) if count else ()


_LIMITS = (
    ("kinds",),
    ("date_from", "date_to"),
    ("years",),
    ("organisations",),
    ("dossiers",),
    ("programmes",),
)
"""Fields of the filters that are taken away together."""


def _wider(filters: Filters) -> Iterator[Filters]:
    """Yield the filters with one of them taken away, for each."""
    none = Filters()
    for names in _LIMITS:
        wider = replace(filters, **{name: getattr(none, name) for name in names})
        if wider != filters:
            yield wider
