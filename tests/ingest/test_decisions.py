"""Decisions: what a nota asks to be decided, what a list of decisions records."""

import time

from tests.support import made

from beleidszoeker.ingest.document import Block, BlockKind, Evidence, Metadata, ParsedDocument
from beleidszoeker.ingest.knowledge.decisions import find_decisions
from beleidszoeker.ingest.knowledge.model import Decision
from beleidszoeker.ingest.knowledge.text import Text

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM


def found(kind: str, *parts: tuple[BlockKind, str]) -> tuple[str, list[Decision]]:
    """Find the decisions in a document of these blocks."""
    blocks, at = [], 0
    for block, said in parts:
        blocks.append(Block(block, at, at + len(said)))
        at += len(said) + 2
    text = "\n\n".join(said for _, said in parts)
    metadata = Metadata(title=Evidence("Lijst"), kind=Evidence(kind))
    return text, list(find_decisions(Text(ParsedDocument(text, tuple(blocks)), metadata, ())))


def told(text: str, decisions: list[Decision]) -> list[tuple[str, str]]:
    return [
        (text[slice(*each.subject)] if each.subject else "", text[each.start : each.end])
        for each in decisions
    ]


def test_a_nota_asks_for_what_stands_under_its_heading() -> None:
    """Each item under *Geadviseerd besluit* is asked for, up to the next heading."""
    text, decisions = found(
        "nota",
        (HEADING, "Aanleiding"),
        (PARAGRAPH, "Het dak lekt."),
        (HEADING, "2. Geadviseerd besluit"),
        (ITEM, "- instemmen met de brief;"),
        (ITEM, "- de brief versturen."),
        (HEADING, "Kernpunten"),
        (PARAGRAPH, "Het dak is oud."),
    )
    assert all(each.asked for each in decisions)
    assert [said for _, said in told(text, decisions)] == [
        "- instemmen met de brief;",
        "- de brief versturen.",
    ]


def test_a_list_records_what_was_decided_of_each_item() -> None:
    """Below *Besluit:* stands what was decided, of the item above it; an item without one decided nothing."""
    text, decisions = found(
        "besluitenlijst",
        (HEADING, "1 Opening"),
        (HEADING, "4.a Verslag"),
        (PARAGRAPH, "Besluit:"),
        (PARAGRAPH, "Het verslag vast te stellen."),
        (PARAGRAPH, "5.c.1 Dak van de school"),
        (PARAGRAPH, "Besluit: Het dak te herstellen."),
        (ITEM, "2. De raad te informeren."),
        (HEADING, "6 Sluiting"),
        (PARAGRAPH, "Vastgesteld in de vergadering van 3 juni."),
    )
    assert not any(each.asked for each in decisions)
    assert told(text, decisions) == [
        ("4.a Verslag", "Het verslag vast te stellen."),
        ("5.c.1 Dak van de school", "Het dak te herstellen."),
        ("5.c.1 Dak van de school", "2. De raad te informeren."),
    ]


def test_what_is_proposed_to_another_stays_together() -> None:
    """*De raad voor te stellen:* and its items are one decision: an item alone would say something else."""
    text, decisions = found(
        "besluitenlijst",
        (HEADING, "5.b Zwembad"),
        (PARAGRAPH, "Besluit:"),
        (PARAGRAPH, "De raad voor te stellen:"),
        (ITEM, "1. het bad te sluiten;"),
        (ITEM, "2. en daartoe:"),
        (ITEM, "a. het water af te laten."),
        (PARAGRAPH, "Het personeel te bedanken."),
    )
    first, second = told(text, decisions)
    assert first[1].startswith("De raad voor te stellen:")
    assert first[1].endswith("a. het water af te laten.")
    assert second[1] == "Het personeel te bedanken."


def test_the_word_alone_decides_nothing() -> None:
    """In a letter *Besluit:* is a word, and *geadviseerd besluit* in a sentence no heading."""
    assert found("kamerbrief", (PARAGRAPH, "Besluit:"), (PARAGRAPH, "Wij wachten."))[1] == []
    long = "Het geadviseerd besluit van de commissie staat in de bijlage bij deze brief en luidt als volgt."
    assert found("nota", (PARAGRAPH, long), (PARAGRAPH, "Wij wachten."))[1] == []


def test_a_hostile_list_takes_its_length_in_time() -> None:
    """A hundred thousand labels and items are read within seconds."""
    parts = [(PARAGRAPH, "Besluit:"), (ITEM, "1. " + "a" * 20 + ":")] * 50_000
    started = time.perf_counter()
    found("besluitenlijst", *parts)
    assert time.perf_counter() - started < 8


def test_the_example_made_by_hand_has_none() -> None:
    """A document without such words has no decisions."""
    prepared = made("Het regent.")
    assert list(find_decisions(Text(prepared.document, prepared.metadata, ()))) == []
