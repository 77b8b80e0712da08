"""Finding marked words again after the parser moved them."""

from tests.golden.marks import Mark, digest, relocate

WORDS = "De brug gaat dicht."
MARK = Mark("brief.txt", "d", 20, 20 + len(WORDS), 4, digest(WORDS))


def test_words_that_stayed_are_where_they_were() -> None:
    """The marked place counts first, also where the same words stand earlier."""
    assert relocate(MARK, f"{WORDS} {WORDS}") == (20, 39)


def test_words_that_moved_are_found() -> None:
    """They may stand elsewhere and be broken over lines in another way."""
    text = "Geachte voorzitter,\n\nDe brug\ngaat  dicht. Tot slot."
    assert relocate(MARK, text) == (21, 41)
    assert text[21:41].split() == WORDS.split()


def test_words_that_are_gone_are_not_found() -> None:
    """One other word is another sentence."""
    assert relocate(MARK, "De brug gaat open. De brug blijft dicht.") is None
    assert relocate(MARK, "") is None
