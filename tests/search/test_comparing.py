"""Passages like this one, and what two documents both say."""

from collections.abc import Iterator
from http import HTTPStatus

import numpy as np
import pytest
from fastapi.testclient import TestClient
from tests.support import Shelf, made, run

from beleidszoeker.api.app import create_app
from beleidszoeker.errors import DocumentNotFoundError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.comparing.likeness import Marked, cosines

NET = "Het elektriciteitsnet rond Geleen zit vol en wordt verzwaard met een nieuw hoogspanningsstation."
OTHER_NET = "Rond Geleen zit het elektriciteitsnet vol; een hoogspanningsstation komt pas na 2031."
FISH = "De palingvangst in het Markermeer is vanaf september verboden."
SEA = "Windparken op zee leveren in 2030 de helft van alle stroom."
CARE = "De wachttijd in de jeugdzorg daalt door extra gezinshuizen in Drenthe."


@pytest.fixture
def ids(shelf: Shelf) -> list[str]:
    return shelf.fill(
        made(f"{NET}\n\n{FISH}", title="Brief", date="2025-01-10", kind="kamerbrief"),
        made(f"{SEA}\n\n{OTHER_NET}\n\n{CARE}", title="Rapport", date="2024-03-01"),
        made(CARE, title="Zorg", date="2023-03-01"),
    )


def passage_with(shelf: Shelf, document: str, words: str) -> str:
    reader = shelf.library.reader
    keys = reader.keys(Filters(documents=(document,))).tolist()
    return next(found.id for found in reader.passages(keys).values() if words in found.text)


def test_similar_passages_stand_in_other_documents(shelf: Shelf, ids: list[str]) -> None:
    """The passage about the same thing comes first; those of its own document are left out."""
    response = shelf.engine().similar(passage_with(shelf, ids[0], "Geleen"))
    assert response.results[0].text == OTHER_NET
    assert {result.citation.document_id for result in response.results} == {ids[1], ids[2]}
    assert "hoogspanningsstation" in response.results[0].why.terms
    assert [result.rank for result in response.results] == list(range(1, len(response.results) + 1))


def test_similar_passages_keep_to_the_filters(shelf: Shelf, ids: list[str]) -> None:
    """A limit holds for them as for any search."""
    passage = passage_with(shelf, ids[0], "Geleen")
    found = shelf.engine().similar(passage, filters=Filters(date_to="2023-12-31")).results
    assert [result.citation.document_id for result in found] == [ids[2]]


def test_another_version_of_its_own_document_is_not_similar(shelf: Shelf) -> None:
    """The concept of the same letter says the same, which nobody asked."""
    body = " ".join(f"Punt {number} van het plan gaat over straat {number * 7}." for number in range(40))
    final, concept, other = shelf.fill(
        made(f"{NET}\n\n{body}", title="Plan", date="2025-06-20"),
        made(f"{NET}\n\n{body} Slot.", title="Concept plan", date="2025-06-21"),
        made(OTHER_NET, title="Rapport"),
    )
    found = shelf.engine().similar(passage_with(shelf, final, "Geleen")).results
    assert [result.citation.document_id for result in found] == [other]
    assert concept not in {result.citation.document_id for result in found}


def test_a_passage_without_a_vector_is_like_others_by_its_words(shelf: Shelf, ids: list[str]) -> None:
    """What was taken in after the last publication can be asked for as well."""
    fresh = shelf.put("nieuw.txt", made(f"{OTHER_NET} Dat is nieuw.", title="Nieuw"))
    found = shelf.engine().similar(passage_with(shelf, fresh, "Geleen")).results
    assert {found[0].citation.document_id, found[1].citation.document_id} == set(ids[:2])


def test_the_only_document_is_like_nothing(shelf: Shelf) -> None:
    """That nothing is alike is said in a sentence."""
    (only,) = shelf.fill(made(NET))
    response = shelf.engine().similar(passage_with(shelf, only, "Geleen"))
    assert (response.answered, response.results) == (False, ())
    assert response.message


