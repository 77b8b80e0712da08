"""The description of the API is true: examples fit their forms, and it is a valid OpenAPI document."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from pydantic import BaseModel
from schemathesis.specs.openapi.definitions import OPENAPI_31
from tests.support import Shelf, invoke

from beleidszoeker.api.app import create_app
from beleidszoeker.api.description.document import operations
from beleidszoeker.api.options import Intake, Management, Options
from beleidszoeker.api.problems.form import Problem
from beleidszoeker.api.v1.forms import search as schemas
from beleidszoeker.api.v1.forms.batch import AnswersForm, BatchForm
from beleidszoeker.api.v1.forms.commitments import CommitmentsForm, DecisionsForm, MotionsForm
from beleidszoeker.api.v1.forms.facets import FacetForm
from beleidszoeker.api.v1.forms.kamervragen import EarlierForm, FoundForm, SetsForm
from beleidszoeker.api.v1.forms.programmes import MatrixForm, MeetingsForm, NamesForm, WholeNameForm
from beleidszoeker.api.v1.forms.questions import QuestionsForm
from beleidszoeker.api.v1.forms.references import CitedByForm, ReferralsForm
from beleidszoeker.api.v1.forms.timeline import ChangesForm, TimelineForm

FORMS = [
    schemas.SearchForm,
    schemas.PassageForm,
    schemas.DocumentForm,
    QuestionsForm,
    EarlierForm,
    FoundForm,
    SetsForm,
    FacetForm,
    CommitmentsForm,
    MotionsForm,
    DecisionsForm,
    AnswersForm,
    NamesForm,
    WholeNameForm,
    MatrixForm,
    MeetingsForm,
    ReferralsForm,
    CitedByForm,
    TimelineForm,
    ChangesForm,
    schemas.StatusForm,
    Problem,
]
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    shelf = Shelf(tmp_path_factory.mktemp("openapi"))
    with shelf.library:
        intake = Intake("hashing", shelf.library.folder, workers=1, ocr=False)
        options = Options(Management("sleutel-voor-tests", intake))
        return create_app(shelf.library, lambda: shelf.embedder, options=options).openapi()


@pytest.mark.parametrize("form", FORMS)
def test_examples_fit_their_forms(form: type[BaseModel]) -> None:
    """Each form has an example with all of its fields and no others."""
    examples = form.model_json_schema()["examples"]
    assert examples
    for example in examples:
        assert form.model_validate(example, strict=False).model_dump(mode="json") == example


def test_the_example_of_a_batch_can_be_asked() -> None:
    """What is shown as a request is one."""
    (example,) = BatchForm.model_json_schema()["examples"]
    assert len(BatchForm.model_validate(example).queries) == 2


def test_quotes_in_the_example_are_literal() -> None:
    """The example keeps the promise that the service makes."""
    (example,) = schemas.SearchForm.model_json_schema()["examples"]
    for result in example["results"]:
        for quote in result["quotes"]:
            assert result["text"][quote["start"] : quote["end"]] == quote["text"]


def test_it_is_a_valid_openapi_document(description: dict[str, Any]) -> None:
    """By the schema of OpenAPI 3.1, and every reference leads somewhere."""
    jsonschema_rs.validator_for(OPENAPI_31).validate(description)
    text = json.dumps(description)
    for reference in set(re.findall(r'"\$ref": "([^"]+)"', text)):
        at: Any = description
        for part in reference.removeprefix("#/").split("/"):
            at = at[part]
        assert at, reference
    assert "HTTPValidationError" not in text.replace('"HTTPValidationError": {', "")


def test_the_addresses_are_those_that_were_agreed(description: dict[str, Any]) -> None:
    """The core of the API; addresses only come."""
    assert set(description["paths"]) >= {
        "/api/v1/search",
        "/api/v1/search/batch",
        "/api/v1/facets",
        "/api/v1/passages/{passage_id}",
        "/api/v1/passages/{passage_id}/similar",
        "/api/v1/compare",
        "/api/v1/suggest",
        "/api/v1/documents",
        "/api/v1/documents/{document_id}",
        "/api/v1/documents/{document_id}/questions",
        "/api/v1/kamervragen",
        "/api/v1/kamervragen/search",
        "/api/v1/kamervragen/earlier",
        "/api/v1/references",
        "/api/v1/documents/{document_id}/references",
        "/api/v1/documents/{document_id}/cited-by",
        "/api/v1/timeline",
        "/api/v1/timeline/changes",
        "/api/v1/commitments",
        "/api/v1/programmes",
        "/api/v1/programmes/matrix",
        "/api/v1/programmes/passages",
        "/api/v1/programmes/{name_id}",
        "/api/v1/motions",
        "/api/v1/decisions",
        "/healthz",
        "/readyz",
    }


def test_every_operation_is_described(description: dict[str, Any]) -> None:
    """A sentence, a name for clients that no other has, a tag that says what it is for."""
    found = list(operations(description))
    names = Counter(operation["operationId"] for _, _, operation in found)
    assert set(names.values()) == {1}
    tags = {tag["name"] for tag in description["tags"] if tag["description"]}
    for path, _, operation in found:
        assert re.fullmatch(r"[a-z][a-z_]+", operation["operationId"]), path
        assert operation["description"].startswith(operation["summary"][:20]), path
        assert operation["summary"][0].isupper(), path
        assert not operation["summary"].endswith("."), path
        assert set(operation["tags"]) <= tags, path
        assert len(operation["tags"]) == 1, path


def test_parameters_are_described(description: dict[str, Any]) -> None:
    """Each parameter says what it is for."""
    for path, method, operation in operations(description):
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (method, path, parameter["name"])


def test_a_search_takes_what_was_agreed(description: dict[str, Any]) -> None:
    """Its parameters, each with an example but the cursor, which nobody can make."""
    parameters = {p["name"]: p for p in description["paths"]["/api/v1/search"]["get"]["parameters"]}
    filters = {"kind", "from", "to", "year", "organisation", "dossier", "programme", "document"}
    others = {"k", "sort", "facets", "fields"}
    assert set(parameters) == {"q", "cursor", "If-None-Match"} | filters | others
    for name in {"q"} | filters | others:
        assert parameters[name]["schema"].get("examples"), name


def answers(description: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for path, method, operation in operations(description):
        for status, response in operation["responses"].items():
            yield path, method, status, response


def test_answers_are_described(description: dict[str, Any]) -> None:
    """Each has a form; problems have theirs, under their own media type."""
    for path, method, status, response in answers(description):
        where = (path, method, status)
        assert response["description"], where
        content = response.get("content", {})
        if status[0] in "45" and path.endswith("/file") and status in {"400", "416"}:
            continue  # of ranges of bytes: the framework's own, in plain text
        if status[0] in "45":
            assert list(content) == [PROBLEM], where
            assert content[PROBLEM]["schema"] == {"$ref": "#/components/schemas/Problem"}, where
        elif status not in {"204", "304"}:
            assert content.get("application/json", {"schema": True})["schema"], where
            assert content, where


def test_problems_that_can_occur_are_described(description: dict[str, Any]) -> None:
    """Parameters can be wrong, an id can lead to nothing, a change can be refused."""
    for path, method, operation in operations(description):
        if not path.startswith("/api/"):
            continue
        expected = {"422", "500"}
        expected |= {"404"} if "{" in path else set()
        expected |= {"403"} if method != "get" else set()
        expected |= {"400", "413"} if "requestBody" in operation else set()
        assert expected <= set(operation["responses"]), (method, path)


def test_what_has_tags_says_so(description: dict[str, Any]) -> None:
    """304 stands with the header that asks for it and the one that gives it."""
    found = 0
    for _, _, operation in operations(description):
        if "304" in operation["responses"]:
            found += 1
            names = [parameter["name"].lower() for parameter in operation["parameters"]]
            assert names.count("if-none-match") == 1
            assert "ETag" in operation["responses"]["200"]["headers"]
    assert found >= 9


def test_answers_in_part_may_lack_anything_but_invent_nothing(description: dict[str, Any]) -> None:
    """With ``fields`` an answer has no required fields, inwards too, and still no others than the form."""
    forms = description["components"]["schemas"]
    answer = description["paths"]["/api/v1/search"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {
        "anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("SearchForm", "PartialSearchForm")]
    }
    for name in ("SearchForm", "ResultForm", "CitationForm", "WhyForm"):
        partial = forms[f"Partial{name}"]
        assert set(partial["properties"]) == set(forms[name]["properties"])
        assert "required" not in partial
        assert partial["additionalProperties"] is False


def test_the_command_prints_the_same(tmp_path: Any, description: dict[str, Any]) -> None:
    """``beleidszoeker openapi`` gives the document without a library or a model."""
    printed = invoke(tmp_path / "nergens", "openapi")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["paths"].keys() == description["paths"].keys()
    assert not (tmp_path / "nergens").exists()
