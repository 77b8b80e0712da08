"""``fields=``: which parts of an answer are wanted, by dotted names."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeAlias, get_args

import msgspec
from fastapi import Query, Response
from pydantic import BaseModel

from beleidszoeker.errors import UnknownFieldError

_MOST = 100
_TOLD = (
    "Only these fields of the answer: names with commas between them, or the parameter repeated. A dot goes "
    "inwards, also into each item of a list: `citation.label`. Without it: all of them."
)
_Names: TypeAlias = list[str] | None
SearchFields: TypeAlias = Annotated[
    _Names,
    Query(max_length=_MOST, description=_TOLD, examples=[["results.quotes", "results.citation.label"]]),
]
PassageFields: TypeAlias = Annotated[
    _Names, Query(max_length=_MOST, description=_TOLD, examples=[["text", "citation.label"]])
]
DocumentFields: TypeAlias = Annotated[
    _Names, Query(max_length=_MOST, description=_TOLD, examples=[["id", "title", "date"]])
]
Tree: TypeAlias = "dict[str, Tree]"


def choose(form: type[BaseModel], fields: Sequence[str] | None) -> Tree:
    """Read which fields are wanted; an empty tree for all.

    Raises:
        UnknownFieldError: The form does not have one of them.
    """
    names = [name.strip() for part in fields or () for name in part.split(",") if name.strip()]
    unknown = [name for name in names if not _is_known(form, name.split("."))]
    if unknown:
        raise UnknownFieldError(
            f"Onbekende velden: {', '.join(unknown)}.",
            advice=f"Kies uit: {', '.join(form.model_fields)}, of velden daarvan na een punt.",
        )
    return _tree(names)


def pick(chosen: Tree, data: Any) -> Any:
    """Return the chosen fields of an answer, in its own order."""
    if not chosen or data is None:
        return data
    if isinstance(data, (list, tuple)):
        return [pick(chosen, item) for item in data]
    return {name: pick(chosen[name], value) for name, value in data.items() if name in chosen}


def picked(chosen: Tree, data: Any, response: Response) -> Response:
    """Return an answer, or its chosen fields, as a response with the headers that were set.

    Ours are encoded as they are: reading them into their form again, only to write them, took longer than to
    rank them. That they have that form is tested.
    """
    shown = pick(chosen, msgspec.to_builtins(data)) if chosen else data
    return Response(msgspec.json.encode(shown), media_type="application/json", headers=dict(response.headers))


def _tree(names: Sequence[str]) -> Tree:
    """Gather dotted names; one that is wanted whole stays whole: ``a`` next to ``a.b``."""
    heads = dict.fromkeys(name.partition(".")[0] for name in names)
    return {
        head: {}
        if head in names
        else _tree([name[len(head) + 1 :] for name in names if name.startswith(head + ".")])
        for head in heads
    }


def _is_known(form: type[BaseModel] | None, path: Sequence[str]) -> bool:
    if form is None or path[0] not in form.model_fields:
        return False
    return len(path) == 1 or _is_known(_inner(form.model_fields[path[0]].annotation), path[1:])


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the form inside a list, a tuple or an optional; what stands in a dict is taken whole."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if getattr(annotation, "__origin__", None) is dict:
        return None
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
