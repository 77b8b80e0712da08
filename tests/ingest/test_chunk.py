"""Passages of small documents."""

import pytest

from beleidszoeker.ingest.chunk import ChunkSize, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import BlockKind, ParsedDocument, Passage
from beleidszoeker.ingest.drafts import Draft, DraftDocument, Line
from beleidszoeker.ingest.language.sentences import SentenceSplitter

SPLIT = SentenceSplitter(trained=None).split
P, H, F, L, R = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.FOOTNOTE,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_ROW,
)
SENTENCE = "Het kabinet werkt aan de netcapaciteit in de regio. "


def document(*drafts: Draft) -> ParsedDocument:
    return compose(DraftDocument(list(drafts)))


def draft(kind: BlockKind, text: str, level: int = 0, label: str = "") -> Draft:
    return Draft(kind, [Line(text)], level=level, label=label)


def texts(parsed: ParsedDocument, passages: list[Passage]) -> list[str]:
    return [parsed.text[passage.start : passage.end] for passage in passages]


def test_a_heading_parts_passages() -> None:
    """Text under two headings is two passages, each with its section."""
    parsed = document(
        draft(H, "Een", 1), draft(P, "Eerste zin."), draft(H, "Twee", 1), draft(P, "Tweede zin.")
    )
    passages = chunk(parsed, SPLIT)
    assert texts(parsed, passages) == ["Eerste zin.", "Tweede zin."]
    assert [passage.section for passage in passages] == [("Een",), ("Twee",)]


def test_the_title_is_no_section() -> None:
    """The document's title stands above everything and says nothing about a place in it."""
    parsed = document(draft(H, "Titel", 1), draft(H, "Deel", 2), draft(P, "Een zin."))
    assert [passage.section for passage in chunk(parsed, SPLIT, title="Titel")] == [("Deel",)]


def test_long_text_is_cut_between_sentences() -> None:
    """Passages stay near their size, and each begins and ends with a sentence."""
    parsed = document(draft(P, (SENTENCE * 60).strip()))
    passages = chunk(parsed, SPLIT)
    assert len(passages) > 1
    assert all(text.startswith("Het") and text.endswith(".") for text in texts(parsed, passages))
    assert all(passage.end - passage.start <= ChunkSize().most + ChunkSize().least for passage in passages)


def test_a_short_rest_joins_the_passage_before_it() -> None:
    """No passage of a section is a scrap while there is room in the one before it."""
    parsed = document(draft(P, (SENTENCE * 15).strip()), draft(P, "Kort slot."))
    assert len(chunk(parsed, SPLIT)) == 1


def test_a_sentence_longer_than_a_passage_stays_whole() -> None:
    """Better one long passage than half a sentence."""
    parsed = document(draft(P, "Dit " + "en dat " * 400 + "is het."))
    assert len(chunk(parsed, SPLIT)) == 1


def test_a_table_row_is_one_sentence() -> None:
    """A row is never cut, whatever marks are in it."""
    parsed = document(draft(R, "BZK | Een zin. Nog een zin."), draft(R, "EZK | Ja. Nee."))
    (passage,) = chunk(parsed, SPLIT)
    assert [parsed.text[a:b] for a, b in passage.sentences] == [
        "BZK | Een zin. Nog een zin.",
        "EZK | Ja. Nee.",
    ]


def test_a_bullet_is_no_part_of_its_sentence() -> None:
    """A quote of an item begins with its words; a number stays, because texts refer to it."""
    parsed = document(draft(L, "• eerste punt;"), draft(L, "2. tweede punt."))
    (passage,) = chunk(parsed, SPLIT)
    assert [parsed.text[a:b] for a, b in passage.sentences] == ["eerste punt;", "2. tweede punt."]


def test_a_passage_carries_the_notes_that_it_cites() -> None:
    """A short note is found through the passage that cites it, and is no passage itself."""
    text = Draft(P, [Line("Dat staat in de brief.", markers=[(21, "1")])])
    parsed = document(text, draft(F, "Kamerstuk 29 826, nr. 211.", label="1"))
    (passage,) = chunk(parsed, SPLIT)
    assert passage.notes == ("Kamerstuk 29 826, nr. 211.",)


def test_a_long_note_is_a_passage_too() -> None:
    """A note that argues can be found by itself; its section says which note it is."""
    text = Draft(P, [Line("Dat staat in de brief.", markers=[(21, "1")])])
    parsed = document(draft(H, "Kop", 1), text, draft(F, SENTENCE * 3, label="1"))
    assert [passage.section for passage in chunk(parsed, SPLIT)] == [("Kop",), ("Kop", "voetnoot 1")]


def test_a_heading_with_nothing_under_it_is_not_lost() -> None:
    """An agenda item without a decision under it can be found; a mere name can not."""
    item = "16. Aangepaste zienswijze voor de raad"
    parsed = document(draft(P, "Een zin."), draft(H, item, 1), draft(H, "Rondvraag", 1))
    (passage,) = chunk(parsed, SPLIT)
    assert [parsed.text[a:b] for a, b in passage.sentences] == ["Een zin.", item]


def test_marks_without_letters_are_no_passage() -> None:
    """A page number or a rule alone is not found."""
    assert chunk(document(draft(P, "— 12 —")), SPLIT) == []


@pytest.mark.parametrize(
    ("turn", "kept"),
    [
        ("Dank u wel, voorzitter.", False),
        ("Hartelijk dank, mevrouw de minister.", False),
        ("Gaat uw gang.", False),
        ("Voorzitter.", False),
        ("Dank aan de regio.", True),
        ("Wij bouwen.", True),
        ("Overzicht is akkoord.", True),
    ],
)
def test_courtesies_are_no_passages(turn: str, kept: bool) -> None:  # noqa: FBT001
    """What a speaker says out of politeness answers no query; a short decision does."""
    assert bool(chunk(document(draft(P, turn)), SPLIT)) == kept
