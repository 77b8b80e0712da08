"""What is quoted of a passage, and where just that stands."""

from dataclasses import replace

import pytest
from tests.support import Shelf, made

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.ingest.document import Passage
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.search.quoting.quotation import GAP, digest_of, quotation
from beleidszoeker.search.result import Quote

TEXT = "Eerste zin op blad een. Tweede zin.\n\nDerde zin op blad twee.\n\nVierde zin op blad drie."
SENTENCES = ((0, 23), (24, 35), (37, 60), (62, 86))


@pytest.fixture
def passage(shelf: Shelf) -> PassageRecord:
    """One passage over three pages, printed as iii, iv and 1, with a footnote."""
    document = made(TEXT, title="Plan", kind="nota", labels=["iii", "iv", "1"], notes=("Voetnoot.",))
    whole = Passage(0, len(TEXT), (), SENTENCES, 1, 3, ("Voetnoot.",))
    shelf.fill(replace(document, passages=(whole,)))
    reader = shelf.library.reader
    (found,) = reader.passages(reader.keys().tolist()).values()
    return found


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        ([0], "Nota Plan, p. iii (pdf-pagina 1)"),
        ([2], "Nota Plan, p. iv (pdf-pagina 2)"),
        ([3], "Nota Plan, p. 1 (pdf-pagina 3)"),
        ([1, 2], "Nota Plan, p. iii-iv (pdf-pagina 1-2)"),
        ([0, 3], "Nota Plan, p. iii-1 (pdf-pagina 1-3)"),
    ],
)
def test_a_quote_is_cited_by_its_own_pages(
    shelf: Shelf, passage: PassageRecord, sentences: list[int], label: str
) -> None:
    """Not by all that the passage stands on; the printed numbers are those of the same pages."""
    found = quotation(shelf.library.reader, passage, [SENTENCES[each] for each in sentences])
    assert found.citation.label == label
    assert (found.citation.start, found.citation.end) == (found.parts[0].start, found.parts[-1].end)


def test_pages_are_those_of_the_printed_lines(shelf: Shelf, passage: PassageRecord) -> None:
    """For every span the short way to its pages agrees with the long one."""
    reader = shelf.library.reader
    lines = PageMap(reader.parsed(passage.document_id))
    for start in range(0, len(TEXT), 3):
        for end in range(start + 1, len(TEXT) + 1, 5):
            assert reader.pages(passage.document_id, start, end)[:2] == lines.span(start, end)


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([], TEXT),
        ([(0, 23)], TEXT[:23]),
        ([(24, 35), (0, 23)], TEXT[:35]),
        ([(0, 30), (20, 35)], TEXT[:35]),
        ([(0, 23), (37, 60)], TEXT[:23] + GAP + TEXT[37:60]),
        ([(24, 35), (37, 60)], TEXT[24:60]),
        ([(-5, 23), (80, 900)], TEXT[:23] + GAP + TEXT[80:]),
        ([(9, 9), (30, 2), (500, 600)], TEXT),
    ],
)
def test_parts_are_joined_but_never_glued(
    shelf: Shelf, passage: PassageRecord, spans: list[tuple[int, int]], text: str
) -> None:
    """Neighbours keep what stands between them; others get the mark of what was left out."""
    found = quotation(shelf.library.reader, passage, spans)
    assert found.text == text
    assert GAP.join(TEXT[part.start : part.end] for part in found.parts) == text
    assert all(digest_of(TEXT[part.start : part.end]) == part.digest for part in found.parts)


def test_quotes_of_a_result_can_be_given_as_they_are(shelf: Shelf, passage: PassageRecord) -> None:
    """A quote is as good as its span."""
    reader = shelf.library.reader
    assert quotation(reader, passage, [Quote(TEXT[:23], 0, 23)]) == quotation(reader, passage, [(0, 23)])


def test_footnotes_come_along_where_their_place_is_not_known(shelf: Shelf, passage: PassageRecord) -> None:
    """Without markers all footnotes of the passage do."""
    assert quotation(shelf.library.reader, passage, [(0, 23)]).footnotes == ("Voetnoot.",)
