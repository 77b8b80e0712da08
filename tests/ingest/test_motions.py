"""Motions: who proposes what, under which number, and what they ask."""

import time

import pytest
from tests.support import made

from beleidszoeker.ingest.knowledge.model import Motion
from beleidszoeker.ingest.knowledge.motions import find_motions
from beleidszoeker.ingest.knowledge.text import Text

MOTION = (
    "De Kamer, gehoord de beraadslaging, constaterende dat de beek elke zomer droogvalt;\n\n"
    "overwegende dat boeren en fabrieken er water uit halen, en dat vissen sterven;\n\n"
    "van mening dat schoon water van iedereen is;\n\n"
    "verzoekt de regering een peil vast te stellen, overwegende de belangen van boeren;\n\n"
    "verzoekt de regering voorts de Kamer voor 1 juli te informeren, en gaat over tot de orde van de dag."
)
DEBATE = (
    "Ik dien een motie in.\n\n" + MOTION + "\n\nDe voorzitter\n\n"
    "Deze motie is voorgesteld door de leden Van der Beek (ABC), De Wit en Aalders-Bos.\n\n"
    "Zij krijgt nr. 12 (31 234-XIII).\n\n"
)


def found(text: str, **facts: str) -> tuple[str, list[Motion]]:
    prepared = made(text, **facts)  # type: ignore[arg-type]  # strings only
    return text, list(find_motions(Text(prepared.document, prepared.metadata, ())))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_motion_is_told_in_its_clauses() -> None:
    """What is noted, considered and asked are literal clauses without the sign behind them."""
    text, (motion,) = found(DEBATE)
    assert text[motion.start : motion.end] == MOTION
    assert words(text, motion.noting) == ["constaterende dat de beek elke zomer droogvalt"]
    assert words(text, motion.considering) == [
        "overwegende dat boeren en fabrieken er water uit halen, en dat vissen sterven",
        "van mening dat schoon water van iedereen is",
    ]
    assert words(text, motion.requests) == [
        "verzoekt de regering een peil vast te stellen, overwegende de belangen van boeren",
        "verzoekt de regering voorts de Kamer voor 1 juli te informeren",
    ]


def test_proposers_and_number_stand_behind_it() -> None:
    """Names without their parties, and the number as one key, each with its place."""
    text, (motion,) = found(DEBATE)
    assert [each.value for each in motion.proposers] == ["Van der Beek", "De Wit", "Aalders-Bos"]
    assert all(text[each.start : each.end] == each.value for each in motion.proposers)
    assert motion.number is not None
    assert motion.number.value == "kst-31234-XIII-12"
    assert text[motion.number.start : motion.number.end] == "nr. 12 (31 234-XIII)"


def test_each_motion_has_its_own_number() -> None:
    """Of two motions the first does not take what belongs to the second."""
    _, motions = found(MOTION + "\n\n" + DEBATE)
    assert [each.number.value if each.number else None for each in motions] == [None, "kst-31234-XIII-12"]
    assert [len(each.proposers) for each in motions] == [0, 3]


@pytest.mark.parametrize(
    "city", ["De Kamer,\n\ngehoord de beraadslaging,\n\n", "De Kamer, gehoord het debat, "]
)
def test_a_paper_of_its_own_names_proposers_above(city: str) -> None:
    """A motion as a Kamerstuk has title, number and members in its head."""
    head = "Nr. 7 MOTIE VAN DE LEDEN WILGEN EN ELS\n\nVoorgesteld 3 juni 2025\n\n"
    asked = "verzoekt de regering te wachten, en gaat over tot de orde van de dag."
    text = head.replace("WILGEN EN ELS", "Wilgen en Els") + city + asked
    prepared = made(text, dossiers=["31234"])
    (motion,) = find_motions(Text(prepared.document, prepared.metadata, ()))
    assert [each.value for each in motion.proposers] == ["Wilgen", "Els"]
    assert motion.number is not None
    assert motion.number.value == "kst-31234-7"


def test_an_address_tells_the_number() -> None:
    """What was published under a number is that number."""
    _, (motion,) = found(MOTION, url="https://zoek.officielebekendmakingen.nl/kst-31234-9.html")
    assert motion.number is not None
    assert (motion.number.value, motion.number.start) == ("kst-31234-9", -1)


@pytest.mark.parametrize(
    "text",
    [
        "De motie op stuk nr. 12 verzoekt de regering een peil vast te stellen.",
        "De Kamer, gehoord de beraadslaging, constaterende dat het regent.",
        "De Kamer, gehoord de beraadslaging, en gaat over tot de orde van de dag.",
        "Zij was niet gehoord en gaat over tot de orde van de dag.",
    ],
)
def test_what_only_speaks_of_a_motion_is_none(text: str) -> None:
    """A motion asks something and goes over to the order of the day."""
    assert found(text)[1] == []


@pytest.mark.parametrize(
    "fragment",
    [
        "De Kamer, gehoord de beraadslaging, ",
        "De Kamer " * 3,
        MOTION + "\n\n",
        "De Kamer, gehoord de beraadslaging, " + "roept a " * 20,
        MOTION + " motie van de leden Aa Bb, Cc Dd en Ee, ",
    ],
)
def test_a_hostile_text_takes_its_length_in_time(fragment: str) -> None:
    """Two million characters of one fragment are read within seconds."""
    text = fragment * (2_000_000 // len(fragment))
    prepared = made("Kort.")
    document = type(prepared.document)(text=text, blocks=())
    started = time.perf_counter()
    list(find_motions(Text(document, prepared.metadata, ())))
    assert time.perf_counter() - started < 8
