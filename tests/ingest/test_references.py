"""References in every spelling: a table of texts, each with its literal words and the key that they have."""

import time
from dataclasses import replace

import pytest

from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.knowledge.references.addresses import address_of
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.knowledge.references.laws import law_key
from beleidszoeker.ingest.knowledge.references.reading import find_references
from beleidszoeker.ingest.knowledge.text import Text
from beleidszoeker.ingest.metadata.extraction import extract_metadata

Case = tuple[str, list[tuple[str, str]]]

PAPERS: list[Case] = [
    ("Zie Kamerstuk 29 826, nr. 211.", [("Kamerstuk 29 826, nr. 211", "kst-29826-211")]),
    ("Kamerstuk 29826-211", [("Kamerstuk 29826-211", "kst-29826-211")]),
    (
        "Kamerstukken II 2024/25, 29826, nr. 211, p. 5",
        [("Kamerstukken II 2024/25, 29826, nr. 211", "kst-29826-211")],
    ),
    (
        "Kamerstukken, 2022-2023, 29 628, nr. 1135",
        [("Kamerstukken, 2022-2023, 29 628, nr. 1135", "kst-29628-1135")],
    ),
    ("TK 2023/24, 31 839, nr. 1024.", [("TK 2023/24, 31 839, nr. 1024", "kst-31839-1024")]),
    ("Kamerstukken I 2021/22, 35 334, D", [("Kamerstukken I 2021/22, 35 334, D", "kst-35334-D")]),
    ("Kamerstuk 36 410 VIII, nr. 106", [("Kamerstuk 36 410 VIII, nr. 106", "kst-36410-VIII-106")]),
    ("de brief (36 410-XIII, nr. 5)", [("36 410-XIII, nr. 5", "kst-36410-XIII-5")]),
    ("Kamerstuk 33400-J, nr. 19", [("Kamerstuk 33400-J, nr. 19", "kst-33400-J-19")]),
    ("Kamerstuk 21 501-02, nr. 2498", [("Kamerstuk 21 501-02, nr. 2498", "kst-21501-02-2498")]),
    ("op 20 maart 2018 - 21501-02-1855 minister", [("21501-02-1855", "kst-21501-02-1855")]),
    ("de nota (29826-211) en (36 471-64)", [("29826-211", "kst-29826-211"), ("36 471-64", "kst-36471-64")]),
    ("(Kamerstuk 36410-VI-65).", [("Kamerstuk 36410-VI-65", "kst-36410-VI-65")]),
    (
        "Kamerstukken 33 037, nrs. 431 en 437.",
        [("Kamerstukken 33 037, nrs. 431", "kst-33037-431"), ("437", "kst-33037-437")],
    ),
    (
        "Kamerstukken 29 826, nr. 211, 32 813, nrs. 5, 6 en 7 en 31 793-202",
        [
            ("Kamerstukken 29 826, nr. 211", "kst-29826-211"),
            ("32 813, nrs. 5", "kst-32813-5"),
            ("6", "kst-32813-6"),
            ("7", "kst-32813-7"),
            ("31 793-202", "kst-31793-202"),
        ],
    ),
    ("het initiatief (Kamerstuk 35335)", [("Kamerstuk 35335", "dossier-35335")]),
    (
        "Kamerstukken 35 646 en 35 687",
        [("Kamerstukken 35 646", "dossier-35646"), ("35 687", "dossier-35687")],
    ),
    ("kamerstuk nr. 25 415", [("kamerstuk nr. 25 415", "dossier-25415")]),
    ("https://zoek.example.nl/kst-29826-211.html", [("kst-29826-211", "kst-29826-211")]),
    ("Kamerstuk 29826, nr. 2 en 12 mei 2024", [("Kamerstuk 29826, nr. 2", "kst-29826-2")]),
    (
        "stuk nr. 46 (34775-XVI) en (34 851)",
        [("stuk nr. 46 (34775-XVI)", "kst-34775-XVI-46"), ("34 851", "dossier-34851")],
    ),
    ("Zij krijgt nr. 46 (34775).", [("nr. 46 (34775)", "kst-34775-46")]),
    (
        "de stukken nrs. 46, 47 en 50 (34 775)",
        [
            ("stukken nrs. 46", "kst-34775-46"),
            ("47", "kst-34775-47"),
            ("50 (34 775)", "kst-34775-50"),
        ],
    ),
    ("zij krijgt nr. 12, was nr. 8 (34775).", [("nr. 12, was nr. 8 (34775)", "kst-34775-12")]),
    ("het perceel nr. 46 (24 meter) en nr. 3 (2017)", []),
    ("het wetsvoorstel over water (34851)", [("34851", "dossier-34851")]),
    ("het artikelnummer (34851)", []),
    ("ruim 12 500 woningen, 15000-20 en 10028-17-8 en 12.500 euro", []),
    ("bel 070-1234567 of 20826-211-3344", []),
]

