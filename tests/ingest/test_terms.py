"""Terms by tables: the words of a text, the document's day, and the last day on which a promise is kept."""

from datetime import date

import pytest

from beleidszoeker.ingest.knowledge.commitments.terms import Found, find_terms
from beleidszoeker.ingest.knowledge.commitments.tokens import tokenise

WRITTEN = date(2025, 3, 10)
"""A Monday in March; every document of this file is of that day."""

SEASONS = {
    "voor de zomer": "2025-06-21",
    "vóór de zomer van 2026": "2026-06-21",
    "nog voor de zomer": "2025-06-21",
    "in de zomer": "2025-09-21",
    "rond de zomer 2025": "2025-09-21",
    "na de zomer": "2025-12-21",
    "in het najaar": "2025-12-21",
    "dit najaar": "2025-12-21",
    "in de herfst van 2026": "2026-12-21",
    "in het voorjaar": "2025-06-21",
    "nog dit voorjaar": "2025-06-21",
    "in het voorjaar van volgend jaar": "2026-06-21",
}
RECESSES = {
    "voor het zomerreces": "2025-07-05",
    "na het zomerreces": "2025-10-31",
    "voor het kerstreces": "2025-12-21",
    "voor de kerst": "2025-12-21",
    "voor kerst": "2025-12-21",
    "voor het herfstreces": "2025-10-15",
    "voor het voorjaarsreces": "2026-02-15",
    "voor het meireces": "2025-04-25",
    "op Prinsjesdag": "2025-09-16",
    "met Prinsjesdag 2026": "2026-09-15",
}
PARTS_OF_YEARS = {
    "Q3 2025": "2025-09-30",
    "nog dit kwartaal": "2025-03-31",
    "volgend kwartaal": "2025-06-30",
    "in de loop van het jaar": "2025-12-31",
    "in april/mei 2025": "2025-05-31",
    "in Q2 2026": "2026-06-30",
    "2026-Q1": "2026-03-31",
    "in het eerste kwartaal": "2025-03-31",
    "uiterlijk in het derde kwartaal van 2025": "2025-09-30",
    "in het laatste kwartaal van 2025": "2025-12-31",
    "in de eerste helft van 2026": "2026-06-30",
    "tweede helft van dit jaar": "2025-12-31",
    "voor het einde van het eerste kwartaal van 2026": "2026-03-31",
    "begin 2026": "2026-03-31",
    "medio 2026": "2026-07-31",
    "eind 2026": "2026-12-31",
    "voor eind 2026": "2026-12-31",
    "aan het eind van het jaar": "2025-12-31",
    "voor het einde van het jaar": "2025-12-31",
    "begin volgend jaar": "2026-03-31",
}
YEARS = {
    "in 2026": "2026-12-31",
    "in de loop van 2026": "2026-12-31",
    "vanaf 2026": "2026-12-31",
    "dit jaar": "2025-12-31",
    "nog dit jaar": "2025-12-31",
    "dit jaar nog": "2025-12-31",
    "volgend jaar": "2026-12-31",
    "tot 2030": "2029-12-31",
    "voor 2030": "2029-12-31",
    "vóór 2030": "2029-12-31",
    "uiterlijk 2030": "2030-12-31",
    "uiterlijk in 2030": "2030-12-31",
    "tot en met 2030": "2030-12-31",
    "tussen 2025 en 2027": "2027-12-31",
    "in de periode 2024-2026": "2026-12-31",
    "van 2024 tot en met 2026": "2026-12-31",
}
MONTHS_AND_DAYS = {
    "in maart 2026": "2026-03-31",
    "eind maart": "2025-03-31",
    "uiterlijk maart": "2025-03-31",
    "in februari": "2026-02-28",
    "begin april": "2025-04-10",
    "medio april": "2025-04-20",
    "voor 1 juli": "2025-06-30",
    "uiterlijk 1 juli": "2025-07-01",
    "uiterlijk op 1 juli 2026": "2026-07-01",
    "per 1 juli": "2025-07-01",
    "op 1 februari": "2026-02-01",
    "op maandag 7 april": "2025-04-07",
    "met ingang van 1 januari 2027": "2027-01-01",
    "per 1-1-2027": "2027-01-01",
}
FROM_THAT_DAY = {
    "binnen zes weken": "2025-04-21",
    "binnen twee maanden": "2025-05-10",
    "binnen een half jaar": "2025-09-10",
    "binnen een termijn van 8 weken": "2025-05-05",
    "over drie maanden": "2025-06-10",
    "het komende jaar": "2026-03-10",
    "de komende twee jaar": "2027-03-10",
    "volgende week": "2025-03-24",
    "deze week": "2025-03-17",
    "volgende maand": "2025-04-30",
}
NO_DAY = (
    "jaarlijks",
    "op korte termijn",
    "binnenkort",
    "zo spoedig mogelijk",
    "de komende maanden",
    "de komende tijd",
    "te zijner tijd",
    "t.z.t.",
    "voorafgaand aan het debat",
)
ALL = {
    **SEASONS,
    **RECESSES,
    **PARTS_OF_YEARS,
    **YEARS,
    **MONTHS_AND_DAYS,
    **FROM_THAT_DAY,
    **dict.fromkeys(NO_DAY),
}


