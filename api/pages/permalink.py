"""``/passages/{id}``: the permalink of a passage, and its citation to copy by hand; see docs/citing.md."""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from beleidszoeker.api.exporting.copying import snapshot_of
from beleidszoeker.api.exporting.links import LONGEST_PART, MOST_PARTS, parameters, read_parts
from beleidszoeker.api.pages.citing import copied
from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.search.following import Fate, Followed, follow

router = APIRouter()
_STATUS = {
    Fate.SAME: HTTPStatus.OK,
    Fate.REREAD: HTTPStatus.OK,  # the document is what it was
    Fate.MISQUOTED: HTTPStatus.NOT_FOUND,
    Fate.REPLACED: HTTPStatus.GONE,
    Fate.REMOVED: HTTPStatus.GONE,
}
_Id = Annotated[str, Path(max_length=200)]
_Parts = Annotated[list[Annotated[str, Query(max_length=LONGEST_PART)]] | None, Query(max_length=MOST_PARTS)]
_Snapshot = Annotated[str, Query(max_length=20)]


@router.get("/passages/{passage_id}", response_model=None)
def passage_page(
    request: Request,
    service: ServiceDependency,
    passage_id: _Id,
    *,
    citaat: _Parts = None,
    snapshot: _Snapshot = "",
) -> Response:
    """Lead to a passage in its document while the words are there; else say what became of it."""
    found = follow(service.reader, passage_id, read_parts(citaat or []))
    if found.passage and (found.fate is Fate.SAME or (found.fate is Fate.REREAD and found.literal)):
        return RedirectResponse(
            reading_address(found), HTTPStatus.FOUND, headers={"cache-control": "no-cache"}
        )
    now = snapshot_of(service)
    return page(
        request,
        "permalink/page.html",
        status=_STATUS[found.fate],
        found=found,
        quoted=bool(citaat),
        passage_id=passage_id,
        snapshot=int(snapshot) if snapshot.isdecimal() and snapshot.isascii() else None,
        now=now,
        address=reading_address(found),
    )


@router.get("/passages/{passage_id}/citaat", response_model=None)
def citation_page(
    request: Request,
    service: ServiceDependency,
    passage_id: _Id,
    *,
    citaat: _Parts = None,
    snapshot: _Snapshot = "",
) -> Response:
    """Show a citation as text that can be copied by hand: for whoever has no JavaScript or no clipboard."""
    parts = read_parts(citaat or [])
    found = follow(service.reader, passage_id, parts)
    if found.fate is not Fate.SAME:
        asked = urlencode([*parameters(parts, None), *([("snapshot", snapshot)] if snapshot else [])])
        return RedirectResponse(f"/passages/{quote(passage_id, safe='')}?{asked}", HTTPStatus.FOUND)
    item = copied(request, passage_id, found.spans)
    return page(request, "permalink/citation.html", found=found, item=item, address=reading_address(found))


def reading_address(found: Followed) -> str:
    """Return the address of the reading page, opened at what was quoted; empty where no document is left."""
    if found.document is None:
        return ""
    asked = [("passage", found.passage.id)] if found.passage else []
    if found.parts and found.spans[0] != (0, len(found.passage.text) if found.passage else 0):
        asked.append(("plek", f"{found.parts[0].start}-{found.parts[0].end}"))
    place = f"?{urlencode(asked)}#passage" if asked else ""
    return f"/documenten/{quote(found.document.id, safe='')}{place}"
