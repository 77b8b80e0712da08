"""From exception to problem details (RFC 9457): one table of errors and their HTTP status."""

from http import HTTPStatus

from fastapi.responses import JSONResponse

from beleidszoeker.api.problems.form import Problem
from beleidszoeker.errors import (
    AnswerError,
    AnswersBusyError,
    AnswersOffError,
    BeleidszoekerError,
    BusyError,
    CollectionChangedError,
    CollectionNotFoundError,
    CursorExpiredError,
    DocumentNotFoundError,
    LibraryError,
    ModelError,
    NameNotFoundError,
    NothingToExportError,
    OriginalGoneError,
    PassageNotFoundError,
    QueryError,
    SavedSearchNotFoundError,
    UploadNotFoundError,
)

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[BeleidszoekerError], HTTPStatus], ...] = (
    (DocumentNotFoundError, HTTPStatus.NOT_FOUND),
    (PassageNotFoundError, HTTPStatus.NOT_FOUND),
    (NameNotFoundError, HTTPStatus.NOT_FOUND),
    (NothingToExportError, HTTPStatus.NOT_FOUND),
    (CollectionNotFoundError, HTTPStatus.NOT_FOUND),
    (CollectionChangedError, HTTPStatus.CONFLICT),
    (SavedSearchNotFoundError, HTTPStatus.NOT_FOUND),
    (UploadNotFoundError, HTTPStatus.NOT_FOUND),
    (OriginalGoneError, HTTPStatus.GONE),
    (CursorExpiredError, HTTPStatus.GONE),
    (AnswersOffError, HTTPStatus.NOT_FOUND),
    (AnswersBusyError, HTTPStatus.SERVICE_UNAVAILABLE),
    (AnswerError, HTTPStatus.BAD_GATEWAY),
    (BusyError, HTTPStatus.TOO_MANY_REQUESTS),
    (QueryError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LibraryError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ModelError, HTTPStatus.SERVICE_UNAVAILABLE),
)


def status_of(error: BeleidszoekerError) -> HTTPStatus:
    """Return the HTTP status of an error."""
    found = (status for kind, status in _STATUS if isinstance(error, kind))
    return next(found, HTTPStatus.INTERNAL_SERVER_ERROR)


def as_problem(error: BeleidszoekerError) -> Problem:
    """Return an error of ours as problem details."""
    return _problem(status_of(error), error.code, error.message, error.advice)


def problem(status: HTTPStatus, *, code: str, detail: str, advice: str = "") -> JSONResponse:
    """Return a problem-details response."""
    body = _problem(status, code, detail, advice)
    return JSONResponse(body.model_dump(), status_code=status, media_type=MEDIA_TYPE)


def _problem(status: HTTPStatus, code: str, detail: str, advice: str) -> Problem:
    return Problem(
        type=f"urn:beleidszoeker:{code}",
        title=status.phrase,
        status=status,
        code=code,
        detail=detail,
        advice=advice,
    )
