"""The language of a document: what its words say, and what its file declares."""

import pytest

from beleidszoeker.ingest.document import ParsedDocument
from beleidszoeker.ingest.metadata.languages import find_language

NL = "De gemeente heeft het plan voor de haven vastgesteld, maar het geld is er nog niet."
EN = "The council has adopted the plan for the harbour, but there is no money for it yet."
DE = "Der Rat hat den Plan für den Hafen beschlossen, aber das Geld ist noch nicht da."
FR = "Le conseil a adopté le projet du port, mais il manque encore les moyens nécessaires."


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (NL, "", "nl"),
        (EN, "", "en"),
        (DE, "", "de"),
        (NL, "nl-BE", "nl-BE"),
        (NL, "nl_be", "nl-BE"),
        (NL, "nl-NL", "nl"),
        (NL, "en-US", "nl"),
        (EN, "nl", "en"),
        (f"{EN} {EN} {EN} {NL}", "", "en"),
        (FR, "fr", "fr"),
        ("1100 2200 3300", "", "nl"),
        ("1100 2200 3300", "en", "en"),
        (NL, "een taal", "nl"),
    ],
)
def test_the_text_decides_and_a_declaration_helps(text: str, declared: str, expected: str) -> None:
    """A declaration counts when the text agrees or tells nothing; a Belgian one is kept."""
    document = ParsedDocument(text, (), properties={"language": declared} if declared else {})
    assert find_language(document).value == expected
