"""From spans to pages and rectangles."""

import pytest

from beleidszoeker.ingest.document import Box, LineSpan, Page, ParsedDocument
from beleidszoeker.ingest.locate import PageMap

TEXT = "Eerste regel. Tweede regel. Derde regel."
MAP = PageMap(
    ParsedDocument(
        text=TEXT,
        blocks=(),
        pages=(Page(1), Page(2)),
        lines=(
            LineSpan(0, 13, 1, Box(10, 100, 140, 110)),
            LineSpan(14, 27, 1, Box(10, 80, 140, 90)),
            LineSpan(28, 40, 2, Box(10, 700, 130, 710)),
        ),
    )
)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 13, (1, 1)), (14, 40, (1, 2)), (28, 40, (2, 2)), (0, 40, (1, 2)), (13, 14, (None, None))],
)
def test_a_span_knows_its_first_and_last_page(
    start: int, end: int, expected: tuple[int | None, int | None]
) -> None:
    """The pages of a span are those of the lines it touches."""
    assert MAP.span(start, end) == expected


def test_a_box_is_cut_to_the_span_along_its_line() -> None:
    """Half a line is half a rectangle."""
    assert MAP.boxes(0, 6) == [(1, Box(10, 100, 70, 110))]


def test_boxes_over_a_page_break_name_both_pages() -> None:
    """A span over two pages has a rectangle on each."""
    assert [page for page, _ in MAP.boxes(20, 33)] == [1, 2]


def test_without_lines_nothing_is_known() -> None:
    """A document without pages locates nothing, and invents nothing."""
    empty = PageMap(ParsedDocument(text="tekst", blocks=()))
    assert empty.span(0, 5) == (None, None)
    assert empty.boxes(0, 5) == []
