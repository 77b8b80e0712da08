"""Templates in, HTML out: everything that is not ours is escaped, and a missing value is an error."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from beleidszoeker.api.exporting import FORMATS
from beleidszoeker.api.pages.assets import asset
from beleidszoeker.api.pages.citing import copied
from beleidszoeker.api.pages.notices import left, told
from beleidszoeker.api.pages.writing import day, marked, number, plural
from beleidszoeker.ingest.kinds import KINDS

_MENU = (
    (
        ("/", "Zoeken"),
        ("/documenten", "Documenten"),
        ("/kamervragen", "Kamervragen"),
        ("/toezeggingen", "Toezeggingen"),
        ("/programmas", "Programma’s"),
        ("/tijdlijn", "Tijdlijn"),
    ),
    (
        ("/mappen", "Mappen"),
        ("/zoekopdrachten", "Zoekopdrachten"),
        ("/handleiding", "Handleiding"),
        ("/beheer", "Beheer"),
    ),
)
"""What the documents hold, and what people keep and need for it."""
_ENVIRONMENT = Environment(
    loader=PackageLoader("beleidszoeker.api", "templates"),
    autoescape=select_autoescape(default=True, default_for_string=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.update(asset=asset, copied=copied, FORMATS=FORMATS, KINDS=KINDS, MENU=_MENU)
_ENVIRONMENT.filters.update(day=day, marked=marked, number=number, plural=plural)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a whole page.

    Args:
        request: What was asked; templates see it as ``request``, for its address.
        template: Name of a file under ``templates/``.
        status: HTTP status.
        values: What the template shows.
    """
    made = _ENVIRONMENT.get_template(template)
    options = request.app.state.service.options
    notice = None if is_partial(request) else left(request)
    html = made.render(
        request=request,
        path=request.url.path,
        managed=options.management is not None,
        answering=options.writer.name if options.writer else None,
        unread=request.app.state.service.reader.knowledge.unread,
        notice=notice,
        **values,
    )
    headers = {"vary": "hx-request", "cache-control": "no-cache"}
    response = HTMLResponse(html, status_code=status, headers=headers)
    if notice:
        told(response)
    return response


def is_partial(request: Request) -> bool:
    """Tell whether htmx asks, for a part of the page that it shows already."""
    return request.headers.get("hx-request") == "true" and "hx-history-restore-request" not in request.headers
