"""Official publications in XML to documents."""

import pytest

from beleidszoeker.errors import (
    DamagedDocumentError,
    DocumentError,
    LimitExceededError,
    UnsupportedFormatError,
)
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, ParsedDocument
from beleidszoeker.ingest.official import OfficialXmlParser
from beleidszoeker.ingest.official.identifiers import stated_by

DEBATE = """<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord"
 content="https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-12/metadata.xml"/></metadata>
<handelingen><vergadering><vergaderdatum>Donderdag 5 april 2018</vergaderdatum></vergadering>
<agendapunt><nr>10</nr><item-titel>125 miljoen</item-titel>
<spreekbeurt><spreker>
  <voorvoegsels>De heer</voorvoegsels>
  <naam><achternaam>Jansen</achternaam></naam>
  (
  <politiek>SP</politiek>
  ):
</spreker><tekst><al-groep><al>De CO
  <inf>2</inf>
  -uitstoot (zie
  <nadruk>boven</nadruk>
  ) daalt.</al></al-groep>
<motie id="M-32637-305"><kop><titel>Motie</titel></kop><al>De Kamer,</al><al>verzoekt iets.</al>
<motie-info><spreker>De <naam>voorzitter</naam>:</spreker>
<al>Zij krijgt nr. 305 (32637).</al></motie-info></motie>
</tekst></spreekbeurt>
<tekst><al>Het woord is aan mevrouw De Vries.</al></tekst>
<tekst><al>De vergadering wordt enkele ogenblikken geschorst.</al></tekst>
<spreekbeurt><spreker>Mevrouw De Vries (<politiek>D66</politiek>):</spreker>
<tekst><al>Dank.</al></tekst></spreekbeurt>
<tekst><al>De beraadslaging wordt gesloten.</al></tekst>
</agendapunt></handelingen></officiele-publicatie>"""

LAW = """<toestand bwb-id="BWBR0005537" inwerkingtreding="2024-01-01"><bwb-inputbestand>x</bwb-inputbestand>
<wetgeving><intitule>Wet van 4 juni 1992, houdende regels</intitule>
<citeertitel>Korte wet<meta-data><brondata>1992 1</brondata></meta-data></citeertitel><wet-besluit><wettekst>
<hoofdstuk><kop><label>Hoofdstuk</label><nr>3</nr><titel>Besluiten</titel></kop>
<artikel><kop><label>Artikel</label><nr>3:4</nr></kop>
<lid><lidnr>1</lidnr>
<al>Iemand weegt af.<noot id="a"><noot.nr>1</noot.nr><noot.al>Zie boven.</noot.al></noot></al></lid>
<lid><lidnr>2</lidnr><al>Het gaat om:</al><lijst><li><li.nr>a.</li.nr><al>dit;</al>
<lijst><li><li.nr>1&#176;.</li.nr><al>heel klein;</al></li></lijst></li></lijst></lid></artikel>
</hoofdstuk></wettekst>
<wetsluiting><al>Lasten en bevelen.</al></wetsluiting></wet-besluit></wetgeving></toestand>"""

TABLE = """<officiele-publicatie><kamerstuk><stuk><titel>BRIEF VAN DE MINISTER</titel><algemeen>
<table><title>Normen</title><tgroup cols="3">
<colspec colname="a"/><colspec colname="b"/><colspec colname="c"/>
<thead><row><entry/><entry namest="b" nameend="c"><al>Norm</al></entry></row>
<row><entry><al>Stof</al></entry><entry><al>dag</al></entry><entry><al>jaar</al></entry></row></thead>
<tbody><row><entry><al>NO<inf>2</inf></al></entry>
<entry/><entry colname="c"><al>een</al><al>twee</al></entry></row>
</tbody></tgroup></table>
<definitielijst><definitie-item><li.nr>a.</li.nr><term>stof:</term>
<definitie><al>iets;</al></definitie></definitie-item>
</definitielijst><al>Slot.</al></algemeen></stuk></kamerstuk></officiele-publicatie>"""

QUESTIONS = """<officiele-publicatie><kamervragen><kamervraagnummer>2024Z08765</kamervraagnummer>
<kamervraagomschrijving>Vragen van het lid <naam>Bos</naam> over leidingen (ingezonden 1 mei 2024).
</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Klopt dit<nootref refid="n1"/>?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
<noot id="n1"><noot.nr>1</noot.nr><noot.al>De krant.</noot.al></noot>
</kamervragen></officiele-publicatie>"""


def parse(text: str) -> ParsedDocument:
    return compose(OfficialXmlParser().parse(text.encode()))


