"""How errors are described in OpenAPI."""

from typing import Any

from beleidszoeker.api.v1.schemas import Problem

PROBLEMS: dict[int | str, dict[str, Any]] = {
    404: {"description": "There is nothing with this id.", "model": Problem},
    422: {"description": "A parameter cannot be used.", "model": Problem},
    503: {"description": "The library or the model is not ready.", "model": Problem},
}
