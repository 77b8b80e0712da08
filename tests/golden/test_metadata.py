"""What a reader finds at the head, in the margin and under the signature of real documents.

Each was looked at on its page or, where it has none, in its text. Only facts stand here: titles, dates, names
of ministries and of ministers, reference numbers. Authors who are no office are counted, not named.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Evidence, Metadata, ParsedDocument
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.metadata.extraction import extract_metadata

SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")

AZ = "ministerie van Algemene Zaken"
BZ = "ministerie van Buitenlandse Zaken"
BZK = "ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
EZK = "ministerie van Economische Zaken en Klimaat"
FIN = "ministerie van Financiën"
IENW = "ministerie van Infrastructuur en Waterstaat"
JENV = "ministerie van Justitie en Veiligheid"
KGG = "ministerie van Klimaat en Groene Groei"
LNV = "ministerie van Landbouw, Natuur en Voedselkwaliteit"
OCW = "ministerie van Onderwijs, Cultuur en Wetenschap"
VWS = "ministerie van Volksgezondheid, Welzijn en Sport"
RVO = "Rijksdienst voor Ondernemend Nederland"
CHAIR = ("voorzitter van de Tweede Kamer der Staten-Generaal",)
POLICE = ("Directoraat-Generaal Politie en Veiligheidsregio’s",)


@dataclass(frozen=True)
class Seen:
    """A document as a reader saw it.

    Attributes:
        path: The only file below the shared documents whose path holds this.
        kind: Its kind.
        date: Its own date.
        title: How its title begins; empty where it has none of its own.
        organisations: Who speaks.
        departments: Which part of them.
        authors: Who signs or answers; a number where these are persons.
        addressees: To whom it goes.
        kenmerk: Its reference.
        session: Its vergaderjaar.
        papers: How many publications it is or cites, where counted.
        own: Its own identifier as a publication.
        language: Its language.
    """

    path: str
    kind: str
    date: str | None
    title: str = ""
    organisations: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    authors: tuple[str, ...] | int = ()
    addressees: tuple[str, ...] = ()
    kenmerk: str | None = None
    session: str | None = None
    papers: int | None = None
    own: str | None = None
    language: str = "nl"


def letter(path: str, date: str, title: str, kenmerk: str | None, organisation: str, *authors: str) -> Seen:
    return Seen(path, "kamerbrief", date, title, (organisation,), (), authors, CHAIR, kenmerk)


def answers(path: str, date: str, number: int, organisation: str, *authors: str, papers: int = 1) -> Seen:
    own = f"ah-tk-20232024-{number}"
    kind = "beantwoording-kamervragen"
    title = "Vragen van "
    return Seen(
        path, kind, date, title, (organisation,), (), authors, session="2023-2024", papers=papers, own=own
    )


def answers_by_letter(
    path: str, date: str, minister: str, kenmerk: str | None, *, addressed: bool = True
) -> Seen:
    return Seen(
        path,
        "beantwoording-kamervragen",
        date,
        "Beantwoording Kamervragen ",
        (JENV,),
        POLICE,
        (f"minister van Justitie en Veiligheid ({minister})",),
        CHAIR if addressed else (),
        kenmerk,
    )


def decision(
    path: str,
    date: str | None,
    kenmerk: str | None,
    organisations: tuple[str, ...],
    author: str,
    *departments: str,
    title: str = "Besluit op uw Wob-verzoek",
) -> Seen:
    authors = (author,) if author else ()
    return Seen(path, "woo-besluit", date, title, organisations, departments, authors, (), kenmerk)


def meeting(day: str, file: str, kenmerk: str | None) -> Seen:
    return Seen(file, "besluitenlijst", day, "", ("gemeente Wassenaar",), kenmerk=kenmerk)


def debate(number: int, title: str, date: str | None = None) -> Seen:
    own = f"h-tk-20172018-70-{number}"
    organisations = ("Tweede Kamer",)
    return Seen(f"{own}.xml", "handelingen", date, title, organisations, session="2017-2018", own=own)


DOCUMENTS = [
    Seen("BNC_Fiche", "bnc-fiche", None, "Fiche 1: Wijziging verordeningen", (FIN,), papers=0),
    Seen(
        "Internationale_Klimaatstrategie",
        "rapport",
        None,
        "Internationale Klimaatstrategie",
        (BZ, EZK),
        papers=6,
    ),
    Seen(
        "Kamerbrief_innovatie_missie",
        "kamerbrief",
        "2023-05-30",
        "Herijkte missies",
        (EZK,),
        ("Directoraat-generaal Bedrijfsleven & Innovatie",),
        ("minister van Economische Zaken en Klimaat (M.A.M. Adriaansens)",),
        CHAIR,
        "DGBI – I&K/ 26844711",
        papers=4,
    ),
    letter(
        "Kamerbrief_circulaire_economie",
        "2023-02-03",
        "Nationaal Programma Circulaire Economie 2023-2030 (NPCE)",
        "IENW/BSK-2023/33017",
        IENW,
        "staatssecretaris van Infrastructuur en Waterstaat (V.L.W.A. Heijnen)",
    ),
    letter(
        "Kamerbrief_emissie_luchtvaart",
        "2022-12-22",
        "Emissies door de luchtvaart",
        "IENW/BSK-2022/268034",
        IENW,
        "minister van Infrastructuur en Waterstaat (Mark Harbers)",
    ),
    letter(
        "Kamerbrief_water_en_Bodem",
        "2022-11-25",
        "Water en Bodem sturend",
        "IENW/BSK-2022/283041",
        IENW,
        "minister van Infrastructuur en Waterstaat (Mark Harbers)",
        "staatssecretaris van Infrastructuur en Waterstaat (V.L.W.A. Heijnen)",
    ),
    answers("00fe7edd", "2024-03-25", 1314, OCW, "minister van Onderwijs, Cultuur en Wetenschap (Dijkgraaf)"),
    answers(
        "01b2bcad",
        "2024-06-28",
        2129,
        BZ,
        "minister van Buitenlandse Zaken (Bruins Slot)",
        "minister voor Buitenlandse Handel en Ontwikkelingssamenwerking (Schreinemacher)",
        papers=4,
    ),
    answers(
        "01bf9f06", "2024-06-07", 1999, BZK, f"{BZK.replace('ministerie', 'minister')} (De Jonge)", papers=2
    ),
    answers("1a2d8959", "2024-07-23", 2210, KGG, "minister van Klimaat en Groene Groei (Hermans)", papers=3),
    answers(
        "1aa9bd01", "2024-02-20", 1076, BZK, f"{BZK.replace('ministerie', 'minister')} (De Jonge)", papers=2
    ),
    answers(
        "1b0f0b98",
        "2024-05-21",
        1786,
        FIN,
        "staatssecretaris van Financiën – Fiscaliteit en Belastingdienst (Van Rij)",
        papers=6,
    ),
    answers(
        "1b26915f", "2024-05-17", 1771, IENW, "staatssecretaris van Infrastructuur en Waterstaat (Heijnen)"
    ),
    answers("1b2d2126", "2024-08-29", 2367, FIN, "minister van Financiën (Heinen)"),
    answers("1b38043f", "2024-03-21", 1292, BZK, f"{BZK.replace('ministerie', 'minister')} (De Jonge)"),
    answers(
        "1b62ee8d",
        "2024-04-05",
        1432,
        OCW,
        "staatssecretaris van Onderwijs, Cultuur en Wetenschap (Gräper-van Koolwijk)",
        papers=4,
    ),
    answers(
        "1b922783",
        "2024-08-30",
        2395,
        VWS,
        "staatssecretaris van Volksgezondheid, Welzijn en Sport (Karremans)",
        papers=2,
    ),
    answers_by_letter("politiebureau in Wolvega", "2024-07-25", "D.M. van Weel", None),
    answers_by_letter("Lahlah en Chakor", "2024-05-16", "D. Yeşilgöz-Zegerius", "5401166"),
    answers_by_letter(
        "Temmink en van Nispen", "2024-01-11", "D. Yeşilgöz-Zegerius", "5164758", addressed=False
    ),
    answers_by_letter("lid Eerdmans", "2024-03-24", "D. Yeşilgöz-Zegerius", "5303168"),
    Seen(
        "kern/000",
        "nota",
        "2026-06-29",
        "Nota clusterplan Chemelot",
        (KGG,),
        ("Directoraat-generaal Realisatie Groene Groei",),
        (),
        ("minister van Klimaat en Groene Groei", "staatssecretaris van Klimaat en Groene Groei"),
        "KGG_DGRGG / 107162027",
        papers=0,
    ),
    Seen(
        "kern/001",
        "kamerbrief",
        "2025-06-20",
        "Ruimte voor industrieclusters",
        (KGG,),
        (),
        ("minister van Klimaat en Groene Groei (Sophie Hermans)",),
        papers=12,
    ),
    Seen("coalitieakkoord-2021-2025", "coalitieakkoord", "2021-12-15", "Omzien naar elkaar", papers=5),
    decision(
        "Bes-189",
        "2021-07-13",
        "DGA-SKI / 21165506",
        (LNV,),
        "minister van Landbouw, Natuur en Voedselkwaliteit",
        "Directoraat-generaal Agro",
        "Directie Strategie, Kennis en Innovatie",
        title="Besluit Wob-verzoek d.d. 8 april 2021",
    ),
    decision(
        "Sondel",
        "2020-12-03",
        "Wob/2020/160",
        (LNV, RVO),
        "minister van Landbouw, Natuur en Voedselkwaliteit",
    ),
    decision(
        "Bes-wob-2021-102",
        "2021-09-20",
        "Wob/2021/102",
        (LNV, RVO),
        "minister van Landbouw, Natuur en Voedselkwaliteit",
    ),
    decision(
        "Kifid",
        "2020-12-14",
        "2020-0000232139",
        (FIN,),
        "minister van Financiën",
        "Directie Juridische Zaken",
    ),
    decision(
        "KLM",
        "2021-07-01",
        "4212632",
        (AZ,),
        "minister-president",
        "Kabinet Minister-President",
        title="Beslissing op bezwaar",
    ),
    decision(
        "kansspelen",
        "2021-02-24",
        "4167071",
        (AZ,),
        "minister-president",
        "Kabinet Minister-President",
        title="Wob-besluit contact met",
    ),
    decision(
        "Bes-besluit-2021-26",
        "2021-07-29",
        "IenW/BSK-2021/207134",
        (IENW,),
        "minister van Infrastructuur en Waterstaat",
        "Directoraat-Generaal Mobiliteit",
        "Directie Wegen en Verkeersveiligheid",
    ),
    decision(
        "medische-middelen",
        "2020-11-19",
        None,
        (BZ,),
        "minister van Buitenlandse Zaken",
        "Directie Juridische Zaken",
        title="Reactie op uw Wob-verzoek",
    ),
    decision("Inventarislijst+2020-61", None, None, (), "", title=""),
    Seen("Installatiehandleiding", "rapport", "2014-05-15", "Installatiehandleiding OPS-Pro", papers=0),
    Seen("ifsq_level-2", "rapport", "2013-02-18", "IfSQ Level-2", kenmerk="2013.OSQR.0014", language="en"),
    Seen("aerius_calculator", "rapport", "2013-06-04", "Toelichting toepassingsbereik", authors=1),
    Seen("review_uitwerking", "rapport", None, "Review uitwerking en implementatie", authors=1),
    Seen("gis_magazine", "overig", None, "Van black box naar glazen huis", authors=1),
    debate(1, "Opening", "2018-04-05"),
    debate(10, "125 miljoen euro voor woningcorporatie Humanitas"),
    debate(11, "Bedrijfslevenbeleid"),
    debate(12, "Nederlandse economie na de brexit"),
    debate(13, "Sluiting"),
    debate(14, "Ingekomen stukken"),
    debate(2, "Mededelingen"),
    debate(3, "Wlz / Pgb"),
    debate(4, "Wmo / Mantelzorg"),
    meeting("2022-05-24", "24_mei_2022", None),
    meeting("2022-09-27", "27_september_2022", None),
    meeting("2022-12-20", "20_december_2022", None),
    meeting("2023-04-11", "11_april_2023", "Z/23/072658"),
    meeting("2023-05-23", "23_mei_2023", "Z/23/072658"),
    meeting("2023-11-28", "28_november_2023", "Z/23/072658"),
    meeting("2024-01-16", "16_januari_2024", "Z/24/082517"),
    meeting("2024-03-12", "12_maart_2024", "Z/24/082517"),
    meeting("2024-12-17", "17_december_2024", "Z/24/082517"),
    meeting("2025-01-14", "14_januari_2025", "Z/25/095042"),
    meeting("2025-04-29", "29_april_2025", "Z/25/095041"),
    meeting("2025-11-25", "25_november_2025", "Z/25/095042"),
]
EACH = pytest.mark.parametrize("seen", DOCUMENTS, ids=lambda seen: seen.path)


@cache
def parsed(path: str) -> ParsedDocument:
    (file,) = [file for file in SHARED.rglob("*") if path in str(file.relative_to(SHARED))]
    return compose(parser_for(file.name, file.read_bytes()[:2048]).parse(file.read_bytes()))


@cache
def metadata(path: str) -> Metadata:
    return extract_metadata(parsed(path), file_stem="bestand")


def values(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(item.value for item in evidence)


def value(evidence: Evidence | None) -> str | None:
    return evidence.value if evidence else None


@EACH
def test_a_document_is_what_and_when_a_reader_says(seen: Seen) -> None:
    """Title, kind, date and language are those on paper; a date that is not there is not made up."""
    found = metadata(seen.path)
    assert found.title.value.startswith(seen.title)
    assert (found.kind.value, value(found.date), found.language.value) == (
        seen.kind,
        seen.date,
        seen.language,
    )


@EACH
def test_a_document_comes_from_whom_a_reader_says(seen: Seen) -> None:
    """Ministry, department, who signs or answers, and to whom."""
    found = metadata(seen.path)
    assert values(found.organisations) == seen.organisations
    assert values(found.departments) == seen.departments
    assert values(found.addressees) == seen.addressees
    authors = values(found.authors)
    assert (len(authors) if isinstance(seen.authors, int) else authors) == seen.authors


@EACH
def test_a_document_bears_the_numbers_that_a_reader_sees(seen: Seen) -> None:
    """Its reference, its session year, its own number, and how many publications it cites."""
    found = metadata(seen.path)
    assert (value(found.kenmerk), value(found.session_year)) == (seen.kenmerk, seen.session)
    if seen.own:
        assert found.kamerstukken[0].value == seen.own
    if seen.papers is not None:
        assert len(found.kamerstukken) == seen.papers


@EACH
def test_evidence_shows_each_number_in_the_text(seen: Seen) -> None:
    """What is read from the text can be read at its span: the digits are the same."""
    text, found = parsed(seen.path).text, metadata(seen.path)
    numbers = [item for item in (found.kenmerk, *found.dossiers) if item and item.start >= 0]
    for item in numbers:
        written = text[item.start : item.end]
        assert [c for c in written if c.isdigit()] == [c for c in item.value if c.isdigit()]


def test_the_numbers_of_papers_are_those_in_the_footnotes() -> None:
    """Two numbers behind one *nrs.*, a budget chapter and a council's sub-number are all read."""
    water = values(metadata("Kamerbrief_water_en_Bodem").kamerstukken)
    assert {"kst-33037-431", "kst-33037-437", "kst-33400-J-19", "kst-32698-64"} <= set(water)
    jemen = values(metadata("01b2bcad").kamerstukken)
    assert "kst-21501-02-2498" in jemen
    air = values(metadata("Kamerbrief_emissie_luchtvaart").kamerstukken)
    assert {"ah-tk-20212022-1694", "ah-tk-20212022-663", "ah-tk-20212022-2050", "kst-31936-989"} <= set(air)