def read(sentence: str, *, today: date | None = WRITTEN) -> list[Found]:
    return find_terms(sentence, tokenise(sentence), today)


@pytest.mark.parametrize(("words", "until"), ALL.items())
def test_a_term_is_found_with_its_words_and_its_last_day(words: str, until: str | None) -> None:
    """A term in a sentence is exactly its own words, and ends on the day that the conventions say."""
    sentence = f"De brug wordt {words} geopend door de beheerder."
    (term,) = read(sentence)
    assert sentence[term.start : term.end] == words
    assert term.until == (date.fromisoformat(until) if until else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "De brug is op 3 maart jl. geopend.",
        "Dat staat in de brief van 3 februari 2023.",
        "Het programma Bruggen 2024-2030 is klaar.",
        "Het doel voor 2030 blijft gelijk.",
        "De afgelopen zomer was de brug dicht.",
        "Wij telden 2030 fietsers.",
        "De eerste helft van de brug is klaar.",
    ],
)
def test_what_only_looks_like_a_term_is_none(sentence: str) -> None:
    """A past day, a date of a letter, the years in a name and the year of a goal are no terms."""
    assert read(sentence) == []


def test_a_year_that_is_not_named_is_the_next_on_or_after_the_day() -> None:
    """Before the summer, read in July, means the summer of the next year; on its last day still this one."""
    assert read("voor de zomer", today=date(2025, 7, 1))[0].until == date(2026, 6, 21)
    assert read("voor de zomer", today=date(2025, 6, 21))[0].until == date(2025, 6, 21)


def test_without_a_day_only_what_names_its_year_has_days() -> None:
    """A document without a date still tells what its words name, and no more."""
    assert read("in Q2 2026", today=None)[0].until == date(2026, 6, 30)
    for words in ("in het najaar", "binnen zes weken", "dit jaar", "volgende week"):
        assert read(words, today=None)[0].until is None


def test_a_term_tells_its_first_day_where_the_words_do() -> None:
    """*In Q2* begins on the first of April; *uiterlijk* has no beginning, *na 2030* no end."""
    assert read("in Q2 2026")[0].since == date(2026, 4, 1)
    assert read("uiterlijk 1 juli")[0].since is None
    assert (read("na 2030")[0].since, read("na 2030")[0].until) == (date(2031, 1, 1), None)


def test_for_the_autumn_planned_is_in_it() -> None:
    """*Voor het najaar gepland* means in the autumn, *voor het najaar* alone before it."""
    assert read("De opening is voor het najaar gepland.")[0].until == date(2025, 12, 21)
    assert read("De opening volgt voor het najaar.")[0].until == date(2025, 9, 21)


def test_days_that_do_not_exist_are_no_terms() -> None:
    """The thirty-first of February is in no calendar, nor is the year nought."""
    assert read("op 31 februari 2026") == []
    assert read("per 99-99-2026") == []
    assert [each.until for each in read("binnen 999999999999 jaar")] == []
