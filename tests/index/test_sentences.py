"""Vectors of sentences: kept with those of passages, made again by a repair, and never missed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.support import NULL, Shelf, made, publish_as_it_is

from beleidszoeker.index.doctor import examine, repair
from beleidszoeker.index.store.sentences import pack_vectors, unpack_vectors
from beleidszoeker.model.base import Vectors

TEXT = "Het net is vol. Dat duurt nog lang.\n\nEén zin over water."


def sentences(shelf: Shelf) -> list[Vectors]:
    """The vectors of each passage's sentences, by ascending key."""
    return list(shelf.library.reader.sentences(shelf.embedder.id, shelf.embedder.dimension))


def vectors_finding(shelf: Shelf) -> tuple[bool, str]:
    return next((f.ok, f.message) for f in examine(shelf.library, shelf.embedder) if f.check == "vectors")


@given(arrays(np.float32, (3, 16), elements=st.floats(-1, 1, width=32)))
def test_packing_rounds_a_little(vectors: Vectors) -> None:
    """What comes back differs by at most half a step of 127 from the largest number of its vector."""
    found = unpack_vectors(pack_vectors(vectors), 16)
    step = np.abs(vectors).max(axis=1, keepdims=True) / 127
    assert found.dtype == np.float32
    assert (np.abs(found - vectors) <= step * 0.51 + 1e-30).all()


def test_sentences_are_embedded_by_themselves(shelf: Shelf) -> None:
    """One vector for each sentence of a passage of several, its own; a passage of one sentence needs none."""
    shelf.fill(made(TEXT))
    found, none = sentences(shelf)
    expected = shelf.embedder.encode_queries(["Het net is vol.", "Dat duurt nog lang."])
    np.testing.assert_allclose(found, expected, atol=0.01)
    assert none.shape == (0, shelf.embedder.dimension)
    assert shelf.embedder.embedded[2:] == ["Het net is vol.", "Dat duurt nog lang."]


def test_a_batch_is_kept_whole_or_not_at_all(shelf: Shelf) -> None:
    """No passage has its vector without those of its sentences: it would be published without them."""
    shelf.put("a.txt", made(TEXT))
    texts, model = list(shelf.library.reader.indexed_texts()), shelf.embedder.id
    vectors = shelf.embedder.encode_queries([text.text for text in texts])

    def keep() -> None:
        with shelf.library.writing() as writer:
            too_few = zip(texts, [vectors], strict=True)
            writer.save_vectors(model, [text.digest for text in texts], vectors, sentences=too_few)

    with pytest.raises(ValueError, match="shorter"):
        keep()
    assert len(shelf.library.reader.missing_vectors(model)) == len(texts) == 2


def test_equal_sentences_are_embedded_once_and_short_ones_never(shelf: Shelf) -> None:
    """What stands in every letter costs one vector; a label has one of zeros."""
    shelf.fill(made("Met vriendelijke groet. Nee. Met vriendelijke groet."))
    (found,) = sentences(shelf)
    assert shelf.embedder.embedded[1:] == ["Met vriendelijke groet."]
    np.testing.assert_array_equal(found[0], found[2])
    assert not found[1].any()


def test_a_library_of_an_older_version_gets_them_at_the_next_ingest(shelf: Shelf) -> None:
    """The passages keep their vectors; only the sentences are embedded; the doctor says when some lack."""
    shelf.fill(made(TEXT))
    before = sentences(shelf)
    shelf.library._connection().execute("DELETE FROM sentence_vectors")
    assert [len(found) for found in sentences(shelf)] == [0, 0]
    assert vectors_finding(shelf) == (False, "Van 1 passages hebben de zinnen nog geen vector.")
    repair(shelf.library, shelf.embedder, reporter=NULL)
    assert vectors_finding(shelf) == (True, "Alle passages hebben een vector.")
    assert shelf.embedder.embedded[4:] == ["Het net is vol.", "Dat duurt nog lang."]
    np.testing.assert_array_equal(sentences(shelf)[0], before[0])


@pytest.mark.parametrize("damage", ["vectors = x'00'", "vectors = x''", "sentences = '[[0, 1]]'"])
def test_what_does_not_fit_is_passed_over(shelf: Shelf, damage: str) -> None:
    """Cut off, empty, or of another cut of the text: as if it were not there."""
    shelf.fill(made(TEXT))
    shelf.library._connection().execute(f"UPDATE sentence_vectors SET {damage}")  # noqa: S608 - see above
    assert [len(found) for found in sentences(shelf)] == [0, 0]
    publish_as_it_is(shelf)
    assert shelf.engine().search("net vol").results[0].quotes


def test_nothing_is_kept_of_what_is_gone(shelf: Shelf) -> None:
    """With a document go the vectors of its sentences, at the next publication."""
    (first, _) = shelf.fill(made(TEXT), made("Iets over kades. En iets over spoor."))
    with shelf.library.writing() as writer:
        writer.remove_documents([first])
    shelf.publish()
    rows = shelf.library._connection().execute("SELECT count(*) FROM sentence_vectors")
    assert (rows.fetchone()[0], [len(found) for found in sentences(shelf)]) == (1, [2])
