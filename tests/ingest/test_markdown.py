"""Markdown to drafts."""

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.text.markdown import MarkdownParser


def parse(text: str) -> DraftDocument:
    return MarkdownParser().parse(text.encode())


def test_headings_lists_and_tables_are_blocks() -> None:
    """Each heading, item and table row is one block."""
    text = (
        "# Titel\n\n## Deel\n\nTekst.\n\n- een\n- twee\n\n1. eerst\n\n| A | B |\n| --- | --- |\n| c | d |\n"
    )
    assert [(draft.kind, draft.raw, draft.level) for draft in parse(text).drafts] == [
        (BlockKind.HEADING, "Titel", 1),
        (BlockKind.HEADING, "Deel", 2),
        (BlockKind.PARAGRAPH, "Tekst.", 0),
        (BlockKind.LIST_ITEM, "een", 0),
        (BlockKind.LIST_ITEM, "twee", 0),
        (BlockKind.LIST_ITEM, "1. eerst", 0),
        (BlockKind.TABLE_ROW, "A B", 0),
        (BlockKind.TABLE_ROW, "c d", 0),
    ]


def test_inline_marks_are_left_out() -> None:
    """Emphasis, links and escapes leave their text alone."""
    (draft,) = parse("Dit is *heel* **vet**, zie [de brief](https://a.nl) en KGG\\_DGRGG.").drafts
    assert draft.raw == "Dit is heel vet, zie de brief en KGG_DGRGG."


def test_footnotes_are_linked_by_label() -> None:
    """A note is a block of its own; its mark is lifted at its place."""
    text, note = parse("Een motie.[^1] Meer tekst.\n\n[^1]: Kamerstuk 31 409,\n    nr. 445.\n").drafts
    assert (text.raw, text.lines[0].markers) == ("Een motie. Meer tekst.", [(10, "1")])
    assert (note.kind, note.label, note.raw) == (BlockKind.FOOTNOTE, "1", "Kamerstuk 31 409, nr. 445.")


def test_front_matter_becomes_properties() -> None:
    """Names and values above the text are what the file says about itself."""
    parsed = parse("---\ntitle: Een nota\ndate: 2025-06-20\n---\nTekst.\n")
    assert parsed.properties["title"] == "Een nota"
    assert [draft.raw for draft in parsed.drafts] == ["Tekst."]


def test_cells_are_parted_by_tabs_and_rows_know_their_heads() -> None:
    """A row's cells are parted by tabs, empty ones left out; the heads go with each row but themselves."""
    parsed = parse(
        "| Wie | *Wat* | Wanneer |\n| --- | --- | --- |\n| BZK | Een **deal** | |\n| IenW | | 2026 |\n"
    )
    text = compose(parsed).text
    assert text == "Wie\tWat\tWanneer\nBZK\tEen deal\nIenW\t2026"
    assert [draft.heads for draft in parsed.drafts] == ["", *["Wie\tWat\tWanneer"] * 2]
