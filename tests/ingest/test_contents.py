"""The table of contents is known for what it is."""

from beleidszoeker.ingest.chunk import chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.contents import contents_blocks
from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.language.sentences import SentenceSplitter


def document(*blocks: tuple[BlockKind, str]) -> ParsedDocument:
    return compose(DraftDocument([Draft(kind, [Line(text)], level=1) for kind, text in blocks]))


def entries(parsed: ParsedDocument) -> list[str]:
    return [
        parsed.text[parsed.blocks[i].start : parsed.blocks[i].end] for i in sorted(contents_blocks(parsed))
    ]


H, P, R = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_ROW
CHAPTERS = [
    (H, "1. Aanleiding"),
    (P, "Het net is vol."),
    (H, "2. Aanpak"),
    (P, "Wij bouwen."),
    (H, "3. Geld"),
]


def test_dots_lead_to_a_page_number() -> None:
    """A line with dot leaders is an entry, a sentence with an ellipsis is none."""
    parsed = document((P, "Inleiding ........ 7"), (P, "En toen... 12 jaar later begon het."))
    assert entries(parsed) == ["Inleiding ........ 7"]


def test_what_stands_under_contents_ends_in_a_number() -> None:
    """Entries under a heading *Inhoudsopgave* end in a page number; a sentence there is none."""
    parsed = document((H, "Inhoudsopgave"), (R, "Aanleiding 3"), (R, "Aanpak 5"), (P, "Lees eerst dit."))
    assert entries(parsed) == ["Aanleiding 3", "Aanpak 5"]


def test_entries_are_headings_of_the_document() -> None:
    """Without a heading above them entries are known by the chapters that they name."""
    rows = [(R, "1. Aanleiding 3"), (R, "2. Aanpak 5"), (R, "3. Geld 9")]
    assert entries(document(*rows, *CHAPTERS)) == [text for _, text in rows]
    assert entries(document(*rows)) == []


def test_a_table_with_numbers_is_no_table_of_contents() -> None:
    """Rows that end in numbers and name no chapter stay what they are."""
    assert (
        entries(document((R, "Naardermeer 714"), (R, "Botshol 714"), (R, "Eilandspolder 714"), *CHAPTERS))
        == []
    )


def test_entries_become_no_passages() -> None:
    """The table of contents stays in the text and answers no query."""
    parsed = document((H, "Inhoud"), (R, "1. Aanleiding 3"), (R, "2. Aanpak 5"), *CHAPTERS)
    texts = [parsed.text[p.start : p.end] for p in chunk(parsed, SentenceSplitter(trained=None).split)]
    assert "1. Aanleiding 3" in parsed.text
    assert texts == ["Het net is vol.", "Wij bouwen."]


def test_a_passage_does_not_reach_over_the_contents() -> None:
    """What stands before and after the entries is two passages, for a passage is one span."""
    parsed = document((P, "Voor u ligt het plan."), (R, "Aanpak ..... 3"), (P, "Lees het met aandacht."))
    texts = [parsed.text[p.start : p.end] for p in chunk(parsed, SentenceSplitter(trained=None).split)]
    assert texts == ["Voor u ligt het plan.", "Lees het met aandacht."]
