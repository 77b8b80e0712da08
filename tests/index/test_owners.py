"""The documents of passages, kept in memory."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.support import Shelf, made

from beleidszoeker.index.store import DATABASE_NAME, open_database
from beleidszoeker.index.store.owners import Owners, read_owners


def keys(*values: int) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def test_they_are_those_of_the_database(shelf: Shelf) -> None:
    """In any order of keys, and without the passages of a document that was removed."""
    first, second, third = shelf.fill(made("Water."), made("Bodem.\n\n" * 3), made("Lucht."))
    reader = shelf.library.reader
    every = reader.keys()[::-1]
    assert reader.all_owners().of(every) == reader.owners(every.tolist())
    assert set(reader.all_owners().of(every).values()) == {first, second, third}
    with shelf.library.writing() as writer:
        writer.remove_documents([second])
    assert set(reader.all_owners().of(every).values()) == {first, third}


def test_a_document_may_have_keys_that_do_not_follow_each_other(shelf: Shelf) -> None:
    """Also then each passage is of its own document, and a key between them is of none."""
    first, second = shelf.fill(made("Water."), made("Bodem."))
    database = open_database(shelf.library.folder)
    database.execute(
        "INSERT INTO passages (key, id, document_id, ordinal, start, end, section, sentences, notes, digest) "
        "VALUES (7, 'later', ?, 1, 0, 1, '[]', '[]', '[]', '')",
        (first,),
    )
    found = read_owners(database).of(keys(0, 1, 2, 3, 6, 7, 8))
    database.close()
    assert found == {1: first, 2: second, 7: first}


def test_an_empty_library_has_none(shelf: Shelf) -> None:
    """No passages, no documents."""
    assert (shelf.library.folder / DATABASE_NAME).is_file()
    assert shelf.library.reader.all_owners().of(keys(1, 2)) == {}


@given(
    runs=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12),
    asked=st.lists(st.integers(-3, 90), max_size=30),
)
def test_a_run_holds_the_keys_from_its_first_to_its_last(
    runs: list[tuple[int, int]], asked: list[int]
) -> None:
    """Whatever the gaps between runs, a key is of the run that it lies in, else of none."""
    spans, place = list[tuple[int, int]](), 0
    for gap, length in runs:
        spans.append((place + gap, place + gap + length - 1))
        place += gap + length
    owners = Owners(
        keys(*(first for first, _ in spans)),
        keys(*(last for _, last in spans)),
        tuple(str(number) for number in range(len(spans))),
    )
    meant = {
        key: str(number)
        for key in asked
        for number, (first, last) in enumerate(spans)
        if first <= key <= last
    }
    assert owners.of(keys(*asked)) == meant
