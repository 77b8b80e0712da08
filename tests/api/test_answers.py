"""``/api/v1/answers`` and ``/antwoord``: off unless a model was configured, and whole without it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.endpoints import Handler, Speaker, completion, draft, quoting, saying, speaking
from tests.support import Shelf, made, run

from beleidszoeker.api.app import create_app
from beleidszoeker.api.options import Options
from beleidszoeker.api.v1.forms.answers import AskForm, WrittenAnswerForm

SENTENCE = "Het water stijgt niet in Limburg."
HOSTILE = "Het water <b>daalt</b> & stijgt <script>alert(1)</script> in Utrecht."
Reply = Callable[[Handler], None]


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.fill(
        made(
            f"{SENTENCE} Dat blijkt uit metingen.",
            title="Water",
            kind="nota",
            date="2024-05-17",
            labels=["1"],
        ),
        made(HOSTILE, title="<i>Peil</i>"),
    )
    return shelf


@contextmanager
def asked(shelf: Shelf, reply: Reply) -> Iterator[tuple[TestClient, Speaker]]:
    with speaking(reply) as server:
        app = create_app(shelf.library, lambda: shelf.embedder, options=Options(writer=server.endpoint))
        with TestClient(app) as client:
            yield client, server


def post(client: TestClient, **asking: Any) -> Any:
    return client.post("/api/v1/answers", json={"q": "water Limburg", **asking})


def test_an_answer_comes_with_what_carries_it(filled: Shelf) -> None:
    """Each sentence has a quote that stands in its passage, a citation, and who wrote it."""
    with asked(filled, quoting) as (client, _):
        body = post(client, kind=["nota"]).json()
        (sentence,) = body["sentences"]
        (carrier,) = sentence["citations"]
        passage = client.get(f"/api/v1/passages/{carrier['passage_id']}").json()
    quote = carrier["quote"]
    assert passage["text"][quote["start"] : quote["end"]] == quote["text"] == SENTENCE
    assert carrier["citation"]["label"] == "Nota Water, 17 mei 2024, p. 1"
    assert body["answered"]
    assert body["writer"].startswith("leugenaar op 127.0.0.1:")
    assert [result["passage_id"] for result in body["results"]] == [carrier["passage_id"]]


def test_a_lie_is_counted_and_not_given(filled: Shelf) -> None:
    """Nothing of a sentence that was left out is in the answer."""
    lie = "Het water stijgt in Limburg."
    with asked(filled, saying(draft((lie, SENTENCE)))) as (client, _):
        response = post(client, kind=["nota"])
    assert response.json()["dropped"] == [
        {"reason": "negation", "count": 1, "told": "zij iets anders ontkent dan het citaat"}
    ]
    assert lie not in response.text


def test_without_a_model_there_are_no_answers(filled: Shelf) -> None:
    """The API says so, the page leads to the results, and nothing offers it."""
    with TestClient(create_app(filled.library, lambda: filled.embedder)) as client:
        refused = post(client)
        led = client.get("/antwoord?q=water", follow_redirects=False)
        page = client.get("/?q=water").text
    assert (refused.status_code, refused.json()["code"]) == (HTTPStatus.NOT_FOUND, "answers-off")
    assert (led.status_code, led.headers["location"]) == (HTTPStatus.SEE_OTHER, "/?q=water")
    assert "antwoord schrijven" not in page


@pytest.mark.parametrize(
    ("reply", "status", "code"),
    [
        (saying("{}", status=500), HTTPStatus.BAD_GATEWAY, "answer-endpoint"),
        (saying("Geen idee."), HTTPStatus.BAD_GATEWAY, "answer-unreadable"),
    ],
)
def test_a_model_that_fails_is_a_problem(filled: Shelf, reply: Reply, status: HTTPStatus, code: str) -> None:
    """The API gives a problem; the page tells it and has its quotes; the part of a page is whole too."""
    with asked(filled, reply) as (client, _):
        problem = post(client)
        page = client.get("/antwoord?q=water")
        part = client.get("/antwoord?q=water", headers={"hx-request": "true"})
    assert (problem.status_code, problem.json()["code"]) == (status, code)
    assert page.status_code == status
    assert "Het taalmodel" in page.text
    assert SENTENCE.replace("water", "<mark>water</mark>") in page.text
    assert part.status_code == HTTPStatus.OK
    assert "Het taalmodel" in part.text
    assert "<html" not in part.text


@pytest.mark.parametrize(
    "asking", [{"q": 3}, {"kind": ["gedicht"]}, {"from": "ooit"}, {"z": 1}, {"q": "a" * 4001}]
)
def test_what_cannot_be_asked(filled: Shelf, asking: dict[str, Any]) -> None:
    """A question that makes no sense costs a problem and does not reach the model."""
    with asked(filled, quoting) as (client, server):
        assert post(client, **asking).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert not server.heard


def test_documents_are_shown_as_text(filled: Shelf) -> None:
    """Markup in documents, titles and questions is escaped, in the part and on the page."""

    def reply(handler: Handler) -> None:
        texts = handler.passages()
        handler.send(completion(draft(("Het water daalt in Utrecht.", HOSTILE, texts.index(HOSTILE) + 1))))

    with asked(filled, reply) as (client, _):
        for headers in ({}, {"hx-request": "true"}):
            shown = client.get("/antwoord", params={"q": "water <script>x"}, headers=headers).text
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
            assert "<script>alert" not in shown
            assert "<script>x" not in shown
            assert "<i>Peil" not in shown


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-purpose": "prefetch;prerender"},
    ],
)
def test_nobody_else_makes_the_model_write(filled: Shelf, headers: dict[str, str]) -> None:
    """What another site leads to, or a browser loads beforehand, is the search: nothing leaves."""
    with asked(filled, quoting) as (client, server):
        response = client.get("/antwoord?q=water", headers=headers, follow_redirects=False)
        search = client.get("/?q=water")
    assert (response.status_code, response.headers["location"]) == (303, "/?q=water")
    assert "Laat een antwoord opstellen" in search.text
    assert server.heard == []


def test_an_empty_question_leads_back(filled: Shelf) -> None:
    """Without words the model is not asked."""
    with asked(filled, quoting) as (client, server):
        assert client.get("/antwoord?q=+", follow_redirects=False).status_code == HTTPStatus.SEE_OTHER
        assert post(client, q="  ").json()["answered"] is False
        assert not server.heard


def test_the_examples_are_valid() -> None:
    """What OpenAPI shows is what the forms take."""
    for form in (AskForm, WrittenAnswerForm):
        examples = form.model_json_schema()["examples"]
        read = [form.model_validate(example).model_dump(mode="json", by_alias=True) for example in examples]
        assert examples
        assert all(example.items() <= each.items() for example, each in zip(examples, read, strict=True))


def test_half_a_configuration_is_refused(tmp_path: Path, shelf: Shelf) -> None:
    """An address without a model, or no address at all, ends with a sentence that names both variables."""
    shelf.fill(made(SENTENCE))
    library = tmp_path / "library"
    for setting in ({"URL": "http://127.0.0.1:9/v1"}, {"MODEL": "m"}, {"KEY": "k"}):
        ended = run(
            library, "serve", **{f"BELEIDSZOEKER_ANSWERS_{name}": value for name, value in setting.items()}
        )
        assert ended.returncode == 2
        assert "BELEIDSZOEKER_ANSWERS_MODEL" in ended.stderr
    bad = run(
        library, "serve", BELEIDSZOEKER_ANSWERS_URL="file:///etc/passwd", BELEIDSZOEKER_ANSWERS_MODEL="m"
    )
    assert bad.returncode == 2
    assert "BELEIDSZOEKER_ANSWERS_URL is onbruikbaar" in bad.stderr
