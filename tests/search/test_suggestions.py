"""What a person may be about to type."""

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.support import Shelf, made

from beleidszoeker.api.app import create_app
from beleidszoeker.index.gathering import Gathered
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.suggestions import Suggestions


def passage(text: str, *, heading: str = "", title: str = "", document: str = "d") -> IndexedText:
    whole = " — ".join(part for part in (title, heading) if part)
    return IndexedText(1, "x", text, whole, (), "", document, "nota", None, (), (), title)


CORPUS = Suggestions.of(
    [
        passage(
            "De netcapaciteit bij Chemelot is op.",
            title="Ruimte voor industrie",
            heading="Het net",
            document="a",
        ),
        passage(
            "Meer netcapaciteit volgt uit de Regio Deal Parkstad Limburg.",
            title="Ruimte voor industrie",
            heading="3. Netbeheer en wachtrijen",
            document="a",
        ),
        passage(
            "Chemelot krijgt coördinatie uit de Regio Deal Parkstad Limburg.", title="Chemie", document="b"
        ),
        passage("Met de Regio Deal Parkstad Limburg komt coördinatie.", title="Chemie", document="c"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("netcap", ["netcapaciteit"]),
        ("Netcap", ["netcapaciteit"]),
        ("chem", ["Chemelot", "Chemie"]),
        ("industr", ["Ruimte voor industrie"]),
        ("ruimte ind", ["Ruimte voor industrie"]),
        ("wacht", ["3. Netbeheer en wachtrijen"]),
        ("parks", ["Parkstad", "Regio Deal Parkstad Limburg"]),
        ("regio deal", ["Regio Deal Parkstad Limburg"]),
        ("coord", ["coördinatie"]),
        ("wonen bij chemel", ["wonen bij Chemelot"]),
        ("n", []),
        ("", []),
        ("  -- ", []),
        ("zzz", []),
        ("chemelot ", ["Chemelot"]),
    ],
)
def test_completions(typed: str, expected: list[str]) -> None:
    """A word is completed by its beginning, a title or heading by the beginning of any of its words."""
    assert [one.text for one in CORPUS.complete(typed, 10)] == expected


def test_kinds_are_told() -> None:
    """Who shows a suggestion knows what it is."""
    kinds = {
        one.text: one.kind for typed in ("ruimte", "wacht", "chemelot") for one in CORPUS.complete(typed, 5)
    }
    assert kinds["Ruimte voor industrie"] == "title"
    assert kinds["3. Netbeheer en wachtrijen"] == "heading"
    assert kinds["Chemelot"] == "term"


def test_what_nobody_says_any_more_is_not_suggested() -> None:
    """Others take the place of what is gone, also where only the last word is completed."""
    assert CORPUS.complete("ruimte", 5, held=lambda text: text != "Ruimte voor industrie") == []
    (first,) = CORPUS.complete("chem", 1)
    (second,) = CORPUS.complete("chem", 1, held=lambda text: text != first.text)
    assert {first.text, second.text} == {"Chemelot", "Chemie"}
    assert CORPUS.complete("wonen bij chemel", 5, held=lambda text: text != "Chemelot") == []


def test_they_survive_being_stored() -> None:
    """What is read back completes the same."""
    stored = Suggestions(CORPUS.to_bytes())
    assert stored.complete("chem", 5) == CORPUS.complete("chem", 5)


def test_headings_that_say_nothing_are_left_out() -> None:
    """Numbers, single letters and long sentences are no suggestions."""
    gathered = Gathered()
    for heading in ("3.1", "A.", "Over de", "woord " * 30):
        gathered.add(passage("x", heading=heading))
    assert list(gathered.best()) == []


@given(st.text(max_size=80))
def test_nothing_typed_is_an_error(typed: str) -> None:
    """Whatever stands in the field, at most so many suggestions come, each once."""
    found = CORPUS.complete(typed, 3)
    assert len(found) <= 3
    assert len({one.text for one in found}) == len(found)


def test_the_service_suggests_and_forgets_at_once(shelf: Shelf) -> None:
    """A removed document's title is not suggested any more, also before the next snapshot."""
    gone, _ = shelf.fill(made("Water.", title="Dijken langs de Maas"), made("Lucht.", title="Dijken elders"))
    with TestClient(create_app(shelf.library, lambda: shelf.embedder)) as client:
        texts = [one["text"] for one in client.get("/api/v1/suggest", params={"q": "dijk"}).json()]
        assert sorted(texts) == ["Dijken elders", "Dijken langs de Maas"]
        with shelf.library.writing() as writer:
            writer.remove_documents([gone])
        texts = [one["text"] for one in client.get("/api/v1/suggest", params={"q": "dijk"}).json()]
        assert texts == ["Dijken elders"]


def test_what_only_removed_documents_say_is_forgotten(shelf: Shelf) -> None:
    """Titles, headings, words and names of several documents go when all of these are removed, no sooner."""
    body = "Bij project Zilverreiger helpt Pietje van Puffelen. Zilverreiger werkt samen met Rijkswaterstaat."
    one, other, _ = shelf.fill(
        *(made(body, title="Plan Zilverreiger", section=("Over zilverreigers",)) for _ in range(2)),
        made("Rijkswaterstaat baggert.", title="Baggeren"),
    )
    engine = shelf.engine()
    typed = ("zilver", "pietje", "rijksw")

    def suggested() -> list[bool]:
        return [bool(engine.suggest(each)) for each in typed]

    with shelf.library.writing() as writer:
        writer.remove_documents([one])
    before = suggested()
    with shelf.library.writing() as writer:
        writer.remove_documents([other])
    assert before == [True, True, True]
    assert suggested() == [False, False, True]
