"""The description of the API is true: examples fit their forms, and answers fit them too."""

from typing import Any

import pytest
from pydantic import BaseModel
from tests.support import Shelf

from beleidszoeker.api import create_app
from beleidszoeker.api.v1 import schemas
from beleidszoeker.api.v1.question_forms import QuestionsForm

FORMS = [
    schemas.SearchForm,
    schemas.PassageForm,
    schemas.DocumentForm,
    QuestionsForm,
    schemas.StatusForm,
    schemas.Problem,
]


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    shelf = Shelf(tmp_path_factory.mktemp("openapi"))
    with shelf.library:
        return create_app(shelf.library, lambda: shelf.embedder).openapi()


@pytest.mark.parametrize("form", FORMS)
def test_examples_fit_their_forms(form: type[BaseModel]) -> None:
    """Each form has an example with all of its fields and no others."""
    examples = form.model_json_schema()["examples"]
    assert examples
    for example in examples:
        assert form.model_validate(example, strict=False).model_dump(mode="json") == example


def test_quotes_in_the_example_are_literal() -> None:
    """The example keeps the promise that the service makes."""
    (example,) = schemas.SearchForm.model_json_schema()["examples"]
    for result in example["results"]:
        for quote in result["quotes"]:
            assert result["text"][quote["start"] : quote["end"]] == quote["text"]


def test_every_route_is_described(description: dict[str, Any]) -> None:
    """Each address has a sentence, a form for its answer, and its problems."""
    paths = description["paths"]
    assert set(paths) == {
        "/api/v1/search",
        "/api/v1/passages/{passage_id}",
        "/api/v1/passages/{passage_id}/similar",
        "/api/v1/compare",
        "/api/v1/suggest",
        "/api/v1/documents",
        "/api/v1/documents/{document_id}",
        "/api/v1/documents/{document_id}/questions",
        "/healthz",
        "/readyz",
    }
    for path, methods in paths.items():
        assert list(methods) == ["get"]
        assert methods["get"]["description"]
        assert methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        if path.startswith("/api"):
            assert {"404", "422", "503"} <= set(methods["get"]["responses"])


def test_parameters_are_described(description: dict[str, Any]) -> None:
    """Each parameter of a search says what it is for."""
    parameters = {p["name"]: p for p in description["paths"]["/api/v1/search"]["get"]["parameters"]}
    assert set(parameters) == {"q", "k", "kind", "from", "to", "organisation", "dossier", "document"}
    assert all(parameter.get("description") for parameter in parameters.values())
