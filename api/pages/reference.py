"""``/api``: the OpenAPI document as a page for programmers. In English; without any script."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from beleidszoeker.api.description.document import operations
from beleidszoeker.api.pages.rendering import page

router = APIRouter()
_Document: TypeAlias = dict[str, Any]
_CODE = re.compile(r"`([^`]+)`")
_LINK = Markup('<a class="utrecht-link" href="#{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a form."""

    name: str
    where: str
    kind: Markup
    needed: bool
    told: Markup
    example: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked."""

    id: str
    tag: str
    method: str
    path: str
    summary: Markup
    told: tuple[Markup, ...]
    parameters: tuple[Field, ...]
    content: str
    responses: tuple[tuple[str, Markup, Markup], ...]
    example: str


@router.get("/api")
def reference(request: Request) -> HTMLResponse:
    """Show what programs can ask."""
    document = request.app.openapi()
    forms = document["components"]["schemas"]
    return page(
        request,
        "reference/page.html",
        document=document,
        about=_paragraphs(document["info"]["description"]),
        operations=[_operation(*found, forms) for found in operations(document)],
        forms=[
            (name, _fields(form, forms), _prose(form.get("description", ""))) for name, form in _shown(forms)
        ],
    )


def _shown(forms: _Document) -> Iterator[tuple[str, _Document]]:
    """Yield the forms with fields; those in part are the same but for what is required."""
    for name in sorted(forms):
        if "properties" in forms[name] and name.removeprefix("Partial") not in forms.keys() - {name}:
            yield name, forms[name]


def _operation(path: str, method: str, operation: _Document, forms: _Document) -> Operation:
    responses = operation["responses"]
    done = next(response for status, response in responses.items() if status.startswith("2"))
    return Operation(
        id=operation["operationId"],
        tag=operation["tags"][0],
        method=method.upper(),
        path=path,
        summary=_prose(operation["summary"]),
        told=tuple(_paragraphs(_rest(operation))),
        parameters=tuple(_parameter(each, forms) for each in operation.get("parameters", ())),
        content=_example(operation.get("requestBody", {}), forms),
        responses=tuple(
            (status, _prose(response["description"]), _kind(_schema(response), forms))
            for status, response in responses.items()
        ),
        example=_example(done, forms),
    )


def _rest(operation: _Document) -> str:
    """Return the description without the sentence that is its summary."""
    told = "\n\n".join(" ".join(part.split()) for part in operation.get("description", "").split("\n\n"))
    return told.removeprefix(operation["summary"]).lstrip(".").strip()


def _parameter(parameter: _Document, forms: _Document) -> Field:
    schema = parameter["schema"]
    example = next(iter(schema.get("examples", ())), parameter.get("example", ""))
    given = example[0] if isinstance(example, list) else example
    return Field(
        parameter["name"],
        parameter["in"],
        _kind(schema.get("anyOf", [schema])[0], forms),  # what may be left out, is: never null
        parameter.get("required", False),
        _prose(parameter.get("description", "")),
        given if isinstance(given, str) else json.dumps(given),
    )


def _fields(form: _Document, forms: _Document) -> list[Field]:
    needed = form.get("required", ())
    return [
        Field(name, "", _kind(schema, forms), name in needed, _prose(schema.get("description", "")), "")
        for name, schema in form["properties"].items()
    ]


def _schema(holder: _Document) -> _Document:
    """Return the schema of what a response or a request holds; of an answer in part, the whole form's."""
    content: list[_Document] = list(holder.get("content", {}).values())
    schema: _Document = content[0].get("schema", {}) if content else {}
    found: _Document = schema.get("anyOf", [schema])[0]
    return found


def _example(holder: _Document, forms: _Document) -> str:
    """Return an example of what a response or a request holds, as JSON."""
    schema = _schema(holder)
    one: _Document = schema.get("items", schema)
    form: _Document = forms.get(str(one.get("$ref", "")).rpartition("/")[2], one)
    example = next(iter(form.get("examples", ())), None)
    if example is None:
        return ""
    return json.dumps([example] if "items" in schema else example, ensure_ascii=False, indent=2)


def _kind(schema: _Document, forms: _Document) -> Markup:
    """Return in words what a value may be, with links to forms."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _kind(forms[name], forms) if "enum" in forms[name] else _LINK.format(name, name)
    if "anyOf" in schema:
        return Markup(" or ").join(_kind(each, forms) for each in schema["anyOf"])
    if "enum" in schema:
        return Markup(", ").join(Markup("<code>{}</code>").format(value) for value in schema["enum"])
    if "items" in schema:
        return Markup("list of ") + _kind(schema["items"], forms)
    return Markup("{}").format(schema.get("type", ""))


def _paragraphs(text: str) -> list[Markup]:
    return [_prose(part) for part in text.split("\n\n") if part]


def _prose(text: str) -> Markup:
    """Return text with what stands between backticks as code, everything escaped."""
    parts = _CODE.split(text)
    made = (Markup("<code>{}</code>") if place % 2 else Markup("{}") for place in range(len(parts)))
    return Markup("").join(form.format(part) for form, part in zip(made, parts, strict=True))
