"""What became of a passage that was cited."""

import pytest
from tests.support import Shelf, made

from beleidszoeker.errors import PassageNotFoundError
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.following import Fate, follow
from beleidszoeker.search.quoting.quotation import Part, quotation

OLD = """Het net is vol in Limburg. Er komt een tweede kabel bij. Die is in 2027 klaar.

De provincie onderzoekt of waterstof een deel van de vraag kan opvangen."""
NEW = """Inleiding. Dit is een nieuwe alinea vooraf.

De provincie onderzoekt of waterstof een klein deel van de vraag kan opvangen.

Het net is vol in Limburg. Er komt een tweede kabel bij. Die is pas in 2029 klaar."""


def passages(shelf: Shelf) -> list[PassageRecord]:
    return list(shelf.library.reader.passages(shelf.library.reader.keys().tolist()).values())


def quoted(shelf: Shelf, passage: PassageRecord, *sentences: int) -> tuple[Part, ...]:
    return quotation(shelf.library.reader, passage, [passage.sentences[each] for each in sentences]).parts


def test_what_is_there_is_the_same(shelf: Shelf) -> None:
    """While the document is there, its passage and what is quoted of it are."""
    shelf.fill(made(OLD))
    first = passages(shelf)[0]
    found = follow(shelf.library.reader, first.id, quoted(shelf, first, 0, 2))
    assert (found.fate, found.passage, found.literal) == (Fate.SAME, first, True)


@pytest.mark.parametrize(
    "part", [Part(0, 10, "00000000"), Part(0, 9000, "00000000"), Part(80, 90, "00000000")]
)
def test_a_quote_that_never_stood_there_is_told(shelf: Shelf, part: Part) -> None:
    """A link with a digest of other text leads to no quote."""
    shelf.fill(made(OLD))
    found = follow(shelf.library.reader, passages(shelf)[0].id, [part])
    assert (found.fate, found.literal, found.parts) == (Fate.MISQUOTED, False, ())


def test_an_id_never_means_other_text(shelf: Shelf) -> None:
    """After a file changed, no id of the old document is an id of the new one, wherever they stood."""
    shelf.put("brief.txt", made(OLD))
    shelf.publish()
    old = {each.id: each.text for each in passages(shelf)}
    shelf.put("brief.txt", made(NEW))
    shelf.publish()
    new = {each.id: each.text for each in passages(shelf)}
    assert old
    assert not set(old) & set(new)
    for passage_id in old:
        assert follow(shelf.library.reader, passage_id).fate is Fate.REPLACED


def test_passages_whose_digests_agree_are_told_apart(shelf: Shelf) -> None:
    """Two passages of one file of which the first 8 digits are the same both keep an id of their own."""
    shelf.fill(made("Alinea 196457.\n\nPassage 024215."))
    first, second = passages(shelf)
    assert first.id.rsplit("-", 1)[1] == "eb3a9629"
    assert second.id.rsplit("-", 1)[1].startswith("eb3a9629")
    assert first.id != second.id
    found = follow(shelf.library.reader, second.id).passage
    assert found is not None
    assert found.text == "Passage 024215."


def test_a_quote_that_moved_is_found_literally(shelf: Shelf) -> None:
    """In the new version the sentence that stayed is found where it is now, and it is the same text."""
    shelf.put("brief.txt", made(OLD))
    shelf.publish()
    first = passages(shelf)[0]
    parts = quoted(shelf, first, 0, 1)
    said = first.text[slice(first.sentences[0][0], first.sentences[1][1])]
    now = shelf.put("brief.txt", made(NEW))
    shelf.publish()
    found = follow(shelf.library.reader, first.id, parts)
    assert found.fate is Fate.REPLACED
    assert found.literal
    assert found.document is not None
    assert found.document.id == now
    (part,) = found.parts
    assert NEW[part.start : part.end] == said
    assert found.passage is not None
    assert said in found.passage.text


def test_a_quote_that_changed_is_not_said_to_be_there(shelf: Shelf) -> None:
    """A sentence with another year in it is not the quote; the passage around it is the nearest one."""
    shelf.put("brief.txt", made(OLD))
    shelf.publish()
    first = passages(shelf)[0]
    parts = quoted(shelf, first, 2)
    shelf.put("brief.txt", made(NEW))
    shelf.publish()
    found = follow(shelf.library.reader, first.id, parts)
    assert (found.fate, found.literal, found.parts) == (Fate.REPLACED, False, ())
    assert found.passage is not None
    assert "2029" in found.passage.text


