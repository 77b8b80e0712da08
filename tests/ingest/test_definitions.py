"""Sentences that say what a name means."""

import time
from dataclasses import replace

import pytest
from tests.naming import naming
from tests.support import made

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.knowledge.definitions import find_definitions
from beleidszoeker.ingest.knowledge.definitions.patterns import strength
from beleidszoeker.ingest.knowledge.model import Definition, Mention, NameKind
from beleidszoeker.ingest.knowledge.text import Text
from beleidszoeker.ingest.prepared import PreparedDocument


def defined(prepared: PreparedDocument) -> dict[str, str]:
    """Return the defining sentences of a document by name."""
    text = prepared.document.text
    return {each.name: text[each.start : each.end] for each in found(prepared)}


def found(prepared: PreparedDocument) -> list[Definition]:
    sentences = sorted({span for passage in prepared.passages for span in passage.sentences})
    text = Text(prepared.document, prepared.metadata, sentences)
    return list(find_definitions(text, prepared.knowledge.mentions))


@pytest.mark.parametrize(
    "sentence",
    [
        "Het MIEK is een programma van Rijk, provincies en netbeheerders.",
        "Het nationale programma MIEK (2022) is een langjarig investeringsprogramma.",
        "Het MIEK is het interbestuurlijke programma voor grote verbindingen.",
        "Onder het MIEK wordt het geheel van grote energieprojecten verstaan.",
        "Het MIEK richt zich op projecten die het net verlichten.",
        "Het MIEK heeft als doel om projecten sneller te laten beginnen.",
        "MIEK beoogt een samenhangende aanleg van leidingen en kabels.",
        "In het MIEK werken Rijk en provincies samen aan nieuwe verbindingen.",
        "Via het MIEK werkt het Rijk met netbeheerders samen aan projecten.",
        "De doelstelling van het MIEK is dat projecten sneller beginnen.",
        "Met het MIEK wordt gestreefd naar een net zonder wachtrijen.",
        "TNO, een instelling voor toegepast onderzoek, heeft dat berekend.",
        "TNO is exploitant van de proefopstelling bij de haven.",
    ],
)
def test_what_defines(sentence: str) -> None:
    """A sentence with the name as its subject that says what it is, what it is for, or who work in it."""
    assert list(defined(naming(made(sentence))).values()) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het MIEK is een belangrijke stap voor de regio Limburg.",
        "Het MIEK is een zeer complex project met veel partners.",
        "Limburg is een van de regio's die hebben meegedaan.",
        "Is het MIEK een programma van Rijk en provincies?",
        "Het MIEK is een programma van Rijk en provincies, toch?",
        "Volgens de minister is het MIEK een programma dat werkt.",
        "Wij vinden dat het MIEK is een programma van niets.",
        "Het MIEK wordt in het najaar aan uw Kamer gezonden.",
        "TNO heeft berekend wat de uitstoot van de vloot zal zijn.",
        "Met TNO worden afspraken voor het volgende jaar gemaakt door ons.",
    ],
)
def test_what_does_not_define(sentence: str) -> None:
    """Judgements, questions, one of many, and all that somebody does."""
    assert not defined(naming(made(sentence)))


def test_the_plainest_wins_then_the_first() -> None:
    """What says what it is goes before what says what is in it; of equals the earlier one."""
    within = "In het MIEK zijn afspraken over projecten opgenomen."
    plain = "Het MIEK is een programma van Rijk en provincies."
    again = "Het MIEK is een programma van netbeheerders en Rijk."
    assert defined(naming(made(f"{within}\n\n{plain}\n\n{again}")))["miek"] == plain


def test_a_row_of_a_table_begins_behind_its_other_cells() -> None:
    """Only the sentence itself is taken from a row that holds more than that."""
    row = "BZK NOVEX In het NOVEX werken Rijk en provincies samen aan ruimte. Er is ook een plan."
    prepared = naming(made(row))
    (block,) = prepared.document.blocks
    table = replace(prepared.document, blocks=(replace(block, kind=BlockKind.TABLE_ROW),))
    whole = replace(prepared.passages[0], sentences=((0, len(row)),))
    prepared = replace(prepared, document=table, passages=(whole,))
    assert defined(prepared) == {"novex": "In het NOVEX werken Rijk en provincies samen aan ruimte."}


@pytest.mark.parametrize(("surface", "count"), [("luchtvaart", 1), ("luchtvaartsector", 0)])
def test_a_theme_is_defined_by_its_own_name(surface: str, count: int) -> None:
    """What is said of a compound is not said of the theme in it."""
    prepared = made(f"De {surface} is een stelsel met een netwerk van verbindingen.")
    mention = Mention(3, 3 + len(surface), NameKind.THEME, "thema-luchtvaart", surface)
    given = replace(prepared, knowledge=replace(prepared.knowledge, mentions=(mention,)))
    assert len(found(given)) == count


@pytest.mark.parametrize(
    "part",
    ["Het MIEK is een ", "onder het MIEK (", "MIEK, de ", "In het nationaal nationaal MIEK zijn a b c "],
)
def test_hostile_text_takes_its_time_and_no_more(part: str) -> None:
    """Two million characters of half a definition take seconds, not hours."""
    text = part * (2_000_000 // len(part))
    prepared = naming(made(text))
    began = time.monotonic()
    found(prepared)
    strength(text, text)
    assert time.monotonic() - began < 10
