"""The OpenAPI document: what FastAPI makes of the routes, and what it cannot know of them."""

from collections.abc import Callable, Iterator
from http import HTTPMethod
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from beleidszoeker.api.description.partial import offer_parts

_ABOUT = """
Semantic search over Dutch government documents. Every result is a literal passage with a citation: document,
date, page or section, and the sentences that answer as quotes with their place in the passage.

Forms only grow: new fields and parameters may come, none goes or changes its meaning within `/api/v1`.
Everything that goes wrong is told as problem details (RFC 9457) with a stable `code`; `detail` and `advice`
are Dutch sentences for people. What has an `ETag` can be asked again with `If-None-Match`. `HEAD` works
wherever `GET` does.
"""
_TAGS = {
    "search": "From a question to cited passages.",
    "documents": "What is in the library.",
    "Kamervragen": "Questions of parliament with their answers, and whether one was asked before.",
    "knowledge": "What documents refer to, promise, ask, decide and name, each with its literal words.",
    "collections": "Passages that people keep, with notes, in an order of their own.",
    "saved searches": "Questions that are asked again after each ingest, and what was new.",
    "exporting": "Citations as files for word processors, spreadsheets and reference managers.",
    "management": "Changing the library; off unless an admin key is set.",
    "answers": "Short answers in which every sentence carries a citation; where a language model is set.",
    "health": "For whoever keeps the service running.",
}
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_OF_CHANGES = {"403": "A browser asks this on behalf of another website."}
_OF_CONTENT = {
    "400": "The content cannot be read.",
    "413": "The content is too large.",
    "415": "The content is of another type.",
}
_ALWAYS = {"500": "Something went wrong in the service; it was noted in its log."}
_TAG = {
    "description": "Weak tag of this answer, for `If-None-Match`.",
    "schema": {"type": "string"},
    "example": 'W/"6b0f1c2d9a8e4f57a1b2c3d4"',
}
_HELD = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "`ETag` of an earlier answer: 304 without content when it is still right.",
    "schema": {"type": "string"},
}


def describe(app: FastAPI) -> None:
    """Let an app describe itself with this; made at the first request, and kept."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's own documentation has it


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (path, method, operation) of an OpenAPI document."""
    methods = {method.lower() for method in HTTPMethod}
    for path, item in document["paths"].items():
        yield from ((path, method, item[method]) for method in item if method in methods)


def _description(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(
        title=app.title,
        version=app.version,
        summary="Search Dutch government documents, with citations that can be checked",
        description=_ABOUT.strip(),
        routes=app.routes,
        servers=[{"url": "/", "description": "The service that gave this description."}],
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    )
    for path, method, operation in operations(made):
        for step in _STEPS:
            step(operation, method, path)
    offer_parts(made, (operation for _, _, operation in operations(made)))
    used = {tag for _, _, operation in operations(made) for tag in operation.get("tags", ())}
    made["tags"] = [{"name": tag, "description": text} for tag, text in _TAGS.items() if tag in used]
    return made


def _summarise(operation: dict[str, Any], _method: str, _path: str) -> None:
    """Let the first sentence be the summary: FastAPI takes the function's name."""
    told = " ".join(operation.get("description", "").split())
    if told:
        operation["summary"] = told.split(". ")[0].rstrip(".")


def _add_problems(operation: dict[str, Any], method: str, path: str) -> None:
    """Add the problems that any operation of its kind may have."""
    if not path.startswith("/api/"):
        return
    more = {} if method == "get" else _OF_CHANGES
    more = more | _ALWAYS | (_OF_CONTENT if "requestBody" in operation else {})
    for status, text in more.items():
        content = {"application/problem+json": {"schema": _PROBLEM}}
        operation["responses"].setdefault(status, {"description": text, "content": content})


def _call_problems_by_name(operation: dict[str, Any], _method: str, _path: str) -> None:
    """Give problems the media type that they have."""
    for response in operation["responses"].values():
        content = response.get("content", {})
        if content.get("application/json", {}).get("schema") == _PROBLEM:
            content["application/problem+json"] = content.pop("application/json")


def _tell_of_tags(operation: dict[str, Any], _method: str, _path: str) -> None:
    """Describe entity tags where an operation has them."""
    responses = operation["responses"]
    if "304" not in responses:
        return
    parameters = operation.setdefault("parameters", [])
    if "if-none-match" not in {parameter["name"].lower() for parameter in parameters}:
        parameters.append(_HELD)
    for status in ("200", "304"):
        responses[status].setdefault("headers", {})["ETag"] = _TAG


_Step = Callable[[dict[str, Any], str, str], None]
_IDS = {
    "collection_id": "Id of a collection; whoever knows it may change it.",
    "share": "Address of a collection for reading only.",
    "item_id": "Id of a passage in a collection.",
    "search_id": "Id of a saved search; whoever knows it may change it.",
    "job_id": "Id of an upload.",
    "file_id": "Id of a file in an upload.",
}


def _tell_of_ids(operation: dict[str, Any], _method: str, _path: str) -> None:
    """Say what an id is of where the route does not."""
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path" and parameter["name"] in _IDS:
            parameter.setdefault("description", _IDS[parameter["name"]])


_STEPS: tuple[_Step, ...] = (_summarise, _add_problems, _call_problems_by_name, _tell_of_tags, _tell_of_ids)
