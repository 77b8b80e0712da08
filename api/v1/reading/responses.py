"""How errors are described in OpenAPI."""

from typing import Any, TypeAlias

from beleidszoeker.api.problems.form import Problem

Responses: TypeAlias = dict[int | str, dict[str, Any]]
WITHOUT_ID: Responses = {
    422: {"description": "A parameter cannot be used.", "model": Problem},
    503: {"description": "The library or the model is not ready.", "model": Problem},
}
"""Of what is not asked by an id."""
PROBLEMS: Responses = {404: {"description": "There is nothing with this id.", "model": Problem}, **WITHOUT_ID}
BUSY: Responses = {
    429: {
        "description": "Too many ask at once; nothing was done. Ask again after `Retry-After`.",
        "model": Problem,
        "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}, "example": 9}},
    }
}
"""Of what waits for its turn (`api/http/line.py`)."""
GONE: Responses = {
    410: {"description": "The cursor has expired: the library changed. Begin again.", "model": Problem}
}
