from concurrent.futures import ThreadPoolExecutor

import numpy as np

from beleidszoeker.model.base import Vectors
from beleidszoeker.model.remembering import Memory


class Counting:
    """An encoder that notes what it is asked; a text's vector is its length, twice."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: list[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text)] * 2 for text in texts], dtype=np.float32)


def test_what_was_asked_before_is_not_computed_again() -> None:
    """Only what is new is encoded, once, also when it stands there twice."""
    memory, encode = Memory(), Counting()
    memory.vectors(["net", "vol"], encode)
    vectors = memory.vectors(["vol", "motie", "net", "motie"], encode)
    assert encode.asked == ["net", "vol", "motie"]
    np.testing.assert_array_equal(vectors[:, 0], [3, 5, 3, 5])


def test_what_was_used_longest_ago_is_forgotten() -> None:
    """Asking again counts as use."""
    memory, encode = Memory(2), Counting()
    for text in ["a", "b", "a", "c", "a", "b"]:
        memory.vectors([text], encode)
    assert encode.asked == ["a", "b", "c", "b"]


def test_more_at_once_than_is_remembered_all_come_back() -> None:
    """The size limits what is kept, not what can be asked."""
    memory, encode = Memory(2), Counting()
    assert memory.vectors([f"{n}" * n for n in range(1, 8)], encode)[:, 0].tolist() == [1, 2, 3, 4, 5, 6, 7]
    memory.vectors(["7777777"], encode)
    assert len(encode.asked) == 7


def test_changing_an_answer_changes_no_memory() -> None:
    """Each answer is the asker's own."""
    memory, encode = Memory(), Counting()
    memory.vectors(["net"], encode)[:] = 9
    assert memory.vectors(["net"], encode).tolist() == [[3, 3]]


def test_threads_may_share_it() -> None:
    """Under eviction by many threads each still gets what it asked."""
    memory, encode = Memory(3), Counting()
    texts = ["x" * (n % 7 + 1) for n in range(700)]
    with ThreadPoolExecutor(8) as pool:
        vectors = list(pool.map(lambda text: memory.vectors([text], encode), texts))
    assert [vector[0, 0] for vector in vectors] == [len(text) for text in texts]
