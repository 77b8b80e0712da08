"""What goes into the store comes out of it."""

import numpy as np
import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import DocumentNotFoundError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.ingest.prepared import PreparedDocument

TEXT = "Het net zit vol. Dat hindert 🚧 de bouw.\n\nÉén oplossing is verzwaring.\n\nAan het slot dank."


def full() -> PreparedDocument:
    return made(
        TEXT,
        title="Voortgang",
        kind="nota",
        date="2024-05-17",
        organisations=["Provincie Limburg", "Gemeente Venlo"],
        dossiers=["29826"],
        url="https://example.nl/a",
        section=("1. Inleiding", "1.1 Net"),
        labels=["i", "ii", None],
        notes=("Kamerstukken II 29826, nr. 1.",),
    )


def test_a_document_comes_back_as_it_went_in(shelf: Shelf) -> None:
    """Text, blocks, pages, printed lines and footnotes survive."""
    prepared = full()
    document_id = shelf.put("map/a.txt", prepared)
    assert shelf.library.reader.parsed(document_id) == prepared.document


def test_a_document_is_described(shelf: Shelf) -> None:
    """Its record tells what its metadata tell, the number of pages and passages, and its files."""
    record = shelf.library.reader.document(shelf.put("map/a.txt", full()))
    assert (record.title, record.kind, record.date) == ("Voortgang", "nota", "2024-05-17")
    assert record.organisations == ("Gemeente Venlo", "Provincie Limburg")
    assert record.dossiers == ("29826",)
    assert (record.page_count, record.passage_count) == (3, 3)
    assert record.sources == ("map/a.txt",)
    assert record.url == "https://example.nl/a"


def test_passages_are_spans_of_the_text(shelf: Shelf) -> None:
    """Each passage is literally its span, its sentences stand in it, and its pages have their labels."""
    document_id = shelf.put("a.txt", full())
    reader = shelf.library.reader
    text = reader.parsed(document_id).text
    passages = list(reader.passages(reader.keys().tolist()).values())
    assert [passage.text for passage in passages] == TEXT.split("\n\n")
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert reader.passage(passage.id) == passage
        assert passage.id.startswith(document_id)
        assert passage.section == ("1. Inleiding", "1.1 Net")
        assert passage.notes == ("Kamerstukken II 29826, nr. 1.",)
    first = passages[0]
    assert [first.text[start:end] for start, end in first.sentences] == [
        "Het net zit vol.",
        "Dat hindert 🚧 de bouw.",
    ]
    assert [passage.page_first for passage in passages] == [1, 2, 3]
    assert [passage.label_first for passage in passages] == ["i", "ii", None]


def test_a_document_without_pages_has_none(shelf: Shelf) -> None:
    """Pages that are not known are ``None`` everywhere, never a guess."""
    record = shelf.library.reader.document(shelf.put("a.txt", made("Water.")))
    (passage,) = shelf.library.reader.passages([1]).values()
    assert record.page_count is None
    assert (passage.page_first, passage.page_last, passage.label_first) == (None, None, None)


def test_what_is_embedded_has_its_heading(shelf: Shelf) -> None:
    """Title and section stand above the passage that is embedded, and are no part of its text."""
    shelf.put("a.txt", full())
    first = next(shelf.library.reader.indexed_texts())
    assert first.embedded == f"Voortgang — 1. Inleiding — 1.1 Net\n{first.text}"
    assert first.text == TEXT.split("\n\n", maxsplit=1)[0]


def test_what_is_not_there_is_an_error(shelf: Shelf) -> None:
    """Unknown ids are named."""
    reader = shelf.library.reader
    with pytest.raises(DocumentNotFoundError, match="'x'"):
        reader.document("x")
    with pytest.raises(DocumentNotFoundError, match="'x'"):
        reader.parsed("x")
    with pytest.raises(PassageNotFoundError, match="'x'"):
        reader.passage("x")
    assert reader.passages([]) == reader.passages([99]) == {}


def test_documents_come_newest_first(shelf: Shelf) -> None:
    """By date, then by title; those without a date come last."""
    for title, date in (("B", None), ("A", "2023-01-01"), ("C", "2024-01-01"), ("B", "2023-01-01")):
        shelf.put(f"{title}{date}.txt", made("Tekst.", title=title, date=date))
    found = [(record.title, record.date) for record in shelf.library.reader.documents()]
    assert found == [("C", "2024-01-01"), ("A", "2023-01-01"), ("B", "2023-01-01"), ("B", None)]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), ["a", "b", "c"]),
        (Filters(kinds=("nota",)), ["a"]),
        (Filters(kinds=("nota", "motie")), ["a", "b"]),
        (Filters(date_from="2024-01-01"), ["b"]),
        (Filters(date_to="2023-12-31"), ["a"]),
        (Filters(organisations=("limburg",)), ["a", "b"]),
        (Filters(organisations=("limburg",), kinds=("motie",)), ["b"]),
        (Filters(dossiers=("29826", "1")), ["c"]),
        (Filters(documents=("x",)), []),
    ],
)
def test_keys_meet_the_filters(shelf: Shelf, filters: Filters, names: list[str]) -> None:
    """All limits hold together; within one, any value will do; without a date, no range fits."""
    shelf.put("a", made("a", kind="nota", date="2023-06-01", organisations=["Provincie Limburg"]))
    shelf.put("b", made("b", kind="motie", date="2024-06-01", organisations=["Waterschap Limburg"]))
    shelf.put("c", made("c", kind="rapport", dossiers=["29826"]))
    reader = shelf.library.reader
    found = reader.passages(reader.keys(filters).tolist()).values()
    assert sorted(passage.text for passage in found) == names


