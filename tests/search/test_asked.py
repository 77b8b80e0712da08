"""Was it asked before, and searching questions and answers apart: in the library, CLI, API and page."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.support import Shelf, invoke, made

from beleidszoeker.api.app import create_app
from beleidszoeker.errors import QueryError
from beleidszoeker.index.wording import Wording, wording
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.search.asked import (
    Finder,
    SetFilters,
    Side,
    answer_earlier,
    answer_search,
    asked_before,
    list_sets,
)
from beleidszoeker.search.asked.postings import Postings

BRIDGES = """# Vragen van het lid De Wit (ABC) aan de Minister van Defensie over bruggen

2024Z01234

Ingezonden 6 maart 2024.

Antwoord van Minister Bos (Defensie) (ontvangen 25 maart 2024).

## Vraag 1

Zijn de stalen bruggen over de Maas dit jaar nagekeken op roest?

## Antwoord 1

Zie het antwoord op vraag 2.

## Vraag 2

Hoeveel genietroepen zijn er beschikbaar om noodbruggen te leggen na een overstroming?

## Antwoord 2

Er zijn twee bataljons. De pontons liggen in Vught klaar en alle staal is nagekeken.
"""
SCHOOLS = """# Vragen van het lid Vos (XYZ) aan de Minister van Onderwijs over schoolzwemmen

Ingezonden 10 januari 2025.

Antwoord van Minister Kok (Onderwijs) (ontvangen 11 januari 2025).

## Vraag 1

Waarom stoppen zoveel basisscholen met schoolzwemmen?

## Antwoord 1

