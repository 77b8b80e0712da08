"""What a reader saw on the pages of real documents: title, date, kind, pages, headings and footnotes.

The letters, the strategy, the coalition agreement and a decision list were checked on pictures of their
pages, the
others on their text as a reader gets it. Only facts and names stand here, no text of the documents.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest import BlockKind, PageMap, PreparedDocument, SentenceSplitter, prepare_document

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
SPLIT = SentenceSplitter(trained=None).split

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


@dataclass(frozen=True)
class Seen:
    """A document as a reader saw it.

    Attributes:
        path: Below the folder of shared documents.
        title: Its whole title, or how it begins.
        kind: Its kind.
        date: Its own date.
        pages: Number of pages.
        headings: Some headings with their page.
        notes: Number of footnotes, where counted.
        note_pages: Some footnotes with their page.
    """

    path: str
    title: str
    kind: str
    date: str | None
    pages: int
    headings: dict[str, int] = field(default_factory=dict)
    notes: int | None = None
    note_pages: dict[str, int] = field(default_factory=dict)


DOCUMENTS = [
    Seen(
        "kamerbrieven/BNC_Fiche.pdf",
        "Fiche 1: Wijziging verordeningen betreffende instant payments in euro",
        "bnc-fiche",
        None,
        13,
        {
            "1. Algemene gegevens": 1,
            "3. Nederlandse positie ten aanzien van het voorstel": 5,
            "6. Implicaties juridisch": 11,
        },
        11,
        {"1": 1, "2": 2, "6": 2, "7": 3, "10": 5},
    ),
    Seen(
        "kamerbrieven/Kamerbrief_circulaire_economie.pdf",
        "Nationaal Programma Circulaire Economie 2023-2030 (NPCE)",
        "kamerbrief",
        "2023-02-03",
        7,
        {"De circulaire transitie versnellen": 1, "Maatregelen": 2, "Data en monitoring": 5},
        6,
        {"1": 2, "5": 7, "6": 7},
    ),
    Seen(
        "kamerbrieven/Kamerbrief_emissie_luchtvaart.pdf",
        "Emissies door de luchtvaart",
        "kamerbrief",
        "2022-12-22",
        9,
        {
            "1. Ultrafijn stof": 1,
            "5. Emissies boven 3.000 voet": 8,
            "6. Emissies van 440.000 vliegtuigbewegingen op Schiphol": 8,
        },
        16,
        {"1": 1, "12": 8, "13": 8, "14": 8, "15": 8},
    ),
    Seen(
        "kamerbrieven/Kamerbrief_innovatie_missie.pdf",
        "Herijkte missies van het missiegedreven innovatiebeleid",
        "kamerbrief",
        "2023-05-30",
        8,
        {"Het missiegedreven innovatiebeleid": 1, "Herijking missies": 2, "Veiligheid": 6},
        15,
        {"1": 1, "4": 1, "5": 2, "12": 7, "13": 7, "14": 7},
    ),
    Seen(
        "kamerbrieven/Kamerbrief_water_en_Bodem.pdf",
        "Water en Bodem sturend",
        "kamerbrief",
        "2022-11-25",
        32,
        {
            "Niet afwentelen": 3,
            "Meerlaagsveiligheid": 3,
            "1. Water en Bodem": 5,
            "Veilige en leefbare Delta": 10,
        },
        27,
        {"3": 3, "4": 3, "16": 18, "21": 22},
    ),
    Seen(
        "kamerbrieven/Internationale_Klimaatstrategie.pdf",
        "Internationale Klimaatstrategie",
        "rapport",
        None,
        13,
        {"DEEL A": 4, "Wat is er nodig?": 4, "Onze strategische doelstellingen": 4, "DEEL B": 8},
        66,
        {"5": 4, "9": 4, "10": 4, "11": 4, "14": 4},
    ),
    Seen(
        "coalitieakkoord/coalitieakkoord-2021-2025.pdf",
        "Omzien naar elkaar, vooruitkijken naar de toekomst",
        "coalitieakkoord",
        "2021-12-15",
        50,
        {
            "1. Democratische rechtsorde": 4,
            "2. Duurzaam land": 9,
            "Klimaat en energie": 9,
            "Bijlage: financiën": 46,
        },
    ),
    Seen(
        "kamervragen-pdf/1a2d8959-7ce1-411d-bffe-c78970ae8d6b.pdf",
        "Vragen van het lid Erkens (VVD)",
        "beantwoording-kamervragen",
        "2024-07-23",
        5,
        {"Vraag 1": 1, "Antwoord 1": 1, "Vraag 2": 1, "Antwoord 2": 2, "Antwoord 13": 5},
        2,
    ),
    Seen(
        "kamervragen-pdf/1b0f0b98-7c34-418c-98dc-43de7930e685.pdf",
        "Vragen van de leden Hirsch (GroenLinks-PvdA) en Teunissen",
        "beantwoording-kamervragen",
        "2024-05-21",
        6,
        {"Vraag 1": 1, "Vraag 10 en 11": 4, "Antwoord 10 en 11": 4, "Antwoord 15": 6},
        16,
    ),
    Seen(
        "kamervragen-pdf/00fe7edd-24c8-4857-98da-774ed3b06836.pdf",
        "Vragen van de leden Mutluer (GroenLinks-PvdA)",
        "beantwoording-kamervragen",
        "2024-03-25",
        2,
        {"Vraag 1": 1, "Vraag 3, 4 en 5": 1, "Antwoord 3, 4 en 5": 2, "Antwoord 6": 2},
        2,
        {"1": 1, "2": 2},
    ),
    Seen(
        "gemeente/besluitenlijst_bw_vergadering_24_mei_2022.pdf",
        "Openbare Besluitenlijst B&W vergadering Wassenaar",
        "besluitenlijst",
        "2022-05-24",
        4,
        {
            "1. Opening": 1,
            "3. Jaarrekening 2021": 1,
            "12. Startnotitie actualisatie beleidsplan Sociaal Domein": 3,
        },
        0,
    ),
    Seen(
        "gemeente/besluitenlijst_bw_vergadering_17_december_2024.pdf",
        "Besluitenlijst Openbaar B&W-vergadering Wassenaar",
        "besluitenlijst",
        "2024-12-17",
        5,
        {
            "2 Mededelingen": 1,
            "5.a.1 Dienstverleningsmodel gemeente Wassenaar": 1,
            "5.b Sociaal Domein, Wonen en Onderwijs": 2,
        },
        0,
    ),
    Seen("kern/000_f66799d3da8d7d0a.txt", "Nota clusterplan Chemelot", "nota", "2026-06-29", 0, notes=0),
    Seen(
        "kern/001_91352a0dd3a574af.txt",
        "Ruimte voor industrieclusters",
        "kamerbrief",
        "2025-06-20",
        6,
        {"Het belang van de industrieclusters": 1},
        20,
    ),
    Seen(
        "kern/002_b72d3363a7725849.txt",
        "Nationaal Programma voor Industriële Clusters (PICLS)",
        "programmapagina",
        None,
        0,
    ),
    Seen(
        "kern/003_a1209d47d77b251e.txt",
        "Voortgangsrapportage 4e tranche Regio Deal Zuid-Limburg",
        "voortgangsrapportage",
        None,
        0,
    ),
    Seen(
        "kern/004_2b949b197ef54734.txt", "Bijlage: Uitwerking trajecten Limburg", "bijlage", None, 4, notes=20
    ),
]
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


def test_the_word_that_started_it_all_is_whole() -> None:
    """The progress report names the shortage of grid capacity as a hindrance, in one passage with the
    word whole.
    """
    report = prepared("kern/003_a1209d47d77b251e.txt")
    texts = [report.document.text[p.start : p.end] for p in report.passages]
    assert any("het tekort aan netcapaciteit" in text and "Chemelot" in text for text in texts)
