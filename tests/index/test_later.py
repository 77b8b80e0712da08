"""Later documents that share a reference with a document."""

from dataclasses import replace

from tests.promises import MINISTRY, letter, reference, reply, with_knowledge
from tests.support import Shelf, made

from beleidszoeker.index.store.knowledge import LaterDocument
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.prepared import PreparedDocument

PAPER = "https://zoek.officielebekendmakingen.nl/kst-31234-7.html"


def with_kenmerk(prepared: PreparedDocument, kenmerk: str) -> PreparedDocument:
    return replace(prepared, metadata=replace(prepared.metadata, kenmerk=Evidence(kenmerk)))


def later(shelf: Shelf, *documents: PreparedDocument) -> list[LaterDocument]:
    """Return what is later than the first of these."""
    first, *_ = shelf.fill(*documents)
    return shelf.library.reader.knowledge.later.than(first)


def test_what_both_refer_to_is_told(shelf: Shelf) -> None:
    """The key that both hold, and the day of the later one."""
    (found,) = later(shelf, letter(), reply())
    assert (found.date, found.shared, found.names_it) == ("2025-06-20", ("kst-31234-7",), False)


def test_a_document_that_refers_to_it_names_it(shelf: Shelf) -> None:
    """Where the document that promises is that Kamerstuk, the later one refers to the promise itself."""
    text = "Ik zal de Kamer informeren."
    paper = made(text, url=PAPER, date="2025-01-20", organisations=[MINISTRY])
    (found,) = later(shelf, paper, reply())
    assert found.names_it


def test_a_kenmerk_of_a_series_ties_nothing(shelf: Shelf) -> None:
    """Two lists that bear one kenmerk do not refer to each other; a letter that quotes it does."""
    series = with_kenmerk(letter(), "Z/25/1")
    nothing = with_knowledge(series)
    text = "Zie uw brief Z/25/1."
    quoting = with_knowledge(
        made(text, date="2025-09-01", organisations=[MINISTRY]),
        references=(reference(text, "Z/25/1", "kenmerk:Z/25/1"),),
    )
    bearing = with_kenmerk(
        made("Nog een lijst Z/25/1.", date="2025-08-01", organisations=[MINISTRY]), "Z/25/1"
    )
    also = with_knowledge(
        bearing, references=(reference("Nog een lijst Z/25/1.", "Z/25/1", "kenmerk:Z/25/1"),)
    )
    assert [(each.date, each.names_it) for each in later(shelf, nothing, quoting, also)] == [
        ("2025-09-01", True)
    ]


def test_dossiers_are_told_apart(shelf: Shelf) -> None:
    """A dossier says less than a Kamerstuk in it."""
    first = made("Een.", date="2025-01-01", organisations=[MINISTRY], dossiers=["31234"])
    second = made("Twee.", date="2025-02-01", organisations=[MINISTRY], dossiers=["31234"])
    (found,) = later(shelf, first, second)
    assert (found.shared, found.dossiers) == ((), ("31234",))
