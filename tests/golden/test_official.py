"""What a reader saw in the debate records of 5 April 2018: items, speakers, parties and motions.

Counted in the XML source of all nine; only numbers and names stand here, no text.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus" / "handelingen-xml"
SPLIT = SentenceSplitter(trained=None).split

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Seen:
    """An item of the meeting.

    Attributes:
        item: Its number.
        title: As printed.
        speakers: Number of different speakers, the chair among them.
        turns: How often somebody begins to speak, the chair putting a motion included.
        parties: Parties of the members who speak.
        motions: First and last number of the motions, and their dossier.
    """

    item: int
    title: str
    speakers: int = 0
    turns: int = 0
    parties: str = ""
    motions: tuple[str, int, int] | None = None


ITEMS = [
    Seen(1, "Opening"),
    Seen(2, "Mededelingen", 1, 1),
    Seen(
        3,
        "Wlz / Pgb / Toegang tot de Wlz voor ggz-cliënten",
        9,
        55,
        "CDA ChristenUnie D66 GroenLinks PVV SP",
        ("34104", 210, 216),
    ),
    Seen(
        4,
        "Wmo / Mantelzorg / Hulpmiddelenbeleid",
        7,
        25,
        "ChristenUnie D66 GroenLinks PvdA SP",
        ("29538", 253, 257),
    ),
    Seen(
        10,
        "125 miljoen euro voor woningcorporatie Humanitas",
        9,
        100,
        "CDA D66 GroenLinks PVV PvdA SP VVD",
        ("29453", 469, 473),
    ),
    Seen(11, "Bedrijfslevenbeleid", 9, 45, "CDA D66 GroenLinks PvdA SP VVD", ("32637", 305, 307)),
    Seen(
        12,
        "Nederlandse economie na de brexit",
        11,
        267,
        "CDA D66 DENK FvD GroenLinks PVV PvdA VVD",
        ("23987", 232, 239),
    ),
    Seen(13, "Sluiting"),
    Seen(14, "Ingekomen stukken"),
]
each_item = pytest.mark.parametrize("seen", ITEMS, ids=lambda seen: str(seen.item))


@cache
def read(item: int) -> PreparedDocument:
    path = SHARED / f"h-tk-20172018-70-{item}.xml"
    return prepare_document("x.xml", path.read_bytes(), split=SPLIT)


def headings(item: int, level: int) -> list[str]:
    document = read(item).document
    return [document.text[b.start : b.end] for b in document.blocks if b.level == level]


@each_item
def test_title_kind_date_and_address(seen: Seen) -> None:
    """The item's title, kind and address are found; only the opening states the day of the meeting."""
    metadata = read(seen.item).metadata
    assert (metadata.title.value, metadata.kind.value) == (seen.title, "handelingen")
    assert metadata.url == f"https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-{seen.item}.html"
    assert (metadata.date.value if metadata.date else None) == ("2018-04-05" if seen.item == 1 else None)


@each_item
def test_everybody_who_speaks_is_a_heading_with_the_party(seen: Seen) -> None:
    """Speakers, turns and parties are as many as in the source."""
    speaking = [*headings(seen.item, 2), *headings(seen.item, 4)] if seen.item != 14 else []
    assert (len(set(speaking)), len(speaking)) == (seen.speakers, seen.turns)
    parties = {match for name in speaking for match in re.findall(r"\((.+)\)$", name)}
    assert sorted(parties) == sorted(seen.parties.split())


@each_item
def test_motions_are_sections_of_their_own(seen: Seen) -> None:
    """Each motion has a heading, opens and closes as motions do, and gets its number from the chair."""
    dossier, first, last = seen.motions or ("", 1, 0)
    assert headings(seen.item, 3) == ["Motie"] * (last - first + 1)
    document = read(seen.item).document
    moved = [p for p in read(seen.item).passages if p.section[-1:] == ("Motie",)]
    assert len(moved) >= last - first + 1
    texts = [document.text[b.start : b.end] for b in document.blocks if b.section[-1:] == ("Motie",)]
    assert sum(text.startswith("De Kamer,") for text in texts) == last - first + 1
    assert sum(text.endswith("gaat over tot de orde van de dag.") for text in texts) == last - first + 1
    for number in range(first, last + 1):
        place = document.text.index(f"nr. {number} ({dossier})")
        section = next(b.section for b in document.blocks if b.start <= place < b.end)
        assert section[-2:] == ("Motie", "De voorzitter")
        mover = re.sub(r"^(?:De heer|Mevrouw) | \(.+", "", section[1])
        assert mover in document.text[place - 250 : place]
    assert document.properties.get("dossiers", "") == dossier


def test_what_nobody_says_stands_under_no_speaker() -> None:
    """The chair closing a debate is printed without a name, and found without one."""
    for item in (3, 4, 10, 11, 12):
        document = read(item).document
        place = document.text.index("De beraadslaging wordt gesloten.")
        block = next(b for b in document.blocks if b.start <= place < b.end)
        assert len(block.section) == 1


def test_the_files_were_encoded_twice_and_are_read_as_meant() -> None:
    """Accents, dashes and euro signs are what a reader would see, and each file says that it was mended."""
    for seen in ITEMS:
        document = read(seen.item).document
        assert not re.search(r"[ÃÂ\x80-\x9f]", document.text)
        assert len(document.warnings) == 1
    assert "Özdil, Özütok" in read(1).document.text
    assert read(12).document.text.count("—") == 77


def test_lines_of_the_file_are_no_spaces_in_the_text() -> None:
    """The files are laid out over lines: no space before a mark or inside brackets, and CO2 is one word."""
    counts = Counter(
        found
        for seen in ITEMS
        for found in re.findall(r" [,;:)]| \.(?!\.)|\( | \n", read(seen.item).document.text)
    )
    assert not counts
    assert "CO2-uitstoot" in read(12).document.text


def test_no_page_is_claimed() -> None:
    """The files know no pages; a citation names the section."""
    for seen in ITEMS:
        assert {passage.page_first for passage in read(seen.item).passages} <= {None}
        assert all(block.kind is not BlockKind.TABLE_ROW for block in read(seen.item).document.blocks)