CHAMBER: list[Case] = [
    (
        "Aanhangsel Handelingen, vergaderjaar 2016-2017, nr. 11.",
        [("Aanhangsel Handelingen, vergaderjaar 2016-2017, nr. 11", "ah-tk-20162017-11")],
    ),
    (
        "Aanhangsel van de Handelingen II 2016/17, nrs. 11 en 12",
        [
            ("Aanhangsel van de Handelingen II 2016/17, nrs. 11", "ah-tk-20162017-11"),
            ("12", "ah-tk-20162017-12"),
        ],
    ),
    (
        "Kamerstukken II 2021/22, Aanhangsel, nr. 1694",
        [("Kamerstukken II 2021/22, Aanhangsel, nr. 1694", "ah-tk-20212022-1694")],
    ),
    ("Aanhangsel Handelingen, vergaderjaar 2016-2019, nr. 11", []),
    (
        "Aanhangsel 2023-2024, nrs. 1, 2 en 3.",
        [
            ("Aanhangsel 2023-2024, nrs. 1", "ah-tk-20232024-1"),
            ("2", "ah-tk-20232024-2"),
            ("3", "ah-tk-20232024-3"),
        ],
    ),
    ("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 4", []),
    ("ah-tk-20232024-1314 ISSN", [("ah-tk-20232024-1314", "ah-tk-20232024-1314")]),
    (
        "Handelingen II 2017/18, nr. 70, item 12, blz. 3",
        [("Handelingen II 2017/18, nr. 70, item 12", "h-tk-20172018-70-12")],
    ),
    (
        "Handelingen I, vergaderjaar 2017-2018, nr. 7, items 3 en 4",
        [
            ("Handelingen I, vergaderjaar 2017-2018, nr. 7, items 3", "h-ek-20172018-7-3"),
            ("4", "h-ek-20172018-7-4"),
        ],
    ),
    ("h-tk-20172018-70-12", [("h-tk-20172018-70-12", "h-tk-20172018-70-12")]),
    ("uw brief, nr. 2024Z12345,", [("2024Z12345", "2024Z12345")]),
    ("?id=2024Z12345&did=2024D222 49;", [("2024Z12345", "2024Z12345"), ("2024D222 49", "2024D22249")]),
    ("toezegging TZ202501-123.", [("TZ202501-123", "TZ202501-123")]),
]

