"""What a reader saw on the pages of real documents is what parsing finds: see ``seen.py``."""

from functools import cache
from pathlib import Path

import pytest
from tests.golden.seen import DOCUMENTS, Seen

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


EACH = pytest.mark.parametrize("seen", DOCUMENTS, ids=lambda seen: Path(seen.path).stem[-40:])


@cache
def prepared(path: str) -> PreparedDocument:
    file = SHARED / path
    return prepare_document(f"x{file.suffix}", file.read_bytes(), split=SPLIT)


def pages_of(path: str, kind: BlockKind) -> dict[str, list[int | None]]:
    """Text (or label) of each block of a kind → the pages on which one begins."""
    document = prepared(path).document
    where = PageMap(document)
    found: dict[str, list[int | None]] = {}
    for block in document.blocks:
        if block.kind is kind:
            name = block.label or document.text[block.start : block.end]
            found.setdefault(name, []).append(where.span(block.start, block.end)[0])
    return found


@EACH
def test_a_document_is_what_a_reader_takes_it_for(seen: Seen) -> None:
    """Title, kind, date and number of pages are those on paper, without help from the file's name."""
    metadata, document = prepared(seen.path).metadata, prepared(seen.path).document
    assert metadata.title.value.startswith(seen.title)
    assert (metadata.kind.value, metadata.date.value if metadata.date else None) == (seen.kind, seen.date)
    assert len(document.pages) == seen.pages


@EACH
def test_headings_stand_on_their_page(seen: Seen) -> None:
    """Each heading that a reader saw is a heading, on that page."""
    found = pages_of(seen.path, BlockKind.HEADING)
    assert {name: page for name, page in seen.headings.items() if page not in found.get(name, [])} == {}


@EACH
def test_footnotes_are_all_there_and_linked(seen: Seen) -> None:
    """The footnotes are as many as on paper, each on its page, each cited."""
    found = pages_of(seen.path, BlockKind.FOOTNOTE)
    assert {label: page for label, page in seen.note_pages.items() if page not in found.get(label, [])} == {}
    if seen.notes is not None:
        assert sum(map(len, found.values())) == seen.notes
        assert len(prepared(seen.path).document.footnotes) == seen.notes


@EACH
def test_pages_carry_their_printed_number(seen: Seen) -> None:
    """Where a number is printed on a page, that is its label."""
    labels = {page.number: page.label for page in prepared(seen.path).document.pages}
    assert {number: labels[number] for number in seen.labels} == seen.labels


def test_the_word_that_started_it_all_is_whole() -> None:
    """The progress report names the shortage of grid capacity as a hindrance, in one passage with the
    word whole.
    """
    report = prepared("kern/003_a1209d47d77b251e.txt")
    texts = [report.document.text[p.start : p.end] for p in report.passages]
    assert any("het tekort aan netcapaciteit" in text and "Chemelot" in text for text in texts)
