"""Drafts to canonical text."""

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, Box, ParsedDocument
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line

P, H, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FOOTNOTE


def line(text: str, page: int = 1, markers: list[tuple[int, str]] | None = None) -> Line:
    return Line(text, page=page, box=Box(0, 0, 10, 10), markers=markers or [])


def texts(document: ParsedDocument) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_sentence_goes_on_over_a_page() -> None:
    """A paragraph cut by a page's end is one block; each of its lines keeps its page."""
    document = compose(
        DraftDocument([Draft(P, [line("Het kabinet werkt aan de")]), Draft(P, [line("netcapaciteit.", 2)])])
    )
    assert texts(document) == ["Het kabinet werkt aan de netcapaciteit."]
    assert [span.page for span in document.lines] == [1, 2]


def test_a_broken_word_over_a_page_is_whole() -> None:
    """The halves of a word on two pages become one word."""
    document = compose(
        DraftDocument([Draft(P, [line("te weinig netcapaci\u0002")]), Draft(P, [line("teit is er.", 2)])])
    )
    assert document.text == "te weinig netcapaciteit is er."


def test_a_footnote_between_does_not_cut_a_sentence() -> None:
    """Notes come after the running text, with their number and page."""
    drafts = [
        Draft(P, [line("Het plan van", markers=[(8, "1")])]),
        Draft(F, [line("Kamerstuk 1")], label="1"),
        Draft(P, [line("de minister.", 2)]),
    ]
    document = compose(DraftDocument(drafts))
    assert texts(document) == ["Het plan van de minister.", "Kamerstuk 1"]
    (link,) = document.footnotes
    assert (document.text[: link.position], link.label, document.blocks[link.block].kind) == (
        "Het plan",
        "1",
        F,
    )


def test_a_marker_links_to_the_note_on_its_own_page() -> None:
    """Where numbering begins anew on each page, each marker finds the note beside it."""
    drafts = [
        Draft(P, [line("Eerste.", 1, [(6, "1")])]),
        Draft(F, [line("noot een", 1)], label="1"),
        Draft(P, [line("Tweede.", 2, [(6, "1")])]),
        Draft(F, [line("noot twee", 2)], label="1"),
    ]
    document = compose(DraftDocument(drafts))
    cited = [document.blocks[link.block] for link in document.footnotes]
    assert [document.text[block.start : block.end] for block in cited] == ["noot een", "noot twee"]


def test_an_aside_does_not_cut_a_sentence() -> None:
    """A letterhead in the margin comes after the running text and under no heading."""
    drafts = [
        Draft(H, [line("Kop")], level=1),
        Draft(P, [line("De brief gaat")]),
        Draft(P, [line("Ons kenmerk 1")], aside=True),
        Draft(P, [line("over water.", 2)]),
    ]
    document = compose(DraftDocument(drafts))
    assert texts(document) == ["Kop", "De brief gaat over water.", "Ons kenmerk 1"]
    assert [block.section for block in document.blocks] == [(), ("Kop",), ()]


def test_sections_are_the_headings_above() -> None:
    """A heading closes those of its own level and below."""
    drafts = [Draft(H, [line(t)], level=n) for t, n in (("A", 1), ("B", 2), ("C", 2), ("D", 1))] + [
        Draft(P, [line("x.")])
    ]
    document = compose(DraftDocument(drafts))
    assert [block.section for block in document.blocks] == [(), ("A",), ("A",), (), ("D",)]


def test_spans_lie_in_the_text_in_order() -> None:
    """Blocks follow each other without overlap, and each line lies in a block."""
    drafts = [Draft(P, [line("Een zin."), line("Nog een.")]), Draft(BlockKind.LIST_ITEM, [line("- punt")])]
    document = compose(DraftDocument(drafts))
    assert all(a.end < b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
    assert all(any(b.start <= s.start <= s.end <= b.end for b in document.blocks) for s in document.lines)
    assert [document.text[s.start : s.end] for s in document.lines] == ["Een zin.", "Nog een.", "- punt"]


def test_empty_drafts_leave_no_trace() -> None:
    """White space alone is no block."""
    assert compose(DraftDocument([Draft(P, [line("  ")])])).blocks == ()
