"""Plain text: encodings, paragraphs, headings, lists, banners, slogans."""

import codecs

import pytest

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.text.parser import TextParser, decode

BODY = (
    "Het kabinet werkt aan een programma voor de industrie en de ruimte daarvoor,"
    " met provincies en gemeenten samen.\n"
)


def parse(text: str) -> DraftDocument:
    return TextParser().parse(text.encode())


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(draft.kind, draft.raw) for draft in parse(text).drafts]


@pytest.mark.parametrize(
    "data",
    [
        "coördinatie".encode(),
        codecs.BOM_UTF8 + "coördinatie".encode(),
        codecs.BOM_UTF16_LE + "coördinatie".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "coördinatie".encode("utf-16-be"),
        "coördinatie".encode("cp1252"),
    ],
)
def test_each_encoding_is_read(data: bytes) -> None:
    """UTF-8, UTF-16 and Windows-1252 give the same text."""
    assert decode(data) == "coördinatie"


def test_line_ends_become_unix() -> None:
    """Windows and old Mac line ends are line ends."""
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("heading", "level"),
    [("Aanleiding", 1), ("1. Wat vaststaat en wat niet", 1), ("2.1 Doel van het programma", 2)],
)
def test_a_short_line_above_a_paragraph_is_a_heading(heading: str, level: int) -> None:
    """Headings stand alone above what they head; numbers give their depth."""
    drafts = parse(f"{heading}\n\n{BODY}").drafts
    assert (drafts[0].kind, drafts[0].raw, drafts[0].level) == (BlockKind.HEADING, heading, level)


@pytest.mark.parametrize(
    "line",
    [
        "Dit is een zin.",
        "Datum 20 juni 2025",
        "Betreft Ruimte voor industrie",
        "Aan de Voorzitter van de Tweede Kamer",
        "Afbeelding 1 kaart van de clusters",
        "en daarna ging het verder",
        "Kijk op www.rijksoverheid.nl",
    ],
)
def test_a_sentence_or_field_is_no_heading(line: str) -> None:
    """What ends a sentence, fills in a letter's head or names a figure heads nothing."""
    assert kinds(f"Inleiding van dit stuk\n\n{BODY}\n{line}\n\n{BODY}")[2][0] is BlockKind.PARAGRAPH


def test_a_heading_may_stand_above_a_paragraph_that_begins_with_van() -> None:
    """*Van* is a field only with a colon or an official behind it."""
    assert kinds(f"Vervolg\n\nVan november tot januari werken Rijk en regio. {BODY}")[0] == (
        BlockKind.HEADING,
        "Vervolg",
    )


def test_a_heading_may_stand_above_a_numbered_heading() -> None:
    """A chapter's name above its first numbered part is a heading."""
    found = kinds(f"Titel van de nota\n\n{BODY}\nToelichting\n\n1. Wat vaststaat\n\n{BODY}")
    assert (BlockKind.HEADING, "Toelichting") in found


def test_the_opening_title_may_hold_a_comma() -> None:
    """The first block of a text is its title, also with a comma in it."""
    assert kinds(f"Voortgang Regio Deal, 4e tranche\n\n{BODY}")[0][0] is BlockKind.HEADING


def test_list_items_are_blocks_of_their_own() -> None:
    """Each item keeps its mark and its further lines."""
    found = kinds("Vier punten:\n\n- eerste punt\n  loopt door\n- tweede punt\n")
    assert found[1:] == [
        (BlockKind.LIST_ITEM, "- eerste punt loopt door"),
        (BlockKind.LIST_ITEM, "- tweede punt"),
    ]


def test_footnotes_are_cut_off_and_cited() -> None:
    """A note at the foot is a block with its number; its marker leaves the sentence."""
    drafts = parse("Dit staat in de brief.1 Daarna volgt meer.\n\n1 Kamerstuk 29 826\n").drafts
    assert [(d.kind, d.label) for d in drafts] == [(BlockKind.PARAGRAPH, ""), (BlockKind.FOOTNOTE, "1")]
    assert drafts[0].lines[0].markers == [(22, "1")]


def test_pages_that_are_not_known_stay_unknown() -> None:
    """A text without page marks has no pages, and no line has one."""
    parsed = parse(BODY)
    assert list(parsed.pages) == []
    assert {line.page for draft in parsed.drafts for line in draft.lines} == {None}


def test_markdown_under_the_name_of_text_is_read_as_markdown() -> None:
    """Two marks of Markdown are enough to tell."""
    assert kinds("# Titel\n\n## Deel\n\nTekst.")[:2] == [
        (BlockKind.HEADING, "Titel"),
        (BlockKind.HEADING, "Deel"),
    ]


def test_a_cookie_banner_at_the_foot_is_left_out() -> None:
    """The banner that a web export leaves is no part of the page."""
    banner = "Cookie-instellingen\n\nDeze website maakt gebruik van cookies. Lees onze cookieverklaring.\n"
    text = "".join(raw for _, raw in kinds(f"Nationaal Programma\n\n{BODY}\n{banner}"))
    assert "cookie" not in text.lower()
    assert "het kabinet" in text.lower()


def test_a_letter_about_cookies_keeps_its_text() -> None:
    """A document whose subject is cookies is no banner, also where it ends on them."""
    letter = f"Kamerbrief over tracking\n\n{BODY}\nDe toezichthouder ziet cookies zonder toestemming.\n"
    assert any("cookies" in raw for _, raw in kinds(letter))


def test_a_slogan_that_recurs_leaves_the_title() -> None:
    """A lower-case line under the title that the layout repeats is furniture."""
    slogan = "samen maken we het land groter"
    found = kinds(f"Voortgangsrapportage\nRegio Deal\n{slogan}\n\n{BODY}\n{BODY}\nSlot {slogan}\n")
    assert found[0] == (BlockKind.HEADING, "Voortgangsrapportage Regio Deal")
