"""Errors as problem details (RFC 9457): one table from exception to status."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from beleidszoeker.api.pages.rendering import page
from beleidszoeker.api.policy import HEADERS
from beleidszoeker.api.v1.schemas import Problem
from beleidszoeker.errors import (
    BeleidszoekerError,
    DocumentNotFoundError,
    LibraryError,
    ModelError,
    PassageNotFoundError,
    QueryError,
)

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[BeleidszoekerError], HTTPStatus], ...] = (
    (DocumentNotFoundError, HTTPStatus.NOT_FOUND),
    (PassageNotFoundError, HTTPStatus.NOT_FOUND),
    (QueryError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LibraryError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ModelError, HTTPStatus.SERVICE_UNAVAILABLE),
)
_REASONS = {
    "missing": "hij ontbreekt",
    "int_parsing": "geef een geheel getal",
    "greater_than_equal": "geef minstens {ge}",
    "less_than_equal": "geef hooguit {le}",
    "string_too_long": "geef hooguit {max_length} tekens",
}
_DETAILS = {
    HTTPStatus.NOT_FOUND: "Op dit adres is niets te vinden.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Dit adres kan alleen worden gelezen.",
}
_HEADINGS = {
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.FORBIDDEN: "Dat mag niet",
    HTTPStatus.SERVICE_UNAVAILABLE: "Nog niet klaar",
}
_INTERNAL = "Er ging iets mis in de dienst; het is genoteerd."


def status_of(error: BeleidszoekerError) -> HTTPStatus:
    """Return the HTTP status of an error."""
    found = (status for kind, status in _STATUS if isinstance(error, kind))
    return next(found, HTTPStatus.INTERNAL_SERVER_ERROR)


def problem(status: HTTPStatus, *, code: str, detail: str, advice: str = "") -> JSONResponse:
    """Return a problem-details response."""
    body = Problem(
        type=f"urn:beleidszoeker:{code}",
        title=status.phrase,
        status=status,
        code=code,
        detail=detail,
        advice=advice,
    )
    return JSONResponse(body.model_dump(), status_code=status, media_type=MEDIA_TYPE)


def answer(request: Request, status: HTTPStatus, *, code: str, detail: str, advice: str = "") -> Response:
    """Return a problem as whoever asks can read it: a page for people, problem details for programs."""
    people = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
    if not people:
        return problem(status, code=code, detail=detail, advice=advice)
    heading = _HEADINGS.get(status, "Dat ging niet goed")
    return page(request, "problems/page.html", status=status, heading=heading, detail=detail, advice=advice)


def add_problem_details(app: FastAPI) -> None:
    """Let every error of this app leave as a problem that says what to do."""

    @app.exception_handler(BeleidszoekerError)
    async def explained(request: Request, error: BeleidszoekerError) -> Response:
        return answer(request, status_of(error), code=error.code, detail=error.message, advice=error.advice)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        detail = _invalid(error.errors()[0])
        return answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, code="invalid-parameter", detail=detail)

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException) -> Response:
        status = HTTPStatus(error.status_code)
        code = status.phrase.lower().replace(" ", "-")
        response = answer(request, status, code=code, detail=_DETAILS.get(status, str(error.detail)))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def unexpected(request: Request, _error: Exception) -> Response:
        response = answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, code="internal", detail=_INTERNAL)
        response.headers.update(HEADERS)  # this one is made outside of all middleware
        return response


def _invalid(error: dict[str, Any]) -> str:
    name = ".".join(str(part) for part in error["loc"][1:])
    template = _REASONS.get(error["type"])
    reason = template.format(**error.get("ctx", {})) if template else error["msg"]
    return f"De parameter '{name}' is onbruikbaar: {reason}."
