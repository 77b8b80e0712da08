"""The nesting of laws in Markdown."""

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.text.markdown import MarkdownParser

LAW = """## Wet van 4 juni 1992, houdende regels

### Hoofdstuk  1

#### Inleiding

### Titel  1.1

### Artikel  1:1

1.  Iemand weegt af.

### Artikel  1:2

#### Termen

Tekst.

### Hoofdstuk  2

### *Slot*

### Artikel  2:1

Einde.

### Bijlage 1

#### Lijst

### 1.1

Regel.
"""


def sections(text: str) -> dict[str, tuple[str, ...]]:
    document = compose(MarkdownParser().parse(text.encode()))
    return {document.text[block.start : block.end]: block.section for block in document.blocks}


def test_articles_nest_in_the_parts_of_their_law() -> None:
    """Headings of one level become chapter, title and article; the title of a part stands below it."""
    law = "Wet van 4 juni 1992, houdende regels"
    found = sections(LAW)
    assert found["1. Iemand weegt af."] == (law, "Hoofdstuk 1", "Inleiding", "Titel 1.1", "Artikel 1:1")
    assert found["Tekst."] == (law, "Hoofdstuk 1", "Inleiding", "Titel 1.1", "Artikel 1:2", "Termen")
    assert found["Einde."] == (law, "Hoofdstuk 2", "Slot", "Artikel 2:1")
    assert found["Regel."] == (law, "Bijlage 1", "Lijst", "1.1")


def test_the_part_that_a_law_names_first_is_the_outer_one() -> None:
    """Some laws have chapters in titles, others titles in chapters."""
    text = "# Wet\n\n### Titel I\n\n### Hoofdstuk 1\n\n### Artikel 1\n\nEen.\n\n### Artikel 2\n\nTwee.\n"
    assert sections(text)["Een."] == ("Wet", "Titel I", "Hoofdstuk 1", "Artikel 1")


def test_other_texts_keep_their_headings() -> None:
    """A note with chapters and no articles is nested as it says itself."""
    text = "# Nota\n\n## Hoofdstuk 1\n\n### Titel 2\n\nTekst.\n\n## Hoofdstuk 2\n\nMeer.\n"
    assert sections(text)["Meer."] == ("Nota", "Hoofdstuk 2")