def blocks(document: ParsedDocument, kind: BlockKind) -> list[tuple[tuple[str, ...], str]]:
    return [(b.section, document.text[b.start : b.end]) for b in document.blocks if b.kind is kind]


def test_the_section_says_who_speaks_and_for_which_party() -> None:
    """Each turn stands under its speaker, a motion has a heading; what nobody says is under the item."""
    assert blocks(parse(DEBATE), BlockKind.PARAGRAPH)[1:] == [
        (("125 miljoen", "De heer Jansen (SP)"), "De CO2-uitstoot (zie boven) daalt."),
        (("125 miljoen", "De heer Jansen (SP)", "Motie"), "De Kamer, verzoekt iets."),
        (("125 miljoen", "De heer Jansen (SP)", "Motie", "De voorzitter"), "Zij krijgt nr. 305 (32637)."),
        (
            ("125 miljoen", "De heer Jansen (SP)", "Motie", "De voorzitter"),
            "Het woord is aan mevrouw De Vries.",
        ),
        (("125 miljoen",), "De vergadering wordt enkele ogenblikken geschorst."),
        (("125 miljoen", "Mevrouw De Vries (D66)"), "Dank."),
        (("125 miljoen",), "De beraadslaging wordt gesloten."),
    ]


def test_two_motions_in_one_turn_are_both_of_the_one_who_moves_them() -> None:
    """The second stands below the speaker too, although the chair spoke between."""
    motion = "<motie><kop><titel>Motie</titel></kop><al>De Kamer wil meer.</al></motie>"
    document = parse(DEBATE.replace("</motie>\n</tekst>", f"</motie>{motion}</tekst>"))
    section = ("125 miljoen", "De heer Jansen (SP)", "Motie")
    assert (section, "De Kamer wil meer.") in blocks(document, BlockKind.PARAGRAPH)


def test_text_after_a_motion_in_one_turn_is_under_nobodys_name() -> None:
    """Whether the speaker or the chair goes on there, the file does not say."""
    text = DEBATE.replace("</motie>\n</tekst>", "</motie><al>Ik ga door.</al></tekst>")
    assert (("125 miljoen",), "Ik ga door.") in blocks(parse(text), BlockKind.PARAGRAPH)


def test_a_debate_states_its_facts() -> None:
    """Title, date, kind, address, meeting and the dossiers of its motions are properties."""
    found = parse(DEBATE).properties
    assert found == {
        "title": "125 miljoen",
        "title_is_declared": "yes",
        "kind": "handelingen",
        "date": "2018-04-05",
        "url": "https://zoek.officielebekendmakingen.nl/h-tk-20172018-70-12.html",
        "identifier": "h-tk-20172018-70-12",
        "organisation": "Tweede Kamer",
        "session_year": "2017-2018",
        "meeting": "70",
        "item": "12",
        "dossiers": "32637",
    }


def test_articles_are_sections_and_members_and_letters_keep_their_numbers() -> None:
    """A law nests chapter and article; what closes it stands under neither."""
    document = parse(LAW)
    section = ("Korte wet", "Hoofdstuk 3 Besluiten", "Artikel 3:4")
    assert blocks(document, BlockKind.PARAGRAPH) == [
        (("Korte wet",), "Wet van 4 juni 1992, houdende regels"),
        (section, "1 Iemand weegt af."),
        (section, "2 Het gaat om:"),
        (("Korte wet",), "Lasten en bevelen."),
    ]
    assert blocks(document, BlockKind.LIST_ITEM) == [(section, "a. dit;"), (section, "1°. heel klein;")]
    assert document.properties["url"] == "https://wetten.overheid.nl/BWBR0005537"
    assert (document.properties["title"], document.properties["date"]) == ("Korte wet", "1992-06-04")


def test_a_footnote_leaves_the_sentence_and_is_linked_to_it() -> None:
    """The marker stands behind the word that cites, also where the note is kept elsewhere."""
    for text, cited, note in ((LAW, "af.", "Zie boven."), (QUESTIONS, "dit", "De krant.")):
        document = parse(text)
        link = document.footnotes[0]
        block = document.blocks[link.block]
        assert document.text[: link.position].endswith(cited)
        assert (link.label, document.text[block.start : block.end]) == ("1", note)


def test_notes_that_count_anew_are_not_confused() -> None:
    """The second note 1 of a publication has a label of its own."""
    note = "<al>{0}<noot><noot.nr>1</noot.nr><noot.al>noot {0}</noot.al></noot></al>"
    document = parse(
        f"<officiele-publicatie>{note.format('een')}{note.format('twee')}</officiele-publicatie>"
    )
    texts = [document.text[document.blocks[link.block].start :].split("\n")[0] for link in document.footnotes]
    assert texts == ["noot een", "noot twee"]


