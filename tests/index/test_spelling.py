"""The word that was meant, for a word that the corpus does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.dutch import Vocabulary
from beleidszoeker.index.spelling import Correction, Speller

COUNTS = {
    "netcapaciteit": 40,
    "stikstof": 30,
    "gebied": 20,
    "gebiedt": 2,
    "kolom": 5,
    "kolen": 9,
    "pannenkoek": 3,
    "klimaat": 12,
    "beleid": 50,
    "bedrijf": 30,
    "gouda": 4,
    "verduurzaming": 25,
    "water": 60,
    "waterveiligheid": 9,
    "jansen": 6,
    "dijk": 5,
}
SPELLER = Speller(Vocabulary(COUNTS, frozenset({"jansen", "gouda"})))


@pytest.mark.parametrize(
    ("word", "meant", "distance"),
    [
        ("netcapasiteit", "netcapaciteit", 1),
        ("netkapaciteit", "netcapaciteit", 0),
        ("netcapacitijt", "netcapaciteit", 0),
        ("netcappaciteit", "netcapaciteit", 0),
        ("netcapaicteit", "netcapaciteit", 1),
        ("netcpaacitiet", "netcapaciteit", 2),
        ("stikstoff", "stikstof", 0),
        ("stiksof", "stikstof", 1),
        ("gebiet", "gebied", 0),
        ("bedreif", "bedrijf", 0),
        ("pannekoek", "pannenkoek", 1),
        ("gauda", "gouda", 0),
        ("kolem", "kolen", 1),
        ("vaterveiligheid", "waterveiligheid", 1),
        ("awter", "water", 1),
        ("klimaat", "klimaat", 0),
    ],
)
def test_corrections(word: str, meant: str, distance: int) -> None:
    """The nearest word is found: of one sound first, then by edits, then by how often it is seen."""
    assert SPELLER.correct(word) == Correction(meant, distance)


@pytest.mark.parametrize(
    "word",
    [
        "dyk",  # too short
        "bater",  # the first letter of a short word is right
        "kliimaaat" * 5,  # too long
        "beluidt",  # two edits in a short word
        "water1",
        "",
        "quxzuxqux",
        "ß" * 8,
        "水" * 8,
    ],
)
def test_nothing_is_near(word: str) -> None:
    """A short word is corrected by one edit at most, and what is no word of letters not at all."""
    assert SPELLER.correct(word) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [("janssen", "jansen"), ("jansem", "jansen"), ("stiksof", None), ("netcapasiteit", None)],
)
def test_a_name_is_corrected_to_a_name(word: str, meant: str | None) -> None:
    """Among names only words count that the corpus never writes in small letters."""
    found = SPELLER.correct(word, name=True)
    assert (found.word if found else None) == meant


def slow_distance(one: str, other: str) -> int:
    """The textbook's table of optimal string alignment."""
    table = [[max(row, column) for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            steps = [table[row - 1][column] + 1, table[row][column - 1] + 1]
            steps.append(table[row - 1][column - 1] + (one[row - 1] != other[column - 1]))
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                steps.append(table[row - 2][column - 2] + 1)
            table[row][column] = min(steps)
    return table[-1][-1]


WORDS = st.text(alphabet="abe", min_size=12, max_size=14)


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), WORDS)
def test_distances_are_those_of_the_textbook(words: list[str], asked: str) -> None:
    """What is found is as near as the slow table says, and nothing nearer was overlooked."""
    found = Speller(Vocabulary(dict.fromkeys(words, 2))).correct(asked)
    near = [slow_distance(word, asked) for word in words if word[0] == asked[0]]
    far = [slow_distance(word, asked) for word in words if word[0] != asked[0]]
    reachable = min([*(d for d in near if d <= 2), *(d for d in far if d <= 1)], default=None)
    if found is None or reachable is None:
        assert found is None
        assert reachable is None
    else:
        assert found.distance == 0 or found.distance == slow_distance(found.word, asked) == reachable


def test_an_empty_vocabulary_corrects_nothing() -> None:
    """A corpus without words knows no corrections."""
    assert Speller(Vocabulary()).correct("netcapaciteit") is None
