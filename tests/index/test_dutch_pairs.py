"""Hanging compounds and words with points in them are found by what a reader sees in them."""

import pytest

from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.terms import index_terms

ANALYSER = Analyser()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("energie- en klimaatbeleid", "energiebeleid"),
        ("energie-\nen klimaatbeleid", "energiebeleid"),
        ("in- en uitvoer", "invoer"),
        ("op- of afschalen", "opschalen"),
        ("water- of bodembeheer", "waterbeheer"),
        ("natuur-, water- en bodembeheer", "waterbeheer"),
        ("info@loket.voorbeeld.nl", "loket.voorbeeld.nl"),
        ("info@loket.voorbeeld.nl", "voorbeeld.nl"),
        ("https://www.voorbeeld.nl/pad", "voorbeeld.nl"),
        ("https://www.voorbeeld.nl/pad", "voorbeeld"),
        ("Wij wijzigen het beleid.De Kamer", "beleid"),
        ("www.zuid-voorbeeld.nl", "zuid-voorbeeld.nl"),
    ],
)
def test_found_by(text: str, word: str) -> None:
    """A hanging word is found by the compound that it is, an address by its host and by its words."""
    (asked,) = ANALYSER.terms(word)
    assert asked.stem in index_terms(ANALYSER, text)


@pytest.mark.parametrize("text", ["energie - en meer", "de F-35 en klimaatbeleid", "wel- en niet"])
def test_what_hangs_nowhere(text: str) -> None:
    """A dash, a hyphen inside a word, and a word that is followed by no compound make nothing new."""
    held = {stem(word) for word in text.replace("-", " ").split()} | {"f35", "f", "35"}
    parts = {stem(part) for part in ("klimaat", "beleid")}
    assert set(index_terms(ANALYSER, text)) <= held | parts


def test_a_hanging_word_keeps_its_place() -> None:
    """Highlights cover the word that stands there, not the compound that it is."""
    text = "energie- en klimaatbeleid"
    assert [text[term.start : term.end] for term in ANALYSER.terms(text)] == [
        "energie",
        "en",
        "klimaatbeleid",
    ]
