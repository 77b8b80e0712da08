"""Answers in part, in OpenAPI: with ``fields`` an answer has no required fields any more."""

from collections.abc import Iterable
from typing import Any

_AT = "#/components/schemas/"


def offer_parts(document: dict[str, Any], operations: Iterable[dict[str, Any]]) -> None:
    """Let each operation that has a parameter ``fields`` answer with its form or with parts of it."""
    schemas = document["components"]["schemas"]
    for operation in operations:
        if _takes_fields(schemas, operation):
            content = operation["responses"]["200"]["content"]["application/json"]
            content["schema"] = {"anyOf": [content["schema"], _loosened(schemas, content["schema"])]}


def _takes_fields(schemas: dict[str, Any], operation: dict[str, Any]) -> bool:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    taken = schemas.get(str(body.get("$ref", "")).removeprefix(_AT), {}).get("properties", {})
    return "fields" in {*taken, *(parameter["name"] for parameter in operation.get("parameters", ()))}


def _loosened(schemas: dict[str, Any], node: Any) -> Any:
    """Return a schema with forms in part for the forms that it refers to."""
    if isinstance(node, list):
        return [_loosened(schemas, item) for item in node]
    if not isinstance(node, dict):
        return node
    name = str(node.get("$ref", "")).removeprefix(_AT)
    if "properties" in schemas.get(name, {}):
        return {"$ref": _AT + _partial(schemas, name)}
    return {key: _loosened(schemas, value) for key, value in node.items()}


def _partial(schemas: dict[str, Any], name: str) -> str:
    """Add a form in part, once; return its name."""
    made = f"Partial{name}"
    if made not in schemas:
        whole = schemas[name]
        schemas[made] = {}  # stands for it while it is made: a form may hold itself
        kept = {key: value for key, value in whole.items() if key not in {"required", "examples"}}
        schemas[made] = {**_loosened(schemas, kept), "title": made}
    return made