<b>De badhuizen</b> zijn duur en er is te weinig personeel; roest speelt geen rol.
"""
DRAFT = "Is dit jaar nagegaan of er roest zit op de stalen bruggen over de Maas?"


def document(text: str, name: str = "vragen.md") -> PreparedDocument:
    return prepare_document(name, text.encode(), split=SentenceSplitter(trained=None).split)


@pytest.fixture
def filled(shelf: Shelf) -> tuple[Shelf, list[str]]:
    return shelf, shelf.fill(document(BRIDGES), document(SCHOOLS), made("Een brief over water."))


@pytest.fixture
def client(filled: tuple[Shelf, list[str]]) -> Iterator[TestClient]:
    shelf, _ = filled
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def finder(shelf: Shelf) -> Finder:
    return Finder(shelf.library, shelf.embedder)


def test_a_reworded_question_is_found_with_what_its_answer_refers_to(
    filled: tuple[Shelf, list[str]],
) -> None:
    """The same question is first, literal, with number, dates, delay and the answer that is meant."""
    shelf, (bridges, *_) = filled
    reader = shelf.library.reader
    found = answer_earlier(finder(shelf), reader, DRAFT, count=5, filters=SetFilters())
    first = found["results"][0]
    assert (first["document_id"], first["numbers"], first["number"]) == (bridges, [1], "2024Z01234")
    assert (first["asked"], first["answered"], first["delay_days"]) == ("2024-03-06", "2024-03-25", 19)
    assert first["resolved"][0]["answer"]["text"].startswith("Er zijn twee bataljons")
    text = reader.parsed(bridges).text
    for said in (*first["questions"], first["answer"], first["resolved"][0]["answer"]):
        assert text[said["start"] : said["end"]] == said["text"] != ""
        assert said["passage_id"].startswith(bridges)
    asked = first["questions"][0]
    marked = {asked["text"][start:end] for start, end in asked["matches"]}
    assert {"stalen bruggen", "roest"} <= marked


def test_the_same_words_were_asked_before_and_others_were_not(filled: tuple[Shelf, list[str]]) -> None:
    """A literal question counts as asked; of another subject it is said that it was not."""
    shelf, _ = filled
    reader = shelf.library.reader
    question = "Waarom stoppen zoveel basisscholen met schoolzwemmen?"
    (first, *_) = finder(shelf).earlier(question)
    assert asked_before([first])
    assert first.why.told() == "dezelfde woorden"
    other = "Wat kost een postzegel naar Suriname op een dinsdag?"
    found = answer_earlier(finder(shelf), reader, other, count=5, filters=SetFilters())
    assert found["asked_before"] is False
    assert found["message"]


def test_sides_are_searched_apart_and_together(filled: tuple[Shelf, list[str]]) -> None:
    """A word of an answer is not in the questions; together, both sides count."""
    shelf, (bridges, schools, _) = filled

    def where(query: str, side: Side | None) -> list[tuple[str, int]]:
        return [each.place for each in finder(shelf).search(query, side) if each.why.words]

    assert where("pontons", Side.QUESTION) == []
    assert where("pontons", Side.ANSWER) == [(bridges, 1)]
    assert where("roest", Side.QUESTION) == [(bridges, 0)]
    assert where("roest", Side.ANSWER) == [(schools, 0)]
    both = where("genietroepen pontons", None)
    assert both[0] == (bridges, 1)
    assert finder(shelf).search("genietroepen pontons", None)[0].why.words == pytest.approx(1)


def test_limits_hold(filled: tuple[Shelf, list[str]]) -> None:
    """Member, party, minister and period, in the list and for what is found."""
    shelf, (bridges, schools, _) = filled
    reader = shelf.library.reader
    for limits, wanted in (
        (SetFilters(), {bridges, schools}),
        (SetFilters(member="wit"), {bridges}),
        (SetFilters(party="xyz"), {schools}),
        (SetFilters(party="xy"), set()),
        (SetFilters(minister="onderwijs"), {schools}),
        (SetFilters(minister="bos"), {bridges}),
        (SetFilters(date_from="2025-01-01"), {schools}),
        (SetFilters(date_to="2024-12-31"), {bridges}),
        (SetFilters(member="%"), set()),
    ):
        assert {each.document_id for each in reader.asked_sets(limits)} == wanted
        found = finder(shelf).search("roest", None, filters=limits)
        assert {each.place[0] for each in found} <= wanted


def test_versions_of_one_set_are_shown_once(shelf: Shelf) -> None:
    """A letter and the same letter in another file are one result that names the other."""
    first, second = shelf.fill(document(BRIDGES), document(BRIDGES + "\nBijlage: een kaart.\n", "kopie.md"))
    found = finder(shelf).earlier(DRAFT)
    ids = [each.place for each in found if each.place[1] == 0]
    assert len(ids) == 1
    assert {found[0].place[0], *found[0].versions} == {first, second}


def test_only_what_is_new_is_embedded_and_what_goes_is_gone(shelf: Shelf) -> None:
    """A second document costs its own questions and answers; a removed one is found no more."""
    bridges, _ = shelf.fill(document(BRIDGES), made("Een brief over water."))
    finds = finder(shelf)
    assert shelf.library.reader.missing_said(shelf.embedder.id) == []
    assert finds.earlier(DRAFT)
    with shelf.library.writing() as writer:
        writer.remove_documents([bridges])
    assert finds.earlier(DRAFT) == ()
    shelf.fill(document(BRIDGES))
    assert finder(shelf).earlier(DRAFT)[0].why.meaning > 0


def test_an_answer_is_known_by_its_sentences(shelf: Shelf) -> None:
    """Its vector is the mean of theirs, so only the questions are embedded beside passages and sentences."""
    shelf.fill(document(BRIDGES))
    reader, model = shelf.library.reader, shelf.embedder
    said = reader.said(Side.ANSWER, model.id, model.dimension)
    sentences = ["Er zijn twee bataljons.", "De pontons liggen in Vught klaar en alle staal is nagekeken."]
    mean = model.encode_passages(sentences).sum(axis=0)
    assert said.vectors[1] @ (mean / np.linalg.norm(mean)) == pytest.approx(1, abs=0.01)


def test_a_library_without_questions_says_so(shelf: Shelf) -> None:
    """No exchanges: no results and a sentence."""
    shelf.fill(made("Een brief over water."))
    found = answer_earlier(finder(shelf), shelf.library.reader, DRAFT, count=3, filters=SetFilters())
    assert (found["results"], found["asked_before"]) == ([], False)
    assert "geen Kamervraag" in found["message"]
    assert answer_search(finder(shelf), shelf.library.reader, " ", None, count=3, filters=SetFilters())[
        "message"
    ]


def test_the_list_is_paged_by_place(filled: tuple[Shelf, list[str]]) -> None:
    """Going on behind the last set repeats none and leaves none out, latest answers first."""
    shelf, (bridges, schools, _) = filled
    first = list_sets(shelf.library.reader, SetFilters(), count=1)
    second = list_sets(shelf.library.reader, SetFilters(), after=first.last, count=1)
    assert [each["document_id"] for each in (*first.sets, *second.sets)] == [schools, bridges]
    assert (first.total, second.last, first.sets[0]["delay_days"]) == (2, None, 1)


def test_the_command_tells_whether_it_was_asked(tmp_path: Path) -> None:
    """``--earlier`` also from standard input, ``--search`` by side; the list has its exchanges as JSON."""
    shelf = Shelf(tmp_path / "library")
    with shelf.library:
        bridges, schools = shelf.fill(document(BRIDGES), document(SCHOOLS))
    library = tmp_path / "library"
    found = json.loads(invoke(library, "kamervragen", "--earlier", DRAFT, "--json").stdout)
    assert found["results"][0]["document_id"] == bridges
    assert "na 19 dagen" in invoke(library, "kamervragen", "--earlier", DRAFT).stdout
    found = json.loads(
        invoke(library, "kamervragen", "--search", "roest", "--side", "answer", "--json").stdout
    )
    assert [each["document_id"] for each in found["results"] if each["why"]["words"]] == [schools]
    listed = json.loads(invoke(library, "kamervragen", "--json", "--party", "ABC").stdout)
    assert [each["document_id"] for each in listed] == [bridges]
    assert {"text", "start", "end"} <= set(listed[0]["exchanges"][0]["questions"][0])
    with pytest.raises(QueryError):
        invoke(library, "kamervragen", bridges, "--earlier", DRAFT)


def test_the_service_answers_alike(client: TestClient) -> None:
    """List with cursors, search by side, and a draft; a made-up cursor is a problem."""
    page = client.get("/api/v1/kamervragen", params={"limit": 1}).json()
    rest = client.get("/api/v1/kamervragen", params={"limit": 1, "cursor": page["next"]}).json()
    assert page["total"] == rest["total"] == 2
    assert page["sets"][0] != rest["sets"][0]
    assert rest["next"] is None
    found = client.get("/api/v1/kamervragen/search", params={"q": "roest", "side": "question"}).json()
    assert found["results"][0]["numbers"] == [1]
    draft = client.post("/api/v1/kamervragen/earlier", json={"q": DRAFT, "party": "ABC"}).json()
    assert draft["results"][0]["delay_days"] == 19
    wrong = client.get("/api/v1/kamervragen", params={"cursor": "WzEs"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_page_shows_question_beside_answer(client: TestClient) -> None:
    """Without JavaScript, by GET and by POST; text of documents is never markup."""
    for response in (
        client.get("/kamervragen", params={"vraag": "roest in badhuizen", "zoek": "antwoord"}),
        client.post("/kamervragen", data={"vraag": "roest in badhuizen", "zoek": "antwoord"}),
    ):
        assert response.status_code == HTTPStatus.OK
        assert "<b>De badhuizen" not in response.text
        assert "<mark>roest</mark>" in response.text
        assert "na 1 dag" in response.text
        assert "plek=" in response.text
    listed = client.get("/kamervragen", params={"partij": "ABC", "van": "gisteren"}).text
    assert "over bruggen" in listed
    assert "schoolzwemmen" not in listed
    assert "De periode telt nu niet mee" in listed


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800", "?", "de het een", "<script>alert(1)</script>", "x" * 50_000, "% _ ' \" \x00"]
)
def test_anything_may_be_asked(filled: tuple[Shelf, list[str]], text: str) -> None:
    """Whatever is typed gets an answer rather than an error."""
    shelf, _ = filled
    answers: list[Any] = [
        answer_earlier(
            finder(shelf), shelf.library.reader, text, count=3, filters=SetFilters(member=text[:99])
        )
    ]
    answers += [
        answer_search(finder(shelf), shelf.library.reader, text, side, count=3, filters=SetFilters())
        for side in (*Side, None)
    ]
    assert all(set(each) >= {"results", "message"} for each in answers)


@given(st.text(max_size=300))
def test_a_wording_survives_its_bytes(text: str) -> None:
    """What is packed is unpacked, and shared with itself it is whole."""
    found = wording(text)
    again = Wording.unpack(found.pack())
    assert np.array_equal(found.words, again.words)
    assert np.array_equal(found.pairs, again.pairs)


def test_damaged_bytes_of_a_wording_are_no_error() -> None:
    """Half of it, or none, gives what there is."""
    packed = wording("Zijn de stalen bruggen nagekeken?").pack()
    assert len(Wording.unpack(b"").words) == 0
    assert len(Wording.unpack(packed[:7]).pairs) == 0


def test_rare_words_count_for_more() -> None:
    """Of two texts that share one word, the one that shares the rarer word is more alike."""
    rows = [np.array(each, np.uint32) for each in ([1, 2], [1, 3], [1, 4], [1, 5])]
    shared = Postings(rows).alike(np.array([1, 3], np.uint32))
    assert int(shared.argmax()) == 1
    assert Postings([]).alike(np.array([1], np.uint32)).shape == (0,)
