"""Errors as problem details (RFC 9457): for programs, and a page for people."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from beleidszoeker.api.http.conditional import NotModifiedError
from beleidszoeker.api.http.gate import LeftError
from beleidszoeker.api.http.policy import HEADERS
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.problems.complaints import complaint
from beleidszoeker.api.problems.statuses import problem, status_of
from beleidszoeker.errors import BeleidszoekerError, BusyError

_DETAILS = {
    HTTPStatus.BAD_REQUEST: "Dit verzoek is onleesbaar.",
    HTTPStatus.NOT_FOUND: "Op dit adres is niets te vinden.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Dat kan op dit adres niet; wat wel kan, staat in de header Allow.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Dit verzoek is te groot.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Inhoud van deze soort past hier niet (header Content-Type).",
    HTTPStatus.TOO_MANY_REQUESTS: "Dit zijn te veel verzoeken tegelijk; wacht even.",
}
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_CODES = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "content-too-large"}  # its phrase changes between Pythons
_HEADINGS = {
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.GONE: "Niet meer beschikbaar",
    HTTPStatus.FORBIDDEN: "Dat mag niet",
    HTTPStatus.SERVICE_UNAVAILABLE: "Nog niet klaar",
    HTTPStatus.TOO_MANY_REQUESTS: "Het is nu druk",
}
_LEFT = 499  # as nginx logs it; nobody gets it
_INTERNAL = "Er ging iets mis in de dienst; het is genoteerd."


def answer(request: Request, status: HTTPStatus, *, code: str, detail: str, advice: str = "") -> Response:
    """Return a problem as whoever asks can read it: a page for people, problem details for programs.

    A part of a page gets a part. It goes inside of what would be replaced, so that this can be asked again;
    where something was to be changed, it goes on top, so that nothing that a person wrote is lost.
    """
    people = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
    if not people:
        return problem(status, code=code, detail=detail, advice=advice)
    heading = _HEADINGS.get(status, "Dat ging niet goed")
    told = {"heading": heading, "detail": detail, "advice": advice, "again": _again(request, status)}
    if not is_partial(request):
        return page(request, "problems/page.html", status=status, **told)
    part = page(request, "problems/part.html", status=status, **told)
    part.headers["hx-reswap"] = "innerHTML" if request.method in {"GET", "HEAD"} else "afterbegin"
    return part


def add_problem_details(app: FastAPI) -> None:
    """Let every error of this app leave as a problem that says what to do."""

    @app.exception_handler(BeleidszoekerError)
    async def explained(request: Request, error: BeleidszoekerError) -> Response:
        response = answer(
            request, status_of(error), code=error.code, detail=error.message, advice=error.advice
        )
        if isinstance(error, BusyError):
            response.headers.update({"retry-after": str(error.seconds), "cache-control": "no-store"})
        return response

    @app.exception_handler(LeftError)
    async def left(_request: Request, _error: LeftError) -> Response:
        return Response(status_code=_LEFT)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        found = complaint(error.errors()[0], request.headers.get("content-type", ""))
        return answer(request, found.status, code=found.code, detail=found.detail or _DETAILS[found.status])

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException) -> Response:
        status = HTTPStatus(error.status_code)
        code = _CODES.get(status) or status.phrase.lower().replace(" ", "-")
        response = answer(request, status, code=code, detail=_DETAILS.get(status, str(error.detail)))
        response.headers.update(error.headers or {})
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["allow"] = _allowed(request)
        return response

    @app.exception_handler(NotModifiedError)
    async def unchanged(_request: Request, known: NotModifiedError) -> Response:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=known.headers)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, _error: Exception) -> Response:
        response = answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, code="internal", detail=_INTERNAL)
        response.headers.update(HEADERS)  # this one is made outside of all middleware
        return response


def _again(request: Request, status: HTTPStatus) -> str | None:
    """Return the address at which the same can be asked again, where that is all that it takes."""
    if status is not HTTPStatus.TOO_MANY_REQUESTS or request.method != "GET":
        return None
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _allowed(request: Request) -> str:
    """Return the methods that this address has: the framework tells those of one route only."""
    tried = ((method, {**request.scope, "method": method}) for method in _METHODS)
    routes = request.app.routes
    found = [name for name, scope in tried if any(each.matches(scope)[0] is Match.FULL for each in routes)]
    return ", ".join([*found, "HEAD"] if "GET" in found else found)
