"""What documents refer to leads to the document in the library, else to its public address; and back."""

from dataclasses import replace

import pytest
from tests.referring import annotated, law, read, telling
from tests.support import Shelf, made

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.database import open_database
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.search.referring import (
    Referral,
    cited_by,
    keys_in,
    of_document,
    of_keys,
    of_writing,
    referrals,
)

LETTER = "Zie Kamerstuk 29 826, nr. 211 voor de stand."
PAPER = "https://zoek.officielebekendmakingen.nl/kst-29826-211.html"


def only(shelf: Shelf, document_id: str) -> Referral:
    (found,) = referrals(shelf.library.reader, document_id)
    return found


def test_what_is_not_in_the_library_leads_to_its_public_address(shelf: Shelf) -> None:
    """The address is made of the key, and no document is guessed."""
    (letter,) = shelf.fill(telling(LETTER))
    found = only(shelf, letter)
    assert found.text == LETTER[found.start : found.end] == "Kamerstuk 29 826, nr. 211"
    assert (found.resolves_to, found.address) == (None, PAPER)
    assert [each.text for each in found.sentences] == [LETTER]


def test_a_file_is_the_publication_that_its_name_says(shelf: Shelf) -> None:
    """*kst-29826-211.pdf* is it; *kst-29826-2112.pdf* and an annex are not; what is removed is no more."""
    paper, *_ = (
        shelf.put(name, made(f"Het stuk {name} zelf."))
        for name in ("map/kst-29826-211.pdf", "kst-29826-2112.pdf", "kst-29826-211-b1.pdf")
    )
    (letter,) = shelf.fill(telling(LETTER))
    target = only(shelf, letter).resolves_to
    assert target is not None
    assert target.document_id == paper
    with shelf.library.writing() as writer:
        writer.remove_documents([paper])
    assert only(shelf, letter).resolves_to is None


def test_a_document_is_what_its_address_says(shelf: Shelf) -> None:
    """The address that a document states is its own."""
    paper, letter = shelf.fill(made("Het stuk.", url=PAPER, title="Voortgangsbrief"), telling(LETTER))
    target = only(shelf, letter).resolves_to
    assert target is not None
    assert (target.document_id, target.title) == (paper, "Voortgangsbrief")


def test_who_only_cites_a_number_is_not_it(shelf: Shelf) -> None:
    """Two letters that cite one Kamerstuk do not lead to each other."""
    one, other = shelf.fill(telling(LETTER), telling(f"Nogmaals. {LETTER}"))
    assert only(shelf, one).resolves_to is only(shelf, other).resolves_to is None


def test_a_kenmerk_leads_to_the_document_that_bears_it(shelf: Shelf) -> None:
    """In any case and spacing."""
    bearer = made("De nota.")
    bearer = replace(bearer, metadata=replace(bearer.metadata, kenmerk=Evidence("KGG_DGRGG / 107162027")))
    nota, letter = shelf.fill(bearer, telling("Zie ons kenmerk kgg_dgrgg/107162027 hierover."))
    target = only(shelf, letter).resolves_to
    assert target is not None
    assert target.document_id == nota
    assert [
        each.document_id
        for each in cited_by(shelf.library.reader, of_document(shelf.library.reader, nota)).citing
    ] == [letter]


def test_an_article_leads_to_its_place_in_the_law(shelf: Shelf) -> None:
    """By the name of the law or its abbreviation; of an article that the law does not show, to the law."""
    act, letter = shelf.fill(
        law("Algemene wet bestuursrecht", ["3:4", "3:40"]),
        telling("Op grond van artikel 3:40 Awb en artikel 9:1 van de Algemene wet bestuursrecht geldt dit."),
    )
    shown, missing = (each.resolves_to for each in referrals(shelf.library.reader, letter))
    text = shelf.library.reader.text(act)
    assert shown is not None
    assert missing is not None
    assert text is not None
    assert shown.document_id == missing.document_id == act
    assert text[shown.start : shown.end] == "Artikel 3:40"
    assert missing.start is None
    asked = of_document(shelf.library.reader, act)
    assert set(asked.keys) == {"art:3:40@awb", "art:9:1@awb"}
    assert cited_by(shelf.library.reader, asked).references == 2


def test_a_document_that_says_its_own_number_leads_nowhere_else(shelf: Shelf) -> None:
    """Its number leads to itself, and it does not cite itself."""
    paper, twin = shelf.fill(
        read(made(LETTER, url=PAPER)), read(made(f"{LETTER} En meer.", url=PAPER, date="2025-01-01"))
    )
    assert only(shelf, paper).own
    assert only(shelf, twin).own
    assert cited_by(shelf.library.reader, of_writing(shelf.library.reader, "29 826-211")).references == 0


