"""What a reader saw on the five letters that are pictures: title, date, kind, and words on a page.

All ten pages were looked at. Only facts stand here, no text of the letters. Some figures are misread in these
letters: old-style ones, of which a 1 looks like a small capital I. They are not in the expectation.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.ocr import find_tesseract
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split

pytestmark = [
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here"),
    pytest.mark.skipif(find_tesseract() is None, reason="tesseract with Dutch is not installed"),
]


@dataclass(frozen=True)
class Seen:
    """A scan as a reader saw it.

    Attributes:
        path: Below the folder of shared documents.
        title: Its subject.
        kind: Its kind.
        date: Its own date, where it is printed.
        pages: A letter a page: ``p`` is a picture of text, ``t`` has text of its own, ``0`` is white.
        facts: Words and numbers with the page on which a passage must hold them.
    """

    path: str
    title: str
    kind: str
    date: str | None
    pages: str
    facts: dict[str, int]


DOCUMENTS = [
    Seen(
        "scans/23_mail_toezending_besluit_aan_indieners_zienswijze.pdf",
        "Besluit evenement AFW Museumplein 2018-29763",
        "overig",
        "2018-08-28",
        "pp",
        {"2018-29763": 1, "Toezicht en Handhaving": 1, "Kennedylaan 923": 1},
    ),
    Seen(
        "scans/besluit_wob-.pdf",
        "Uw Wobverzoek van 1 november 2018 over (hekwerk) Blinde Katersteeg",
        "woo-besluit",
        None,
        "pp",
        {
            "D 16629": 1,
            "2018 is aan uw kantoor": 1,
            "eerbiediging": 2,
            "020 2563530": 2,
        },
    ),
    Seen(
        "scans/fw_wob-verzoek_aanwijzingsbesluit_pl_middenln_19-21_geredigeerd.pdf",
        "FW: Wob-verzoek",
        "woo-besluit",
        "2019-02-13",
        "p0",
        {"4 februari 2019": 1, "Schoonheid van Amsterdam (2016)": 1, "airco": 1},
    ),
    Seen(
        "scans/gean_wob-besluit_inz_onderz_impact_festivals_op_parken_en_natuurgebieden.pdf",
        "Wob-verzoek inzake lijst van onderzoeken",
        "woo-besluit",
        "2020-02-13",
        "pp",
        {
            "12 januari 2020": 1,
            "bodemverdichting": 1,
            "22 evenementenlocaties": 1,
            "24 maart 2020": 2,
            "75850": 2,
        },
    ),
    Seen(
        "scans/wob-besluit_beheer_parkeerplaats_ltc_strandvliet.pdf",
        "Wob-besluit",
        "woo-besluit",
        "2018-12-18",
        "pp",
        {"13 oktober 2017": 1, "LTC Strandvliet": 1, "afschriften": 2, "Burgemeester en Wethouders": 2},
    ),
    Seen(
        "woo/Bes-besluit-2021-26.pdf",
        "Besluit op uw Wob-verzoek",
        "woo-besluit",
        "2021-07-29",
        "tpttt",
        {"3 juni 2021": 1, "in het jaar 2001": 2},
    ),
]
EACH = pytest.mark.parametrize("seen", DOCUMENTS, ids=lambda seen: Path(seen.path).stem[:20])


@cache
def prepared(path: str) -> PreparedDocument:
    return prepare_document("x.pdf", (SHARED / path).read_bytes(), split=SPLIT)


@EACH
def test_a_scan_is_what_a_reader_takes_it_for(seen: Seen) -> None:
    """Title, kind and date are those on paper, read from the picture."""
    metadata = prepared(seen.path).metadata
    assert metadata.title.value.startswith(seen.title)
    assert (metadata.kind.value, metadata.date.value if metadata.date else None) == (seen.kind, seen.date)


@EACH
def test_each_picture_was_recognised_and_no_other_page(seen: Seen) -> None:
    """Pages that are pictures of text have a confidence, pages of text and white ones have none."""
    pages = prepared(seen.path).document.pages
    assert len(pages) == len(seen.pages)
    assert [page.confidence is not None for page in pages] == [kind == "p" for kind in seen.pages]
    assert all(page.confidence > 85 for page in pages if page.confidence is not None)


@EACH
def test_what_stands_on_paper_is_found_on_its_page(seen: Seen) -> None:
    """Each of these words and numbers is in a passage that names its page."""
    document = prepared(seen.path)
    missing = [
        fact
        for fact, page in seen.facts.items()
        if not any(
            fact in " ".join(document.document.text[p.start : p.end].split())
            and (p.page_first or 0) <= page <= (p.page_last or 0)
            for p in document.passages
        )
    ]
    assert not missing