def test_of_two_parts_both_must_stand_there(shelf: Shelf) -> None:
    """When one of the quoted sentences changed, the quote as a whole does not stand there."""
    shelf.put("brief.txt", made(OLD))
    shelf.publish()
    first = passages(shelf)[0]
    parts = quoted(shelf, first, 0, 2)
    assert len(parts) == 2
    shelf.put("brief.txt", made(NEW))
    shelf.publish()
    assert not follow(shelf.library.reader, first.id, parts).literal


def test_the_same_work_under_another_name_is_found(shelf: Shelf) -> None:
    """A version in another file, after the first was taken away, is known by what it says."""
    words = " ".join(f"woord{number} volgt op woord{number + 1}." for number in range(80))
    shelf.put("concept.txt", made(words))
    shelf.publish()
    first = passages(shelf)[0]
    now = shelf.put("definitief.txt", made(words + " Slot."))
    with shelf.library.writing() as writer:
        writer.remove_sources(["/concept.txt"])
    shelf.publish()
    found = follow(shelf.library.reader, first.id)
    assert found.fate is Fate.REPLACED
    assert found.document is not None
    assert found.document.id == now


def test_a_document_that_went_is_gone(shelf: Shelf) -> None:
    """Nothing is offered in its place when nothing is like it."""
    shelf.fill(made(OLD), made("Heel iets anders over kunst en cultuur in de gemeente Zwolle."))
    first = passages(shelf)[0]
    with shelf.library.writing() as writer:
        writer.remove_sources(["/0.txt"])
    shelf.publish()
    found = follow(shelf.library.reader, first.id)
    assert (found.fate, found.document, found.passage) == (Fate.REMOVED, None, None)


def test_of_what_somebody_removed_nothing_is_kept(shelf: Shelf) -> None:
    """Not its words as hashes, not its file's name; only that it was there."""
    (document_id,) = shelf.fill(made(OLD))
    first = passages(shelf)[0]
    with shelf.library.writing() as writer:
        writer.remove_documents([document_id])
    shelf.publish()
    assert follow(shelf.library.reader, first.id).fate is Fate.REMOVED
    kept = shelf.library._connection()
    assert kept.execute("SELECT count(*) FROM former_passages").fetchone()[0] == 0
    assert kept.execute("SELECT count(*) FROM former_sources").fetchone()[0] == 0
    assert kept.execute("SELECT length(signature) FROM former_documents").fetchone()[0] == 0


def test_no_text_of_a_former_document_is_kept(shelf: Shelf) -> None:
    """What is kept of a version that was replaced are hashes."""
    shelf.put("brief.txt", made("Een geheim plan voor Ypenburg."))
    shelf.publish()
    shelf.put("brief.txt", made("Iets anders."))
    shelf.publish()
    with shelf.library.writing():
        shelf.library._connection().execute("VACUUM")
        shelf.library._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Ypenburg" not in (shelf.library.folder / "library.db").read_bytes()


def test_a_file_that_is_read_anew_keeps_its_quotes(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file cut in another way by a newer program: the quote leads to the passage that has it now."""
    shelf.put("brief.txt", made(OLD), content="dezelfde bytes")
    shelf.publish()
    first = passages(shelf)[0]
    parts = quoted(shelf, first, 1)
    monkeypatch.setattr("beleidszoeker.index.store.writer.PARSER_VERSION", 10_000)
    shelf.put("brief.txt", made(OLD.replace("\n\n", "  ")), content="dezelfde bytes")
    shelf.publish()
    found = follow(shelf.library.reader, first.id, parts)
    assert found.fate is Fate.REREAD
    assert found.literal
    assert found.passage is not None
    assert found.passage.id != first.id
    assert "tweede kabel" in found.passage.text
    assert follow(shelf.library.reader, first.id).fate is Fate.REREAD


@pytest.mark.parametrize("passage_id", ["", "-", "x", "x-y", "0123456789abcdef-01234567", "'; DROP TABLE"])
def test_what_never_was_is_not_found(shelf: Shelf, passage_id: str) -> None:
    """An id that is none is an error that says so, whatever it looks like."""
    shelf.fill(made(OLD))
    with pytest.raises(PassageNotFoundError):
        follow(shelf.library.reader, passage_id)


def test_an_id_of_a_document_that_is_there_may_still_be_none(shelf: Shelf) -> None:
    """A made-up digest behind the id of a document is no passage that once was."""
    (document_id,) = shelf.fill(made(OLD))
    with pytest.raises(PassageNotFoundError):
        follow(shelf.library.reader, f"{document_id}-00000000")
