"""What an assistant can ask, as plain functions over the service; no protocol in here."""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from beleidszoeker.api.assistants.citing import Addresses, source_of
from beleidszoeker.api.assistants.forms import Found, Hit, WholeDocument, WholePassage
from beleidszoeker.api.assistants.reading import PART, read_document, within
from beleidszoeker.api.service import Service
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.detail import passage_detail
from beleidszoeker.search.result import SearchResponse, SearchResult

MOST = 20
_BUDGET = 17_000
"""Characters of hits in one answer, as JSON; whole passages go first where it is not enough."""
_NOTES = 4_000
_LEFT_OUT = "Er is meer gevonden dan in één antwoord past; stel een nauwere vraag."


class Tools:
    """The tools over one library.

    Args:
        service: Started, or starting.
        site: Address of the pages, for permalinks.
    """

    def __init__(self, service: Service, *, site: str) -> None:
        self._service = service
        self._site = site.rstrip("/")

    def search(self, query: str, *, count: int, filters: Filters) -> Found:
        """Return the passages that answer a question."""
        return self._found(self._service.engine().search(query, count=count, filters=filters))

    def similar(self, passage_id: str, *, count: int) -> Found:
        """Return passages of other documents that are like one."""
        return self._found(self._service.engine().similar(passage_id, count=count))

    def passage(self, passage_id: str) -> WholePassage:
        """Return a passage in full."""
        detail = passage_detail(self._service.reader, passage_id)
        notes = within(detail.footnotes, _NOTES)
        return WholePassage(
            passage_id=detail.passage_id,
            text=detail.text[:PART],
            truncated=len(detail.text) > PART or len(notes) < len(detail.footnotes),
            footnotes=notes,
            start=detail.citation.start,
            end=detail.citation.end,
            source=source_of(detail.citation, self._addresses().of(detail.passage_id)),
        )

    def document(
        self, document_id: str, *, section: str | None, start: int, end: int | None
    ) -> WholeDocument:
        """Return a document's facts and a part of its text."""
        return read_document(self._service.reader, document_id, section=section, start=start, end=end)

    def _addresses(self) -> Addresses:
        return Addresses(self._site, self._service.engine().snapshot().manifest.number)

    def _found(self, response: SearchResponse) -> Found:
        addresses = self._addresses()
        hits = _fitting([_hit(result, addresses) for result in response.results])
        cut = (_LEFT_OUT,) if len(hits) < len(response.results) else ()
        return Found(
            query=response.query[:_NOTES],
            answered=response.answered,
            message=response.message,
            notes=within((*cut, *response.notes), _NOTES // 4),
            hits=hits,
        )


def _hit(result: SearchResult, addresses: Addresses) -> Hit:
    return Hit(
        passage_id=result.passage_id,
        score=result.score,
        quotes=[quote.text for quote in result.quotes],
        text=result.text,
        source=source_of(result.citation, addresses.of(result.passage_id)),
    )


def _fitting(hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hits that fit, the best of them with their whole passages."""
    bare = [hit.model_copy(update={"text": None}) for hit in hits]
    sizes = [len(hit.model_dump_json()) for hit in bare]
    kept = list(takewhile(lambda total: total <= _BUDGET, accumulate(sizes)))
    left, fitting = _BUDGET - (kept[-1] if kept else 0), []
    for hit, without, size in zip(hits, bare, sizes[: len(kept)], strict=False):
        more = len(hit.model_dump_json()) - size
        fitting.append(hit if more <= left else without)
        left -= more if more <= left else 0
    return fitting