def test_removing_counts_at_once(shelf: Shelf) -> None:
    """A removed document, its passages and its files are gone, and it is remembered as removed."""
    first, second = shelf.fill(made("Water."), made("Bodem."))
    with shelf.library.writing() as writer:
        assert writer.remove_documents([first, "unknown"]) == 1
    reader = shelf.library.reader
    assert reader.removed() == (first,)
    assert [record.id for record in reader.documents()] == [second]
    assert list(reader.sources()) == ["/1.txt"]
    assert reader.passages([1, 2]).keys() == reader.owners([1, 2]).keys() == {2}


def test_a_replaced_document_goes_after_the_publication(shelf: Shelf) -> None:
    """When a file changes, its old document can be found until a new index is published, not after."""
    old = shelf.put("a.txt", made("Oude tekst."))
    shelf.publish()
    new = shelf.put("a.txt", made("Nieuwe tekst."))
    reader = shelf.library.reader
    assert set(reader.owners([1, 2]).values()) == {old, new}
    assert [record.id for record in reader.documents()] == [new]
    shelf.publish()
    assert set(reader.owners([1, 2]).values()) == {new}
    assert reader.removed() == ()


def test_keys_are_never_used_twice(shelf: Shelf) -> None:
    """A passage gets a key that no passage had before, also after removals."""
    (first,) = shelf.fill(made("Water."))
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    shelf.put("b.txt", made("Bodem."))
    assert shelf.library.reader.keys().tolist() == [2]


def test_two_files_may_hold_one_document(shelf: Shelf) -> None:
    """A document goes when the last file that holds it goes."""
    first = shelf.put("a.txt", made("Water."), content="same")
    assert shelf.put("b.txt", made("Water."), content="same") == first
    reader = shelf.library.reader
    assert reader.document(first).sources == ("a.txt", "b.txt")
    with shelf.library.writing() as writer:
        assert writer.remove_sources(["/a.txt", "/unknown"]) == 1
        assert reader.document(first).sources == ("b.txt",)
        writer.remove_sources(["/b.txt"])
    assert reader.documents() == []
    assert reader.removed() == (first,)


def test_vectors_are_kept_by_text(shelf: Shelf) -> None:
    """Equal passages under equal headings share one vector, which comes back unchanged for each."""
    shelf.put("a.txt", made("Water."))
    shelf.put("b.txt", made("Water.\n\nBodem."))
    shelf.publish()
    keys, vectors = shelf.library.reader.vectors(shelf.embedder.id, 64)
    assert keys.tolist() == [1, 2, 3]
    assert len(shelf.embedder.embedded) == 2
    expected = shelf.embedder.encode_queries(["Voortgang\nWater.", "Voortgang\nWater.", "Voortgang\nBodem."])
    np.testing.assert_array_equal(vectors, expected)
    assert shelf.library.reader.missing_vectors(shelf.embedder.id) == []
    assert shelf.library.reader.missing_vectors("other") == [1, 3]


def test_vectors_that_nothing_uses_are_cleared(shelf: Shelf) -> None:
    """After a removal the cache keeps no vector of a text that is gone."""
    (first, _) = shelf.fill(made("Water."), made("Bodem."))
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    shelf.publish()
    count = shelf.library._connection().execute("SELECT count(*) FROM vectors").fetchone()[0]
    assert count == 1


def test_the_digest_tells_which_passages_there_are(shelf: Shelf) -> None:
    """It changes with each document that comes or goes, and with nothing else."""
    reader = shelf.library.reader
    seen = [reader.digest()]
    first, _ = shelf.fill(made("Water."), made("Bodem."))
    seen.append(reader.digest())
    shelf.publish(force=True)
    assert reader.digest() == seen[-1]
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    seen.append(reader.digest())
    assert len(set(seen)) == 3


def test_the_database_is_whole(shelf: Shelf) -> None:
    """A library with all sorts of content passes SQLite's own examination."""
    shelf.put("a.txt", full())
    shelf.put("b.txt", None)
    assert shelf.library.reader.integrity() is None
