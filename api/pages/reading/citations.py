"""All of what a document refers to, and all that refers to it.

``/documenten/{id}/verwijzingen`` and ``/documenten/{id}/aangehaald``.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse

from beleidszoeker.api.pages.reading.leading import lead_of, one_line, to_others
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.excerpts import Excerpt
from beleidszoeker.search.referring import CitedBy, cited_by, of_document, referrals

router = APIRouter()
_ON_A_PAGE = 25
_Id = Annotated[str, Path(max_length=200)]
_Number = Annotated[int, Query(ge=1, le=1_000_000)]


def citations(reader: LibraryReader, document_id: str, *, start: int = 0, count: int) -> CitedBy:
    """Return what refers to a document or to another version of it."""
    return cited_by(reader, of_document(reader, document_id), start=start, count=count)


@router.get("/documenten/{document_id}/verwijzingen")
def references_page(
    request: Request, service: ServiceDependency, document_id: _Id, pagina: _Number = 1
) -> HTMLResponse:
    """Show all that a document refers to, in the order of its text."""
    reader = service.reader
    record = reader.document(document_id)
    found = to_others(referrals(reader, document_id))
    shown = found[(pagina - 1) * _ON_A_PAGE : pagina * _ON_A_PAGE]
    return page(
        request,
        "reading/references.html",
        record=record,
        total=len(found),
        held=sum(each.resolves_to is not None for each in found),
        referrals=[(each, lead_of(each)) for each in shown],
        one_line=one_line,
        address=f"/documenten/{record.id}/verwijzingen",
        number=pagina,
        last=max(-(-len(found) // _ON_A_PAGE), 1),
    )


@router.get("/documenten/{document_id}/aangehaald")
def cited_page(
    request: Request, service: ServiceDependency, document_id: _Id, pagina: _Number = 1
) -> HTMLResponse:
    """Show all that refers to a document, newest first."""
    record = service.reader.document(document_id)
    found = citations(service.reader, document_id, start=(pagina - 1) * _ON_A_PAGE, count=_ON_A_PAGE)
    return page(
        request,
        "reading/cited.html",
        record=record,
        found=found,
        quoted=[_quoted(service.reader, each.excerpts[0]) for each in found.citing],
        one_line=one_line,
        address=f"/documenten/{record.id}/aangehaald",
        number=pagina,
        last=max(-(-found.references // _ON_A_PAGE), 1),
    )


def _quoted(reader: LibraryReader, said: Excerpt) -> list[tuple[int, int]]:
    """Return the sentence as counted in its passage, to be copied with its citation."""
    if said.passage_id is None:
        return []
    passage = reader.passage(said.passage_id)
    return [(max(said.start - passage.start, 0), min(said.end - passage.start, len(passage.text)))]
