"""``/documenten/{id}``: the reading page, and the document's own bytes."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.originals import IfNoneMatch, original_response
from beleidszoeker.api.pages.reading.about import facts, pages_named, public_address
from beleidszoeker.api.pages.reading.citations import citations
from beleidszoeker.api.pages.reading.further import further, programmes, versions
from beleidszoeker.api.pages.reading.hits import MOST_HITS, Hits, hits_in
from beleidszoeker.api.pages.reading.leading import counted_once, leads, to_others
from beleidszoeker.api.pages.reading.links import Links
from beleidszoeker.api.pages.reading.paper import has_paper, paper
from beleidszoeker.api.pages.reading.text import TextView
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.errors import BeleidszoekerError
from beleidszoeker.index.originals import original_of, seems_there
from beleidszoeker.ingest.document import ParsedDocument
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.questions import document_questions
from beleidszoeker.search.reading import Mark, Part, Parts, divide, outline, page_starts
from beleidszoeker.search.referring import referrals
from beleidszoeker.search.result import SearchResponse

router = APIRouter()
_PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_MOST_ALIKE = 5
MOST_BESIDE = 10
_Id = Annotated[str, Path(max_length=200)]
_Passage = Annotated[str | None, Query(max_length=200)]


@router.get("/documenten/{document_id}", dependencies=[IN_LINE])
def reading_page(
    request: Request,
    service: ServiceDependency,
    document_id: _Id,
    *,
    passage: _Passage = None,
    q: Annotated[str, Query(max_length=4000)] = "",
    weergave: Annotated[str, Query(max_length=10)] = "",
    deel: Annotated[int | None, Query(ge=1)] = None,
    pagina: Annotated[int | None, Query(ge=1)] = None,
    plek: Annotated[str, Query(max_length=30)] = "",
) -> HTMLResponse:
    """Show a document, opened at what is cited of it."""
    record = service.reader.document(document_id)
    document = service.reader.parsed(document_id)
    hits = hits_in(service, document_id, query=q, passage_id=passage)
    place = _place(plek, document)
    parts = divide(document)
    part = _part(parts, document, hits, place, deel=deel, pagina=pagina)
    links = Links(document_id, q, passage, as_text=weergave == "tekst")
    found = to_others(referrals(service.reader, document_id))
    followed = list(leads(found))
    marked = [*hits.marks(), *([place] if place else [])]
    text = TextView(document, marked, _anchors(hits, place), followed)
    on_paper = has_paper(document)
    there = seems_there(service.reader, document_id)
    shows_paper = on_paper and there and not links.as_text
    return page(
        request,
        "reading/page.html",
        record=record,
        hits=hits,
        most=MOST_HITS,
        q=q,
        links=links,
        parts=parts,
        part=part,
        runs=text.runs(part),
        notes=text.notes(part),
        outline=outline(document),
        facts=list(facts(record)),
        address=public_address(record),
        versions=versions(service.reader, record),
        further=further(service.reader, record),
        programmes=programmes(service.reader, document_id),
        questions=document_questions(service.reader, document_id)["exchanges"],
        pages_of=_pages_of(document),
        referred=counted_once(found),
        referrals=len(found),
        cited=citations(service.reader, document_id, count=MOST_BESIDE),
        most_beside=MOST_BESIDE,
        on_paper=on_paper,
        there=there,
        shows_paper=shows_paper,
        paper=paper(document, hits, place, followed, file=links.file, page=pagina) if shows_paper else "",
    )


@router.get("/documenten/{document_id}/bestand")
def original_file(
    service: ServiceDependency, document_id: _Id, if_none_match: IfNoneMatch = None
) -> Response:
    """Return the document's own bytes, as long as they are what was read."""
    return original_response(original_of(service.reader, document_id), if_none_match)


@router.get("/documenten/{document_id}/lijkt-op", dependencies=[IN_LINE])
def alike(
    request: Request, service: ServiceDependency, document_id: _Id, passage: _Passage = None
) -> HTMLResponse:
    """Show passages of other documents that are like one passage."""
    record = service.reader.document(document_id)
    try:
        response = service.engine().similar(passage or "", count=_MOST_ALIKE)
    except BeleidszoekerError as error:
        response = SearchResponse("", answered=False, took_ms=0.0, results=(), message=str(error))
    template = "reading/similar.html" if is_partial(request) else "reading/similar_page.html"
    return page(
        request,
        template,
        record=record,
        results=response.results,
        message=response.message or "",
        links=Links(document_id, "", passage),
    )


def _place(plek: str, document: ParsedDocument) -> Mark | None:
    """Read a span of the text; one that makes no sense marks nothing."""
    found = _PLACE.fullmatch(plek)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return Mark(start, end, "place") if start < end <= len(document.text) else None


def _part(
    parts: Parts,
    document: ParsedDocument,
    hits: Hits,
    place: Mark | None,
    *,
    deel: int | None,
    pagina: int | None,
) -> Part:
    """Choose the part of the text: that was asked for, else that of the place, the page or the passage."""
    if deel is not None:
        return parts.all[min(deel, len(parts.all)) - 1]
    if place is not None:
        return parts.at(place.start)
    if pagina is not None:
        begun = [start for start, number in page_starts(document) if number <= pagina]
        return parts.at(max(begun, default=0))
    return parts.at(hits.one.start) if hits.one else parts.all[0]


def _anchors(hits: Hits, place: Mark | None) -> list[tuple[int, str, str]]:
    """Name the places that links lead to; the order of one place's names is that of this list."""
    count = len(hits.all)
    found = [
        (hit.start, f"treffer-{number}", f"Treffer {number} van {count}:")
        for number, hit in enumerate(hits.all, start=1)
    ]
    if hits.one:
        found.append((hits.one.start, "passage", ""))
    return [*found, (place.start, "plek", "De aangewezen plek:")] if place else found


def _pages_of(document: ParsedDocument) -> Any:
    """Return a function from a span to its pages as printed."""
    pages = PageMap(document)
    return lambda start, end: pages_named(*pages.span(start, end), document.pages)