def test_two_documents_agree_where_both_speak_of_the_same(shelf: Shelf, ids: list[str]) -> None:
    """Passages that are each other's nearest are paired; what only one says is not."""
    found = shelf.engine().compare(ids[0], ids[1])
    (agreement,) = found.agreements
    assert (agreement.first.text, agreement.second.text) == (NET, OTHER_NET)
    assert not agreement.literal
    assert {"geleen", "elektriciteitsnet"} <= set(agreement.terms)
    assert all(quote.text == NET[quote.start : quote.end] for quote in agreement.first.quotes)
    assert agreement.first.citation.document_id == ids[0]


def test_a_shared_sentence_is_called_literal(shelf: Shelf, ids: list[str]) -> None:
    """The same sentence in both is the strongest agreement there is."""
    (agreement,) = shelf.engine().compare(ids[1], ids[2]).agreements
    assert agreement.literal
    assert agreement.second.text == CARE
    assert agreement.score == pytest.approx(2.0, abs=0.3)


def test_comparing_is_the_same_both_ways(shelf: Shelf, ids: list[str]) -> None:
    """Who comes first makes no difference to what is found."""
    there = shelf.engine().compare(ids[0], ids[1]).agreements
    back = shelf.engine().compare(ids[1], ids[0]).agreements
    pairs = [(one.first.passage_id, one.second.passage_id) for one in there]
    assert pairs == [(one.second.passage_id, one.first.passage_id) for one in back]


def test_documents_about_different_things_agree_on_nothing(shelf: Shelf, ids: list[str]) -> None:
    """No pair is better than a far-fetched one."""
    assert shelf.engine().compare(ids[0], ids[2]).agreements == ()


def test_what_does_not_exist_is_named(shelf: Shelf, ids: list[str]) -> None:
    """An unknown passage or document is an error that says so."""
    with pytest.raises(PassageNotFoundError, match="weg-1"):
        shelf.engine().similar("weg-1")
    with pytest.raises(DocumentNotFoundError, match="weg"):
        shelf.engine().compare(ids[0], "weg")


@pytest.fixture
def client(shelf: Shelf, ids: list[str]) -> Iterator[TestClient]:
    assert ids
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as made_client:
        yield made_client


def test_the_service_offers_both(client: TestClient, shelf: Shelf, ids: list[str]) -> None:
    """Similar passages come as search results, a comparison as pairs; both forms are checked on the way."""
    passage = passage_with(shelf, ids[0], "Geleen")
    similar = client.get(f"/api/v1/passages/{passage}/similar", params={"k": 1})
    assert [result["text"] for result in similar.json()["results"]] == [OTHER_NET]
    compared = client.get("/api/v1/compare", params={"first": ids[0], "second": ids[1]})
    assert [pair["second"]["text"] for pair in compared.json()["agreements"]] == [OTHER_NET]
    assert client.get("/api/v1/passages/weg-1/similar").status_code == HTTPStatus.NOT_FOUND
    assert client.get("/api/v1/compare", params={"first": "weg", "second": "weg"}).status_code == 404


def test_the_command_line_offers_both(shelf: Shelf, ids: list[str]) -> None:
    """Both are printed with their citations, and say so when there is nothing."""
    folder = shelf.library.folder
    found = run(folder, "similar", passage_with(shelf, ids[0], "Geleen"), "--count", "1")
    assert "Rapport" in found.stdout
    assert "Zorg" not in found.stdout
    assert OTHER_NET in run(folder, "compare", ids[0], ids[1]).stdout
    assert "geen passages die op elkaar lijken" in run(folder, "compare", ids[0], ids[2]).stdout


def test_likeness_by_words_is_that_of_whole_vectors(shelf: Shelf, ids: list[str]) -> None:
    """Word by word it comes to the same as the product of two vectors; with itself a passage has all."""
    assert ids
    lexical = shelf.library.snapshots.open().lexical
    marked = [Marked(lexical, text) for text in (NET, OTHER_NET, SEA, "")]
    found = cosines(marked, marked[:3])
    expected = [
        [
            sum(weight * other.weights.get(term, 0.0) for term, weight in one.weights.items())
            for other in marked[:3]
        ]
        for one in marked
    ]
    np.testing.assert_allclose(found, expected, atol=1e-6)
    np.testing.assert_allclose(np.diag(found), 1.0, atol=1e-6)