GAZETTES: list[Case] = [
    ("(Stb. 2020, 123)", [("Stb. 2020, 123", "stb-2020-123")]),
    ("Staatsblad 2020, nr. 123", [("Staatsblad 2020, nr. 123", "stb-2020-123")]),
    ("Stb. 1998/460.", [("Stb. 1998/460", "stb-1998-460")]),
    ("Stcrt. 2021, 4567 en 4568)", [("Stcrt. 2021, 4567", "stcrt-2021-4567"), ("4568", "stcrt-2021-4568")]),
    ("Staatscourant 2020, nr. 66909", [("Staatscourant 2020, nr. 66909", "stcrt-2020-66909")]),
    ("Trb. 2016, 94; Trb. 1974, 35", [("Trb. 2016, 94", "trb-2016-94"), ("Trb. 1974, 35", "trb-1974-35")]),
    ("de Wet van 15 mei 1997 (Stb. 252)", [("Stb. 252", "stb-1997-252")]),
    (
        "het besluit van 3 maart 1931, tot vaststelling van regels voor veerponten (Stb. 87) geldt",
        [("Stb. 87", "stb-1931-87")],
    ),
    ("het besluit van 3 maart 1931. Een ander (Stb. 87) geldt", []),
    ("geplaatst in het Staatsblad van 2020 en verder", []),
]

ARTICLES: list[Case] = [
    ("art. 3:4 Awb", [("art. 3:4 Awb", "art:3:4@awb")]),
    (
        "artikel 10, tweede lid, aanhef en onder g, van de Wet openbaarheid van bestuur is",
        [("artikel 10, tweede lid, aanhef en onder g, van de Wet openbaarheid van bestuur", "art:10@wob")],
    ),
    ("Artikel 10 lid 2 sub g van de Wob", [("Artikel 10 lid 2 sub g van de Wob", "art:10@wob")]),
    ("artikel 5.1 lid 2 Woo", [("artikel 5.1 lid 2 Woo", "art:5.1@woo")]),
    (
        "artikel 110, eerste lid, van de Grondwet bepaalt",
        [("artikel 110, eerste lid, van de Grondwet", "art:110@gw")],
    ),
    (
        "de artikelen 5 en 6 van de Wet voorbeelden is",
        [("artikelen 5", "art:5@wet voorbeelden"), ("6 van de Wet voorbeelden", "art:6@wet voorbeelden")],
    ),
    (
        "de artikelen 10, eerste lid, en 11 van de Wob",
        [("artikelen 10, eerste lid", "art:10@wob"), ("11 van de Wob", "art:11@wob")],
    ),
    (
        "artikel 10, eerste lid, aanhef en onder c en g, van de Wob",
        [("artikel 10, eerste lid, aanhef en onder c en g, van de Wob", "art:10@wob")],
    ),
    (
        "artikel 2.1 en artikel 8.11 van de Wet dieren",
        [("artikel 2.1", "art:2.1@wet dieren"), ("artikel 8.11 van de Wet dieren", "art:8.11@wet dieren")],
    ),
    (
        "artikelen 10a van de Wet werk en bijstand, 38 van de Wet langdurige zorg",
        [
            ("artikelen 10a van de Wet werk en bijstand", "art:10a@wet werk en bijstand"),
            ("38 van de Wet langdurige zorg", "art:38@wlz"),
        ],
    ),
    (
        "Artikel 273f van het Wetboek van Strafrecht wordt",
        [("Artikel 273f van het Wetboek van Strafrecht", "art:273f@sr")],
    ),
    (
        "artikel 31, eerste lid, van de Huisvestingswet 2014 en",
        [("artikel 31, eerste lid, van de Huisvestingswet 2014", "art:31@huisvestingswet 2014")],
    ),
    (
        "artikel 1.3 van het Besluit houders van dieren.",
        [("artikel 1.3 van het Besluit houders van dieren", "art:1.3@besluit houders van dieren")],
    ),
    (
        "artikel 672 van Boek 7 van het Burgerlijk Wetboek",
        [("artikel 672 van Boek 7 van het Burgerlijk Wetboek", "art:672@bw7")],
    ),
    ("artikel 5 AVG", [("artikel 5 AVG", "art:5@avg")]),
    ("artikel 5 van Verordening (EU) 2016/679", [("artikel 5 van Verordening (EU) 2016/679", "art:5@avg")]),
    ("artikel 3 van richtlijn 2003/99/EG.", [("artikel 3 van richtlijn 2003/99/EG", "art:3@32003l0099")]),
    (
        "de artikelen 3,4, 5 en 11 van de verordening",
        [
            ("artikelen 3", "art:3@"),
            ("4", "art:4@"),
            ("5", "art:5@"),
            ("11 van de verordening", "art:11@"),
        ],
    ),
    (
        "legt op grond van artikel 4 van de Verordening een lijst ter inzage",
        [
            ("artikel 4 van de Verordening", "art:4@"),
        ],
    ),
    (
        "geeft krachtens artikel 4 van het Besluit van de aanvraag bericht",
        [
            ("artikel 4 van het Besluit", "art:4@"),
        ],
    ),
    (
        "artikel 4 van het Besluit van de Raad geldt",
        [
            ("artikel 4 van het Besluit van de Raad", "art:4@besluit van de raad"),
        ],
    ),
    (
        "De Wet, de Wet. En (de Wet): artikel 5 van de Wet dagelijks gevolgd.",
        [("artikel 5 van de Wet", "art:5@")],
    ),
    ("in artikel 5 staat", [("artikel 5", "art:5@")]),
    ("artikel 3, tweede lid, van deze regeling", [("artikel 3, tweede lid, van deze regeling", "art:3@")]),
    ("Gelet op artikel 6e van de wet, bedoeld", [("artikel 6e van de wet", "art:6e@")]),
    ("Artikel 5\n\nDe Grondwet geldt.", [("Artikel 5", "art:5@")]),
    ("artikel 5 en 6 mei", [("artikel 5", "art:5@")]),
    ("begrotingsartikel 22 en artikel 3 van de begroting", []),
    ("het NRC-artikel en dit artikel", []),
]

