"""What is marked on the reading page: the passage that is cited, and what else answers in the document."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.api.service import Service
from beleidszoeker.errors import BeleidszoekerError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.detail import passage_detail
from beleidszoeker.search.reading import Mark
from beleidszoeker.search.result import Citation, SearchResult

MOST_HITS = 50
_SURE_HITS = 5
"""So many of the best count by their meaning alone. A document's other passages come along in any search
through it, however far from the question they are; of those only the ones that hold a word of it count."""
_Span = tuple[int, int]


class Hit(NamedTuple):
    """A passage of the document that is marked; spans count in the document's canonical text.

    Attributes:
        passage_id: The passage.
        text: The literal passage.
        citation: Where it stands.
        quotes: Spans of its sentences that answer; the whole passage where nothing was asked.
        words: Spans of its words that match.
    """

    passage_id: str
    text: str
    citation: Citation
    quotes: tuple[_Span, ...]
    words: tuple[_Span, ...]

    @property
    def start(self) -> int:
        """Its first character."""
        return self.citation.start

    def marks(self, *, cited: bool) -> list[Mark]:
        """Return its marks: of the one that is cited the passage and quotes too, of others the words."""
        words = [Mark(*span, "word") for span in self.words]
        if not cited:
            return words
        quotes = [Mark(*span, "quote") for span in self.quotes]
        return [Mark(self.start, self.citation.end, "passage"), *quotes, *words]

    def within(self, spans: Sequence[_Span]) -> list[_Span]:
        """Return spans as counted in ``text``."""
        return [(start - self.start, end - self.start) for start, end in spans]


class Hits(NamedTuple):
    """All that is marked.

    Attributes:
        all: In the document's order.
        cited: Which of them is cited, counted from 0; ``None`` where none is.
        trouble: What could not be looked up, in Dutch; empty where all could.
    """

    all: tuple[Hit, ...]
    cited: int | None
    trouble: str = ""

    @property
    def one(self) -> Hit | None:
        """The hit that is cited."""
        return None if self.cited is None else self.all[self.cited]

    def marks(self) -> list[Mark]:
        """Return the marks of all of them."""
        return [mark for index, hit in enumerate(self.all) for mark in hit.marks(cited=index == self.cited)]


def hits_in(service: Service, document_id: str, *, query: str, passage_id: str | None) -> Hits:
    """Look up what is to be marked; where the engine is not ready the page goes without hits, and says so."""
    found, trouble = _asked(service, document_id, query, passage_id) if query.strip() else ({}, "")
    if passage_id and passage_id not in found:
        cited = _passage(service, document_id, passage_id, query)
        if cited is None:
            trouble = (
                "De aangehaalde passage staat niet (meer) in dit document. Hieronder staat het document zelf."
            )
        else:
            found[passage_id] = cited
    hits = tuple(sorted(found.values(), key=lambda hit: hit.start))
    places = [index for index, hit in enumerate(hits) if hit.passage_id == passage_id]
    return Hits(hits, places[0] if places else None, trouble)


def _asked(
    service: Service, document_id: str, query: str, passage_id: str | None
) -> tuple[dict[str, Hit], str]:
    try:
        limits = Filters(documents=(document_id,))
        results = service.engine().search(query, count=MOST_HITS, filters=limits).results
    except BeleidszoekerError as error:
        return {}, f"Er kon niet in dit document worden gezocht. {error.message}"
    own = [result for result in results if _is_of(result, document_id)]
    telling = [
        result
        for place, result in enumerate(own)
        if place < _SURE_HITS or result.highlights or result.passage_id == passage_id
    ]
    return {result.passage_id: _hit(result) for result in telling}, ""


def _is_of(result: SearchResult, document_id: str) -> bool:
    """A reference in the query may lead to another document, which comes along whatever the limits are."""
    return result.citation.document_id == document_id


def _hit(result: SearchResult) -> Hit:
    at = result.citation.start
    return Hit(
        result.passage_id,
        result.text,
        result.citation,
        tuple((at + quote.start, at + quote.end) for quote in result.quotes),
        tuple((at + start, at + end) for start, end in result.highlights),
    )


def _passage(service: Service, document_id: str, passage_id: str, query: str) -> Hit | None:
    """Look up a passage that no search through its document shows: it may answer nothing at all."""
    try:
        detail = passage_detail(service.reader, passage_id)
    except PassageNotFoundError:
        return None
    citation = detail.citation
    if citation.document_id != document_id:
        return None
    quotes = _quotes(service, query, passage_id, citation.start) if query.strip() else ()
    return Hit(passage_id, detail.text, citation, quotes or ((citation.start, citation.end),), ())


def _quotes(service: Service, query: str, passage_id: str, at: int) -> tuple[_Span, ...]:
    """Return the sentences that the result quoted which led here, in the document's characters."""
    try:
        quotes = service.engine().quotes(query, [passage_id])[passage_id]
    except BeleidszoekerError:
        return ()
    return tuple((at + quote.start, at + quote.end) for quote in quotes)