def test_of_versions_one_is_led_to_and_one_is_told(shelf: Shelf) -> None:
    """The preferred version stands for its work, as what is cited and as what cites."""
    paper, concept, letter, draft = shelf.fill(
        made("Het stuk.", url=PAPER),
        made("Het stuk in concept.", url=PAPER),
        telling(LETTER),
        telling(LETTER + " Concept."),
    )
    with shelf.library.writing() as writer:
        writer.save_works([[paper, concept], [letter, draft]])
    target = only(shelf, draft).resolves_to
    assert target is not None
    assert target.document_id == paper
    found = cited_by(shelf.library.reader, of_document(shelf.library.reader, concept))
    assert [each.document_id for each in found.citing] == [letter]
    assert (found.references, found.documents) == (1, 1)


def test_a_footnote_counts_for_the_sentence_that_carries_its_marker(shelf: Shelf) -> None:
    """Who cites is told by that sentence, with its citation, and by the footnote."""
    text = "De voortgang is gemeld. Daarover volgt meer."
    shelf.fill(annotated(text, LETTER, marker="gemeld", title="Stand", kind="kamerbrief", date="2025-06-20"))
    (found,) = cited_by(shelf.library.reader, of_keys(shelf.library.reader, ["kst-29826-211"])).citing
    (said,) = found.excerpts
    assert said.text == "De voortgang is gemeld."
    assert said.label == "Kamerbrief Stand, 20 juni 2025"
    assert found.footnote is not None
    assert found.footnote.text == LETTER
    assert found.reference.text == "Kamerstuk 29 826, nr. 211"


@pytest.mark.parametrize(
    "written",
    [
        "Kamerstuk 29826-211",
        "Kamerstukken II 2024/25, 29 826, nr. 211",
        "29 826, nr. 211",
        " 29826-211 ",
        "kst-29826-211",
    ],
)
def test_any_spelling_asks_for_the_same(written: str) -> None:
    """One reference has many spellings and one key."""
    assert keys_in(written) == ["kst-29826-211"]


@pytest.mark.parametrize("written", ["", " ", "\x00", "\udcff", "' OR 1=1 --", "art:", "x" * 5000])
def test_what_is_no_reference_finds_nothing(shelf: Shelf, written: str) -> None:
    """Whatever is typed, nothing goes wrong."""
    shelf.fill(telling(LETTER))
    assert cited_by(shelf.library.reader, of_writing(shelf.library.reader, written)).references == 0


def test_pages_of_citations_show_each_once(shelf: Shelf) -> None:
    """Newest first, those without a date last; one after the other is all of them."""
    days = ["2024-05-01", None, "2025-05-01", "2024-05-01"]
    ids = shelf.fill(*(telling(f"{LETTER} Deel {n}. {LETTER}", date=day) for n, day in enumerate(days)))
    reader = shelf.library.reader
    asked = of_keys(reader, ["kst-29826-211"])
    whole = cited_by(reader, asked)
    assert (whole.references, whole.documents) == (8, 4)
    assert [whole.citing[0].document_id, whole.citing[-1].document_id] == [ids[2], ids[1]]
    paged, after = [], None
    for _ in range(8):
        (one,) = cited_by(reader, asked, after=after, count=1).citing
        paged.append(one)
        after = one.place
    assert tuple(paged) == whole.citing
    assert cited_by(reader, asked, start=5, count=3).citing == whole.citing[5:]


def test_many_references_cost_no_more_queries_than_few(shelf: Shelf) -> None:
    """One query for each thing that is looked up, not for each reference."""

    def letter(count: int) -> str:
        return " ".join(f"Zie Kamerstuk 29 826, nr. {number}." for number in range(1, count + 1))

    few, many = shelf.fill(telling(letter(2)), telling(letter(500)))
    connection = open_database(shelf.library.folder)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    counts = []
    for document_id in (few, many):
        asked.clear()
        counts.append((len(referrals(LibraryReader(connection), document_id)), len(asked)))
    connection.close()
    assert counts[0][1] == counts[1][1] < 10
    assert [count for count, _ in counts] == [2, 500]


def test_a_document_that_is_not_there_is_told(shelf: Shelf) -> None:
    """Its id is named."""
    with pytest.raises(DocumentNotFoundError, match="niets"):
        referrals(shelf.library.reader, "niets")
