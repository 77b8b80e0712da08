"""``/mappen/bewaren``: keep a passage, from a result or from the reading page."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from beleidszoeker.api.collecting.keeping import as_shown
from beleidszoeker.api.exporting.links import read_parts
from beleidszoeker.api.pages.collections.known import Known, known_of, remember
from beleidszoeker.api.pages.notices import leave
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.index.desk.collected import Collected
from beleidszoeker.index.desk.collections import Collections

router = APIRouter()
_FIRST = "Mijn map"
_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]{0,4000}")
"""A path on this site: browsers take ``//`` and ``/\\`` for another one, and pass over tabs and line ends."""


@router.post("/bewaren")
def keep(
    *,
    request: Request,
    service: ServiceDependency,
    passage: Annotated[str, Form(max_length=100)] = "",
    citaat: Annotated[list[str] | None, Form()] = None,
    map: Annotated[str, Form(max_length=100)] = "",  # noqa: A002 - the field's name in the form
    terug: Annotated[str, Form()] = "",
) -> Response:
    """Keep what was shown of a passage in the collection that was chosen, or used last, or a first one.

    `citaat` is a part of the passage as permalinks name it; none for all of it. `terug` is the address to
    return to.
    """
    kept = as_shown(service, passage, read_parts(citaat or ()))
    known = known_of(request)
    chosen = _chosen(service, known, map)
    _, is_new = Collected(service.desk, chosen).add(kept)
    if is_partial(request):
        found = Collections(service.desk).get(chosen)
        response: Response = page(request, "collections/kept.html", collection=found, is_new=is_new)
    else:
        response = RedirectResponse(terug if is_here(terug) else f"/mappen/{chosen}", 303)
        leave(response, "bewaard" if is_new else "dubbel", chosen)
    remember(request, response, known.using(chosen))
    return response


def is_here(address: str) -> bool:
    r"""Tell whether an address is a path on this site and nothing else.

    >>> is_here("/?q=net#p1"), is_here("//elders.nl"), is_here("https://elders.nl"), is_here("/\t/elders.nl")
    (True, False, False, False)
    """
    return _HERE.fullmatch(address) is not None


def _chosen(service: Service, known: Known, wanted: str) -> str:
    """Return the collection to keep it in; one that was opened by a link only is never chosen by itself."""
    collections = Collections(service.desk)
    if wanted:
        return collections.get(wanted).id
    last = collections.listed(known.used)
    return last[0].id if last else collections.create(_FIRST).id