OTHERS: list[Case] = [
    ("(ECLI:NL:RVS:2019:1603).", [("ECLI:NL:RVS:2019:1603", "ECLI:NL:RVS:2019:1603")]),
    ("ECLI:NL:RVS:201 7:2883", [("ECLI:NL:RVS:201 7:2883", "ECLI:NL:RVS:2017:2883")]),
    ("ECLI:EU:C:2014:317", [("ECLI:EU:C:2014:317", "ECLI:EU:C:2014:317")]),
    ("CELEX 32024R1735", [("CELEX 32024R1735", "32024R1735")]),
    ("uri=CELEX:32024R1735&from", [("CELEX:32024R1735", "32024R1735")]),
    ("Verordening (EU) 2024/1735 van", [("Verordening (EU) 2024/1735", "32024R1735")]),
    ("Verordening (EG) nr. 2037/2000", [("Verordening (EG) nr. 2037/2000", "32000R2037")]),
    ("verordening (EG) Nr. 2037/2000", [("verordening (EG) Nr. 2037/2000", "32000R2037")]),
    ("Verordening (EEG) 3093/94", [("Verordening (EEG) 3093/94", "31994R3093")]),
    (
        "Verordeningen (EG) nrs. 2038/2000 en 2039/2000",
        [("Verordeningen (EG) nrs. 2038/2000", "32000R2038"), ("2039/2000", "32000R2039")],
    ),
    ("Verordening (EU) nr. 1303/2013", [("Verordening (EU) nr. 1303/2013", "32013R1303")]),
    ("Richtlijn 2008/50/EG", [("Richtlijn 2008/50/EG", "32008L0050")]),
    (
        "de Richtlijnen 98/78/EG, 2002/87/EG en 2009/138/EG",
        [("Richtlijnen 98/78/EG", "31998L0078"), ("2002/87/EG", "32002L0087"), ("2009/138/EG", "32009L0138")],
    ),
    ("de Habitatrichtlijn (92/43/EEG)", [("92/43/EEG", "31992L0043")]),
    ("Besluit (EU) 2020/1", [("Besluit (EU) 2020/1", "32020D0001")]),
    ("Besluit nr. 529/2013/EU", [("Besluit nr. 529/2013/EU", "32013D0529")]),
    ("besluit 2021/26 van het college", []),
    ("COM(2022) 304 final", [("COM(2022) 304", "COM(2022)304")]),
    ("SWD (2020) 12 en JOIN(2020) 5", [("SWD (2020) 12", "SWD(2020)12"), ("JOIN(2020) 5", "JOIN(2020)5")]),
    ("Kenmerk KGG_DGRGG / 107162027 nota", [("KGG_DGRGG / 107162027", "kenmerk:KGG_DGRGG/107162027")]),
    ("van DGBI / 22570411,", [("DGBI / 22570411", "kenmerk:DGBI/22570411")]),
    ("Ons kenmerk: IENW/BSK-2022/123456", [("IENW/BSK-2022/123456", "kenmerk:IENW/BSK-2022/123456")]),
    ("Uw kenmerk 2020-0000186227.", [("2020-0000186227", "kenmerk:2020-0000186227")]),
    ("Onze referentie 4212632", [("4212632", "kenmerk:4212632")]),
    ("Uw kenmerk 2024Z12345", [("2024Z12345", "2024Z12345")]),
    (
        "brief 2020-0000186227 en 3361212-1029345-IZ",
        [
            ("2020-0000186227", "kenmerk:2020-0000186227"),
            ("3361212-1029345-IZ", "kenmerk:3361212-1029345-IZ"),
        ],
    ),
    ("advies nr. W04.12.0123/I;", [("W04.12.0123/I", "kenmerk:W04.12.0123/I")]),
    ("besluit nr. DGB2005/1234 M en W.12", [("DGB2005/1234 M", "kenmerk:DGB2005/1234M")]),
    ("het kenmerk van 12-05-2023 en het kenmerk", []),
    ("een kenmerkende aanpak in 2023/24", []),
]


