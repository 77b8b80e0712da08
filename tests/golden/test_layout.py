"""What a reader saw on pages of real PDFs: printed page numbers, underlined headings, captions, contents.

Checked on pictures of the pages. Only facts and names stand here, no text of the documents.
"""

from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.contents import contents_blocks
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.locate import PageMap
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split
STRATEGY = "kamerbrieven/Internationale_Klimaatstrategie.pdf"
AVIATION = "kamerbrieven/Kamerbrief_emissie_luchtvaart.pdf"
CALCULATOR = "rapporten/aerius_calculator-toepassingsbereik_en_rekenmethode-beta1.pdf"
REVIEW = "rapporten/review_uitwerking_en_implementatie_beleidsuitgangspunten_in_aerius_monitor_2014.2.pdf"
ADVICE = "rapporten/DEF_Advies_Luchtvaartsector_Adviescollege_Stikstofproblematiek_15-01-2020.pdf"
AGREEMENT = "coalitieakkoord/coalitieakkoord-2021-2025.pdf"
SONDEL = "woo/Bes-Besluit+Wob-verzoek+diergegevens+Sondel.pdf"
DECISION = "woo/Bes-besluit-op-wob-verzoek-5-voor-publicatie.pdf"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@cache
def prepared(path: str) -> PreparedDocument:
    return prepare_document("x.pdf", (SHARED / path).read_bytes(), split=SPLIT)


def texts(path: str, kind: BlockKind) -> list[str]:
    document = prepared(path).document
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        (STRATEGY, {1: None, 2: "2-3", 3: "4-5", 8: "14-15", 12: "22-23", 13: "24"}),
        (AGREEMENT, {1: None, 3: None, 4: "1", 50: "47"}),
        (ADVICE, {1: None, 3: None, 4: "1", 20: "17", 32: "29"}),
        (REVIEW, {5: "5", 7: "7", 10: "10", 11: "11"}),
        (SONDEL, {1: "1", 7: "7", 8: "1", 12: "5", 13: "1"}),
    ],
    ids=lambda value: Path(value).stem[:20] if isinstance(value, str) else "",
)
def test_pages_are_labelled_as_printed(path: str, labels: dict[int, str | None]) -> None:
    """A page has the number that stands on it, a spread two, an annex its own count, a cover none."""
    found = {page.number: page.label for page in prepared(path).document.pages}
    assert {number: found[number] for number in labels} == labels


def test_underlined_headings_are_headings() -> None:
    """Headings that are underlined and set like the text head their paragraphs."""
    assert {"Cumulatie", "Gecoördineerde aanpak door de sector"} <= set(texts(AVIATION, BlockKind.HEADING))
    articles = [text for text in texts(DECISION, BlockKind.HEADING) if text.startswith("Artikel")]
    assert articles == [f"Artikel {number}" for number in (1, 3, 6, 10, 11)]


def test_numbered_headings_at_the_head_of_pages_are_kept() -> None:
    """The assumptions of the review are all there, also the many that open a page."""
    headings = set(texts(REVIEW, BlockKind.HEADING))
    assert {f"Uitgangspunt {number}" for number in (1, 5, 11, 16, 20, 33, 43, 47)} <= headings


def test_captions_are_captions() -> None:
    """Each figure and table of the manual has its caption."""
    numbers = [text.split(":")[0] for text in texts(CALCULATOR, BlockKind.CAPTION)]
    assert numbers == ["Figuur 1", "Figuur 2", "Tabel 1", "Tabel 2", "Figuur 3", "Figuur 4"]
    assert texts(AVIATION, BlockKind.CAPTION)[0].startswith("Figuur 1.")


@pytest.mark.parametrize(
    ("path", "count"), [(AGREEMENT, 26), (STRATEGY, 33), (ADVICE, 27), (CALCULATOR, 17), (REVIEW, 27)]
)
def test_tables_of_contents_answer_nothing(path: str, count: int) -> None:
    """The entries are as many as on paper, and no passage holds one."""
    document = prepared(path).document
    entries = [document.blocks[index] for index in contents_blocks(document)]
    assert len(entries) == count
    passages = prepared(path).passages
    assert not [p for p in passages for entry in entries if p.start < entry.end and entry.start < p.end]


def test_letters_set_on_a_circle_are_no_text() -> None:
    """The diagram on the third page of the strategy leaves no scraps: each block there has a word."""
    document = prepared(STRATEGY).document
    where = PageMap(document)
    third = [block for block in document.blocks if where.span(block.start, block.end)[0] == 3]
    scraps = [document.text[b.start : b.end] for b in third if b.end - b.start < 3]
    assert scraps == []