def test_rows_of_a_table_have_cells_and_heads() -> None:
    """Cells are parted by tabs, empty ones left out; heads over two columns stand with both."""
    document = parse(TABLE)
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [document.text[row.start : row.end] for row in rows] == [
        "Norm",
        "Stof\tdag\tjaar",
        "NO2\teen twee",
    ]
    assert rows[-1].heads == "Stof\tNorm dag\tNorm jaar"
    assert blocks(document, BlockKind.CAPTION)[0][1] == "Normen"
    assert blocks(document, BlockKind.LIST_ITEM)[0][1] == "a. stof: iets;"
    assert document.properties["kind"] == "kamerbrief"


def test_questions_and_answers_are_headings() -> None:
    """*Vraag 1* and *Antwoord 1* are headings; the title ends before the date of submission."""
    document = parse(QUESTIONS)
    assert [text for _, text in blocks(document, BlockKind.HEADING)] == ["Vraag 1", "Antwoord 1"]
    assert document.properties["title"] == "Vragen van het lid Bos over leidingen"
    assert document.properties["kind"] == "beantwoording-kamervragen"
    assert document.properties["question_number"] == "2024Z08765"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_double_encoding_is_undone_where_it_is_proven(encoding: str) -> None:
    """A file whose mark was encoded twice is read as it was meant, and says so; another is left alone."""
    text = "<officiele-publicatie><al>Financiën en coëfficiënt</al></officiele-publicatie>"
    twice = f"\ufeff{text}".encode().decode(encoding).encode()
    parsed = OfficialXmlParser().parse(twice)
    assert parsed.drafts[0].raw == "Financiën en coëfficiënt"
    assert parsed.warnings
    once = OfficialXmlParser().parse(
        "<officiele-publicatie><al>Ã« blijft Ã«</al></officiele-publicatie>".encode()
    )
    assert (once.drafts[0].raw, once.warnings) == ("Ã« blijft Ã«", [])


LAUGHS = """<?xml version="1.0"{0}?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<officiele-publicatie>&b;</officiele-publicatie>"""


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (LAUGHS.format("").encode(), DamagedDocumentError),
        (LAUGHS.format(' encoding="utf-16"').encode("utf-16"), DamagedDocumentError),
        (LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"').format("").encode(), DamagedDocumentError),
        (DEBATE[:900].encode(), DamagedDocumentError),
        (b"", DamagedDocumentError),
        (b"<officiele-publicatie>" * 100_000, LimitExceededError),
        (b"<officiele-publicatie>" * 150 + b"x" + b"</officiele-publicatie>" * 150, LimitExceededError),
        (b"<officiele-publicatie>" + b"<al/>" * 4_000_001 + b"</officiele-publicatie>", LimitExceededError),
        (b"<rss><item>Nieuws</item></rss>", UnsupportedFormatError),
    ],
    ids=[
        "entities",
        "utf-16",
        "external",
        "cut",
        "empty",
        "very-deep",
        "deep",
        "elements",
        "other",
    ],
)
def test_hostile_xml_ends_with_a_reason_and_advice(data: bytes, error: type[DocumentError]) -> None:
    """Entities, broken, deep, endless and foreign XML each have a named outcome."""
    with pytest.raises(error) as caught:
        OfficialXmlParser().parse(data)
    assert caught.value.advice


def test_characters_named_by_an_old_doctype_are_read() -> None:
    """A document type without its declarations at hand costs no accents, and is not fetched."""
    text = '<!DOCTYPE kamerstuk SYSTEM "http://voorbeeld.invalid/k.dtd"><kamerstuk><al>Financi&euml;n</al></kamerstuk>'
    assert OfficialXmlParser().parse(text.encode()).drafts[0].raw == "Financiën"


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("kst-29826-211", {"dossiers": "29826", "kamerstuk": "29826-211"}),
        ("kst-36410-XIII-5", {"dossiers": "36410-XIII", "kamerstuk": "36410-XIII-5"}),
        (
            "ah-tk-20162017-11",
            {"organisation": "Tweede Kamer", "session_year": "2016-2017", "aanhangsel": "11"},
        ),
        (
            "h-ek-20232024-3-2",
            {"organisation": "Eerste Kamer", "session_year": "2023-2024", "meeting": "3", "item": "2"},
        ),
        ("stb-2020-123", {}),
    ],
)
def test_an_identifier_says_what_it_is_of(identifier: str, expected: dict[str, str]) -> None:
    """Chamber, session, dossier and number can be read from the identifier."""
    assert dict(stated_by(identifier)) == expected