@pytest.mark.parametrize(("text", "expected"), [*PAPERS, *CHAMBER, *GAZETTES, *ARTICLES, *OTHERS])
def test_each_spelling_resolves_to_its_key(text: str, expected: list[tuple[str, str]]) -> None:
    """The literal words of each reference, in order, and one key for all its spellings."""
    assert [(text[found.start : found.end], found.key) for found in find(text)] == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Wob", "wob"),
        ("wet openbaarheid van bestuur", "wob"),
        ("de  Wet openbaarheid\nvan bestuur", "wob"),
        ("Omgevingswet", "ow"),
        ("Algemene verordening gegevensbescherming", "avg"),
        ("verordening (eu) 2016/679", "avg"),
        ("Verordening (EU) 2024/1735", "32024r1735"),
        ("W.V.O.", "wvo"),
        ("Wet op het Een en Ander", "wet op het een en ander"),
        ("deze wet", ""),
        ("dit besluit", ""),
        ("", ""),
    ],
)
def test_a_law_has_one_key_for_its_names(name: str, key: str) -> None:
    """Abbreviation, written-out name and number of one law are one; an unknown law is its own name."""
    assert law_key(name) == key


def _document(text: str) -> Text:
    document = compose(parser_for("stuk.md", b"").parse(text.encode()))
    metadata = extract_metadata(document, file_stem="stuk")
    sentences = [(block.start, block.end) for block in document.blocks]
    return Text(document, metadata, sentences)


def test_a_footnote_counts_for_the_sentence_that_carries_its_marker() -> None:
    """The reference stands in the note; what it supports is the sentence above."""
    text = _document("Dit is eerder gemeld.[^1]\n\nNiets hier.\n\n[^1]: Kamerstuk 29 826, nr. 211.\n")
    (found,) = find_references(text)
    canonical = text.document.text
    assert canonical[found.start : found.end] == "Kamerstuk 29 826, nr. 211"
    assert [canonical[start:end].startswith("Dit is eerder gemeld") for start, end in found.sentences] == [
        True
    ]


def test_a_reference_in_running_text_counts_for_its_own_sentence() -> None:
    """Without a footnote the sentence is the one that it stands in."""
    text = _document("Zie Kamerstuk 29 826, nr. 211.\n\nEn art. 3:4 Awb geldt.\n")
    first, second = find_references(text)
    assert [first.sentences, second.sentences] == [(text.sentences[0],), (text.sentences[1],)]


