"""Errors as problem details (RFC 9457): one table from exception to status."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from beleidszoeker.api.schemas import Problem
from beleidszoeker.errors import (
    BeleidszoekerError,
    DocumentNotFoundError,
    LibraryError,
    ModelError,
    PassageNotFoundError,
    QueryError,
)

_MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[BeleidszoekerError], HTTPStatus], ...] = (
    (DocumentNotFoundError, HTTPStatus.NOT_FOUND),
    (PassageNotFoundError, HTTPStatus.NOT_FOUND),
    (QueryError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LibraryError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ModelError, HTTPStatus.SERVICE_UNAVAILABLE),
)
Handler = Callable[[Request, Exception], Awaitable[JSONResponse]]


def status_of(error: BeleidszoekerError) -> HTTPStatus:
    """Return the HTTP status of an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)


def problem(status: HTTPStatus, *, code: str, detail: str, advice: str = "") -> JSONResponse:
    """Return a problem-details response."""
    body = Problem(
        type=f"urn:beleidszoeker:{code}", title=status.phrase, status=status, code=code, detail=detail, advice=advice
    )
    return JSONResponse(body.model_dump(), status_code=status, media_type=_MEDIA_TYPE)


def add_problem_details(app: FastAPI) -> None:
    """Let every error of this app leave as problem details."""
    app.add_exception_handler(BeleidszoekerError, _explained)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(Exception, _unexpected)


async def _explained(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, BeleidszoekerError)  # noqa: S101 - registered for this kind only
    return problem(status_of(error), code=error.code, detail=error.message, advice=error.advice)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this kind only
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:])
    detail = f"De parameter '{name}' is onbruikbaar: {first['msg']}."
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, code="invalid-parameter", detail=detail)


async def _other(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this kind only
    status = HTTPStatus(error.status_code)
    return problem(status, code=status.phrase.lower().replace(" ", "-"), detail=str(error.detail))


async def _unexpected(_: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - it is in the server's log
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, code="internal", detail="Er ging iets mis in de dienst; het is genoteerd."
    )
