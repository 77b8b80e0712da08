"""Numbers and dates in their spellings, told by tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.dutch import Analyser
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.terms import index_terms
from beleidszoeker.search.query import as_lexical, wanted_terms

ANALYSER = Analyser()


@pytest.mark.parametrize(
    "spellings",
    [
        ("26,4 miljard", "26.400 miljoen", "26.400.000.000", "26,4 mld.", "26 400 000 000", "26,40\nmiljard"),
        ("1.250", "1250"),
        ("1.250,50", "1250,5"),
        ("10%", "10 %", "10 procent", "tien procent", "10,0%"),
        ("twee miljoen", "2 mln", "2.000.000"),
        ("anderhalf miljoen", "1,5 miljoen", "1.500.000"),
        ("een miljard", "1 miljard"),
        ("25 duizend", "25.000", "vijfentwintig duizend"),
        (
            "20 juni 2025",
            "20-06-2025",
            "2025-06-20",
            "20-6-2025",
            "20/6/2025",
            "20 jun. 2025",
            "20e juni 2025",
        ),
        ("1 maart 2024", "01-03-2024", "1 MAART 2024"),
        ("juni 2025", "Juni 2025", "jun. 2025", "juni van 2025"),
        (
            "Q3 2025",
            "derde kwartaal 2025",
            "derde kwartaal van 2025",
            "3e kwartaal 2025",
            "2025-Q3",
            "q3-2025",
        ),
        ("Q3", "derde kwartaal", "3e kwartaal"),
        ("2021/22", "2021-2022", "2021/2022"),
    ],
)
def test_spellings_of_one_number(spellings: tuple[str, ...]) -> None:
    """All spellings of a number, date or quarter are one term, over all its words."""
    terms = [list(ANALYSER.terms(spelling)) for spelling in spellings]
    assert {len(each) for each in terms} == {1}
    assert len({each[0].stem for each in terms}) == 1
    assert all(
        spelling.startswith(spelling[each[0].start : each[0].end])
        for spelling, each in zip(spellings, terms, strict=True)
    )


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("juni 2025", "op 20-06-2025"),
        ("2025", "op 20 juni 2025"),
        ("juni", "op 20 juni 2025"),
        ("kwartaal", "in Q3 2025"),
        ("Q3", "in het derde kwartaal van 2025"),
        ("26,4", "€ 26,4 miljard"),
        ("procent", "10%"),
        ("12.390 woningen", "12390 woningen"),
        ("12.390", "12 390 woningen"),
        ("12", "twaalf provincies"),
        ("2021", "het vergaderjaar 2021-2022"),
        ("2022", "het vergaderjaar 2021/22"),
    ],
)
def test_parts_of_numbers_are_found(query: str, text: str) -> None:
    """A month is found by its days, a number without its unit, a numeral by its digits."""
    (first, *_) = ANALYSER.terms(query)
    assert first.stem in index_terms(ANALYSER, text)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("31-13-2025", ["31-13-2025"]),
        ("32 juni 2025", ["32", "2025-06"]),
        ("een", ["een"]),
        ("acht", ["acht"]),
        ("twee", ["twee"]),
        ("3.2.1", ["3.2.1"]),
        ("0612345678", ["0612345678"]),
        ("29826-211", ["29826-211"]),
        ("mei", ["mei"]),
        ("20 juni", ["20", "juni"]),
        ("10 procentpunt", ["10", stem("procentpunt")]),
    ],
)
def test_what_is_no_expression(text: str, stems: list[str]) -> None:
    """What only looks like a date or number stays as it is, and small numerals stay words."""
    assert [term.stem for term in ANALYSER.terms(text)] == stems


def test_a_number_is_asked_once() -> None:
    """A date counts once in full however it is spelled; its month and year count half."""
    asked = dict(as_lexical(wanted_terms(ANALYSER, "20-06-2025")).terms)
    assert asked == dict(as_lexical(wanted_terms(ANALYSER, "20 juni 2025")).terms)
    assert sorted(asked.values()) == [0.5, 0.5, 0.5, 0.5, 1.0]


def test_what_is_told_of_a_number_is_its_spelling() -> None:
    """No term of an expression is told to a person: what is told stands in the text."""
    for text in ("20 juni 2025", "26,4 miljard", "Q3 2025", "twaalf"):
        (term,) = ANALYSER.terms(text)
        assert term.pieces == (text.lower(),)


WORDS = "20 juni 2025 06 - / . , 26,4 miljard % procent Q3 derde kwartaal van 1.000 29 826 nr. XIII tien"


@given(st.lists(st.sampled_from([*WORDS.split(), " ", "\n", ""]), max_size=12).map("".join))
def test_expressions_stand_in_the_text(text: str) -> None:
    """Whatever numbers and months stand side by side, terms lie in the text, in order, and have no spaces."""
    end = 0
    for term in ANALYSER.terms(text):
        assert end <= term.start < term.end <= len(text)
        assert not any(map(str.isspace, term.stem + "".join(term.parts)))
        end = term.end