def test_a_letter_s_own_reference_counts_wherever_it_is_repeated() -> None:
    """The foot of the next page has no label; the same number is the same reference, a longer one is not."""
    text = _document("Dit is een brief over water.\n\nVan 1 juli: 4212632\n\n42126321\n\n4212632\n")
    start = text.document.text.index("4212632")
    metadata = replace(text.metadata, kenmerk=Evidence("4212632", start, start + 7))
    found = list(find_references(replace(text, metadata=metadata)))
    assert [one.key for one in found] == ["kenmerk:4212632"] * 2
    assert [one.start for one in found] == [start, text.document.text.rindex("4212632")]


def _keys(text: str, *, kind: str, dossiers: tuple[str, ...]) -> list[str]:
    document = _document(text)
    known = tuple(Evidence(dossier, -1, -1) for dossier in dossiers)
    metadata = replace(document.metadata, kind=Evidence(kind, -1, -1), dossiers=known)
    return [one.key for one in find_references(replace(document, metadata=metadata))]


def test_a_number_alone_is_of_the_dossier_that_the_debate_names() -> None:
    """A debate about one dossier means that; about several, or elsewhere, the number must have been named."""
    text = "De motie op stuk nr. 46, en de moties op stukken nrs. 47 en 48.\n"
    assert _keys(text, kind="handelingen", dossiers=("34775",)) == [
        f"kst-34775-{each}" for each in (46, 47, 48)
    ]
    assert _keys(text, kind="handelingen", dossiers=("34775", "34851")) == []
    assert _keys(text, kind="brief", dossiers=("34775",)) == []
    named = f"Zij krijgt nr. 46 (34851).\n\n{text}"
    assert _keys(named, kind="brief", dossiers=()) == ["kst-34851-46"] * 2


@pytest.mark.parametrize(
    "fragment",
    ["nr. 1 ", "stuk nr. 1, 2 en ", "nr. 1 (34 775", "de Wet, ", "artikel 1 van de Wet een ", "1,2,"],
)
def test_repetition_takes_no_more_than_its_length(fragment: str) -> None:
    """Ten times the text takes some ten times as long."""

    def seconds(length: int) -> float:
        document = _document(fragment * (length // len(fragment)))
        begun = time.process_time()
        list(find_references(document))
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(200_000) < 30 * max(seconds(20_000), 0.02)


@pytest.mark.parametrize(
    ("kind", "key", "address"),
    [
        ("kamerstuk", "kst-36410-XIII-5", "https://zoek.officielebekendmakingen.nl/kst-36410-XIII-5.html"),
        ("dossier", "dossier-29826", "https://zoek.officielebekendmakingen.nl/dossier/29826"),
        ("stb", "stb-2020-123", "https://zoek.officielebekendmakingen.nl/stb-2020-123.html"),
        ("stb", "stb-1953-305", None),
        ("artikel", "art:5.1@woo", "https://wetten.overheid.nl/jci1.3:c:BWBR0045754&artikel=5.1"),
        ("artikel", "art:5@avg", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"),
        ("artikel", "art:5@", None),
        ("artikel", "art:5@wet op het een en ander", None),
        (
            "ecli",
            "ECLI:NL:RVS:2019:1603",
            "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2019:1603",
        ),
        ("eu", "32024R1735", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32024R1735"),
        ("eu", "COM(2022)304", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2022:304:FIN"),
        ("zaak", "2024Z12345", None),
        ("kenmerk", "kenmerk:DGBI/22570411", None),
        ("onbekend", "kst-1-1", None),
    ],
)
def test_an_address_is_given_only_where_its_form_is_known(kind: str, key: str, address: str | None) -> None:
    """Official sites by identifier; what was never put online, or what we are unsure of, has none."""
    assert address_of(kind, key) == address
