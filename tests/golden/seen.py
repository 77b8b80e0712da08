"""What a reader saw on the pages of real documents: facts and names only, no text of the documents.

All PDFs were looked at as pictures of their pages; the five texts of ``kern`` as a reader gets them. Headings
on pages that are pictures, with a recognised text under them, are left out: such a text knows no bold type.
"""

from dataclasses import dataclass, field


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
        labels: Numbers as printed on some pages.
    """

    path: str
    title: str
    kind: str
    date: str | None
    pages: int
    headings: dict[str, int] = field(default_factory=dict)
    notes: int | None = None
    note_pages: dict[str, int] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)


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
    Seen(
        "kamervragen-pdf/01b2bcad-7296-43bb-bc44-e727fc69b23f.pdf",
        "Vragen van de leden Ceder (ChristenUnie) en Dobbe (SP)",
        "beantwoording-kamervragen",
        "2024-06-28",
        3,
        {"Vraag 1": 1, "Antwoord 2": 1, "Vraag 3": 2, "Antwoord 7": 2, "Vraag 8": 3, "Antwoord 9": 3},
        5,
        {"1": 1, "2": 2, "3": 2, "4": 3, "5": 3},
        {1: "1", 3: "3"},
    ),
    Seen(
        "woo/Bes-besluit-2021-26.pdf",
        "Besluit op uw Wob-verzoek d.d. 13 mei 2021 inzake de afstandsnorm van 100 meter",
        "woo-besluit",
        "2021-07-29",
        5,
        {
            "Procedure": 1,
            "Wettelijk kader": 1,
            "Bezwaarclausule": 3,
        },
        labels={2: "2", 3: "3"},
    ),
    Seen(
        "woo/Bes-wob-besluit-contact-met-van-kansspelen-en-het-coronabeleid.pdf",
        "Wob-besluit contact met VAN Kansspelen",
        "woo-besluit",
        "2021-02-24",
        2,
        notes=0,
    ),
    Seen(
        "woo/Bes-besluit+op+wob-verzoek+over+toolkit+houtrook+en+gezondheid.pdf",
        "Wob-verzoek 2021-10 Toolkit Houtrook en Gezondheid",
        "woo-besluit",
        "2021-05-19",
        4,
        {
            "Overwegingen": 2,
            "Wijze van bekendmaking": 2,
            "Ondertekening": 2,
            "Bezwaarclausule": 3,
        },
        labels={1: "1", 3: "3"},
    ),
    Seen(
        "woo/Bes-Wob-verzoek+II+KLM+steunmaatregelenpakket.pdf",
        "Beslissing op bezwaar Wob-verzoek II KLM steunmaatregelenpakket",
        "woo-besluit",
        "2021-07-01",
        6,
        note_pages={"1": 2},
    ),
    Seen(
        "woo/Bes-189-Besluit-Wob-verzoek-rapport-Rathenau+Instituut.pdf",
        "Besluit Wob-verzoek d.d. 8 april 2021 inzake het rapport van het Rathenau Instituut",
        "woo-besluit",
        "2021-07-13",
        9,
        {
            "Wettelijk kader": 1,
            "Inventarisatie documenten": 2,
            "Zienswijzen": 2,
            "Besluit": 2,
            "Overwegingen": 2,
            "De eerbiediging van de persoonlijke levenssfeer": 2,
            "Bedrijfs- en fabricagegegevens": 3,
            "Het voorkomen van onevenredige bevoordeling of benadeling": 3,
        },
        labels={2: "2", 3: "3"},
    ),
    Seen(
        "woo/Bes-Besluit+Wob-verzoek+diergegevens+Sondel.pdf",
        "Besluit op uw Wob-verzoek",
        "woo-besluit",
        "2020-12-03",
        14,
        {
            "Procedure": 1,
            "Zienswijzen": 1,
            "Overwegingen": 2,
            "Plaatsing op internet": 2,
            "Afschrift aan belanghebbenden": 2,
            "Bezwaarmogelijkheid": 3,
        },
    ),
    Seen(
        "gemeente/besluitenlijst_bw_vergadering_14_november_2023.pdf",
        "Besluitenlijst Openbaar B&W-vergadering Wassenaar",
        "besluitenlijst",
        "2023-11-14",
        3,
        {
            "1 Opening": 1,
            "5.a.2 Belastingverordeningen programmabegroting 2024-2027": 1,
            "5.d.2 Vaststellen aangepaste subsidieplafonds 2023 Wassenaar": 2,
            "8 Regionale samenwerking": 2,
            "10.e.1 Integraal veiligheidsbeleid 2024-2027": 3,
            "12 Sluiting": 3,
        },
        0,
        labels={2: "2", 3: "3"},
    ),
    Seen(
        "gemeente/besluitenlijst_bw_vergadering_11_november_2025.pdf",
        "Besluitenlijst Openbaar B&W-vergadering Wassenaar",
        "besluitenlijst",
        "2025-11-11",
        4,
        {
            "5.1 Najaarsnota 2025": 1,
            "5.1.2 Memo Capaciteit Juridische zaken": 2,
            "5.2 Belastingverordeningen 2026": 2,
            "5.d.1 Tijdelijke overeenkomst jeugdactiviteiten Gro-Up Buurtwerk 2026": 3,
            "7.b Langetermijnagenda": 3,
        },
        0,
        labels={1: "1", 3: "3"},
    ),
    Seen(
        "rapporten/DEF_Advies_Luchtvaartsector_Adviescollege_Stikstofproblematiek_15-01-2020.pdf",
        "Advies",
        "rapport",
        "2020-01-15",
        32,
        {
            "Samenvatting": 4,
            "Opdracht": 4,
            "Uitgangspunten voor dit advies": 4,
            "Bijdrage luchtvaartsector aan emissies en depositie": 5,
            "Luchtvaart is groeisector": 5,
            "Hoofdlijn van dit advies": 6,
        },
        None,
        {"1": 5, "2": 5},
        {4: "1", 5: "2", 6: "3"},
    ),
    Seen(
        "rapporten/ifsq_level-2_inspection_report_2013.pdf",
        "IfSQ Level-2 Inspection Report",
        "rapport",
        "2013-02-18",
        12,
        {
            "Introduction": 1,
            "Summary of Results": 1,
            "Conclusions": 1,
            "Signature": 1,
            "Results": 2,
            "Subsystem Results": 2,
            "Results per Module": 3,
        },
    ),
    Seen(
        "rapporten/aerius_calculator-toepassingsbereik_en_rekenmethode-beta1.pdf",
        "Toelichting toepassingsbereik en beschrijving rekenmethode",
        "rapport",
        "2013-06-04",
        25,
        {"Colofon": 3},
        labels={2: "2", 3: "3"},
    ),
    Seen(
        "rapporten/Installatiehandleiding OPS-Pro.pdf",
        "Installatiehandleiding OPS-Pro en instellingen bij eerste gebruik",
        "rapport",
        "2014-05-15",
        5,
        {"1. Installatie": 1, "1.1.Custom Setup": 3},
        labels={1: "1", 3: "3"},
    ),
    Seen(
        "rapporten/review_uitwerking_en_implementatie_beleidsuitgangspunten_in_aerius_monitor_2014.2.pdf",
        "Review uitwerking en implementatie (beleids)uitgangspunten in AERIUS Monitor 2014.2",
        "rapport",
        None,
        114,
        {"Verantwoording": 2, "Abstract": 2},
        labels={3: "3"},
    ),
    Seen(
        "rapporten/aanpassingen_sinds_release_aerius2019a_20200211.pdf",
        "Overzicht aanpassingen sinds de release Calculator 2019A",
        "overig",
        None,
        1,
        notes=0,
    ),
]
