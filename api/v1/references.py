"""What documents refer to, and what refers to them.

``/api/v1/documents/{id}/references``, ``/api/v1/documents/{id}/cited-by`` and ``/api/v1/references``.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from beleidszoeker.api.http.conditional import CONDITIONAL, NOT_MODIFIED
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.api.v1.forms.references import CitedByForm, ReferralsForm
from beleidszoeker.api.v1.reading.cursors import digest, pack, unpack, unreadable
from beleidszoeker.api.v1.reading.parameters import Cursor, DocumentId
from beleidszoeker.api.v1.reading.responses import PROBLEMS, WITHOUT_ID
from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.referring import Asked, cited_by, of_document, of_keys, of_writing, referrals
from beleidszoeker.search.referring.asked import LONGEST

router = APIRouter(dependencies=[CONDITIONAL], responses=NOT_MODIFIED)
_LARGEST = 2**31
_Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.", examples=[50])]
_Key = Annotated[str, Query(max_length=LONGEST)]


@router.get("/documents/{document_id}/references", response_model=ReferralsForm, responses=PROBLEMS)
def references_of(
    service: ServiceDependency, document_id: DocumentId, limit: _Limit = 100, cursor: Cursor = None
) -> Any:
    """Return what a document refers to, in the order of its text.

    Each reference comes with the document in the library that it leads to, and with its public address.
    """
    question = digest("references", document_id)
    first, last = _place(unpack(cursor, question), int, int) if cursor else (-1, -1)
    found = referrals(service.reader, document_id, after=(first, last), count=limit + 1)
    shown = found[:limit]
    more = len(found) > limit
    return {
        "document_id": document_id,
        "total": service.reader.knowledge.references.count(document_id),
        "references": [each.to_json() for each in shown],
        "next": pack(question, [shown[-1].start, shown[-1].end]) if more else None,
    }


@router.get("/documents/{document_id}/cited-by", response_model=CitedByForm, responses=PROBLEMS)
def cited(
    service: ServiceDependency, document_id: DocumentId, limit: _Limit = 50, cursor: Cursor = None
) -> Any:
    """Return what refers to a document or to another version of it, each place with its sentence."""
    asked = of_document(service.reader, document_id)
    return _cited(service.reader, asked, digest("cited", document_id), limit, cursor)


@router.get("/references", response_model=CitedByForm, responses=WITHOUT_ID)
def references_to(
    *,
    service: ServiceDependency,
    q: Annotated[
        str,
        Query(
            max_length=LONGEST,
            description="A reference in any spelling, or the id of a document.",
            examples=["Kamerstukken II 2024/25, 29 826, nr. 211"],
        ),
    ] = "",
    key: Annotated[
        list[_Key] | None,
        Query(
            max_length=20, description="A key, as in `references`; repeatable.", examples=[["kst-29826-211"]]
        ),
    ] = None,
    limit: _Limit = 50,
    cursor: Cursor = None,
) -> Any:
    """Return what refers to a Kamerstuk, a law's article, a judgment: by `key`, or by `q` in any spelling."""
    if not (q.strip() or key):
        raise InvalidFilterError("Er is niets gevraagd.", advice="Geef q of key.")
    asked = of_keys(service.reader, key) if key else of_writing(service.reader, q)
    return _cited(service.reader, asked, digest("references", q, key), limit, cursor)


def _cited(reader: LibraryReader, asked: Asked, question: str, limit: int, cursor: str | None) -> Any:
    day, document, start, end = (
        _place(unpack(cursor, question), str, str, int, int) if cursor else ("", "", -1, -1)
    )
    after = (day, document, start, end) if cursor else None
    found = cited_by(reader, asked, after=after, count=limit + 1)
    shown = found.citing[:limit]
    more = len(found.citing) > limit
    following = pack(question, list(shown[-1].place)) if more else None
    return {**found._replace(citing=shown).to_json(), "next": following}


def _place(place: Any, *types: type) -> Any:
    """Check a place that came from outside."""
    fits = isinstance(place, list) and tuple(map(type, place)) == types
    if fits and all(0 <= one < _LARGEST for one in place if isinstance(one, int)):
        return place
    raise unreadable()
