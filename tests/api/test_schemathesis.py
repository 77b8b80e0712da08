"""Whatever the description allows, and much that it does not, gets an answer that the description knows.

Schemathesis makes requests from the OpenAPI document for a real server over a small library, some with
ids that exist, since made-up ones reach little. ``SCHEMATHESIS_EXAMPLES=500`` looks longer.
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.api.options import Intake, Management, Options

TEXT = {"type", "title", "description", "examples"}
KEY = "sleutel-voor-tests"
EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))
ELSEWHERE = {
    "upload"
}  # it takes files in with the model of the settings; tests/api/test_uploads.py looks at it
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    unsupported_method,
    allow_header_conformance,
]


@dataclass
class Running:
    """A server, and what it describes."""

    address: str
    schema: Any

    def known(self) -> dict[str, str]:
        """Return ids that exist; collections and what is in them are made anew."""
        with httpx.Client(base_url=f"{self.address}/api/v1") as client:
            (found,) = client.get("/search", params={"q": "water", "k": 1}).json()["results"]
            kept = client.post("/collections", json={"title": "Map"}).json()
            item = {"passage_id": found["passage_id"]}
            added = client.post(f"/collections/{kept['id']}/items", json=item).json()
        return {
            "passage_id": found["passage_id"],
            "document_id": found["citation"]["document_id"],
            "collection_id": kept["id"],
            "share": kept["share"],
            "item_id": added["id"],
        }


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("schemathesis")
    shelf = Shelf(folder / "library")
    shelf.fill(
        made("Het water stijgt in Limburg.", title="Water", kind="nota", date="2024-05-17", labels=["1"]),
        made("<b>Het water</b> daalt.", title="Peil", kind="motie", dossiers=["29826"]),
        made("Het water staat stil.", organisations=["Provincie Utrecht"], notes=("Zie bijlage 2.",)),
    )
    management = Management(KEY, Intake("hashing", folder, workers=1, ocr=False))
    app = create_app(shelf.library, lambda: shelf.embedder, options=Options(management))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        yield Running(address, schemathesis.openapi.from_dict(app.openapi()))
        server.should_exit = True
        thread.join(timeout=30)


def ask(running: Running, operation: Any, mode: GenerationMode) -> Callable[[], None]:
    """Return a function that asks one operation many things and checks each answer."""
    known = running.known()

    @settings(
        max_examples=EXAMPLES,
        derandomize="SCHEMATHESIS_EXAMPLES" not in os.environ,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), really=st.booleans())
    def asked(case: Any, *, really: bool) -> None:
        if really:
            case.path_parameters.update({name: known[name] for name in case.path_parameters if name in known})
        if really and "q" in case.query:
            case.query["q"] = "water"
        case.call_and_validate(
            base_url=running.address, headers={"Authorization": f"Bearer {KEY}"}, checks=CHECKS, timeout=30
        )

    return asked


def can_be_wrong(operation: dict[str, Any]) -> bool:
    """Tell whether anything in a request can be of another form; an id may be any text."""
    parameters = [parameter["schema"] for parameter in operation.get("parameters", ())]
    return "requestBody" in operation or any(
        set(schema) - TEXT or schema["type"] != "string" for schema in parameters
    )


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_one_that_was_described(
    running: Running, subtests: pytest.Subtests, mode: GenerationMode
) -> None:
    """No server errors; status, media type, headers and form are those of the OpenAPI document."""
    asked = set()
    for found in running.schema.get_all_operations():
        operation = found.ok()
        raw = operation.definition.raw
        if raw["operationId"] not in ELSEWHERE and (mode is GenerationMode.POSITIVE or can_be_wrong(raw)):
            asked.add(raw["operationId"])
            with subtests.test(operation=operation.label):
                ask(running, operation, mode)()
    assert {"search", "documents"} <= asked
