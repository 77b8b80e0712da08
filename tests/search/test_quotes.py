"""Which sentences are quoted: by words, by meaning, and never the question itself."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import Shelf, made, publish_as_it_is
from tests.support import passage_record as passage

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.explaining.matching import Match
from beleidszoeker.search.quoting.meaning import WEIGHT, nearness
from beleidszoeker.search.quoting.quotes import best_quotes
from beleidszoeker.search.ranking.retrieval import Mode

SENTENCES = (
    "De gemeente vergadert iedere maand.",
    "Besluit:",
    "Er komt voorlopig geen nieuwe brug over de vaart.",
    "Dank u wel.",
    "De wethouder licht dat later schriftelijk toe.",
)


def record(sentences: Sequence[str], *, between: str = " ") -> PassageRecord:
    """A passage of these sentences."""
    starts = np.cumsum([0, *(len(sentence) + len(between) for sentence in sentences)]).tolist()
    spans = tuple((start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=False))
    return passage(text=between.join(sentences), sentences=spans)


def quoted(sentences: Sequence[str], meaning: Sequence[float] | None, *words: tuple[str, float]) -> list[str]:
    """What is quoted when these words match, each with its weight."""
    given_passage = record(sentences)
    starts = [(given_passage.text.index(word), word, weight) for word, weight in words]
    matches = [Match(start, start + len(word), weight, word, word) for start, word, weight in sorted(starts)]
    return [quote.text for quote in best_quotes(given_passage, matches, meaning)]


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ((0.0, 0.0, 0.3, 0.0, 0.1), [SENTENCES[2]]),
        ((0.0, 0.0, 0.3, 0.0, 0.25), [SENTENCES[2], SENTENCES[4]]),
        ((-0.3, -0.3, -0.3, -0.3, -0.1), [SENTENCES[4]]),
        ((0.1, 0.9, 0.3, 0.9, 0.1), [SENTENCES[2]]),  # no label and no courtesy
        ((0.2, 0.2, 0.2, 0.2, 0.2), [SENTENCES[0]]),
        (None, [SENTENCES[0]]),
        ((0.0, 0.3), [SENTENCES[0]]),  # of another cut of the text: not this passage's
    ],
)
def test_without_words_meaning_chooses(meaning: tuple[float, ...] | None, expected: list[str]) -> None:
    """The sentence nearest in meaning is quoted; without meaning the first that says something."""
    assert quoted(SENTENCES, meaning) == expected


def test_words_and_meaning_add_up() -> None:
    """A telling word wins from a little meaning; between equal words meaning decides."""
    near_last = (0.0, 0.0, 0.0, 0.0, 0.3)
    assert quoted(SENTENCES, near_last, ("brug", 2.0)) == [SENTENCES[2]]
    assert quoted(SENTENCES, near_last, ("brug", 0.1)) == [SENTENCES[4]]
    assert quoted(SENTENCES, (0.9, 0, 0, 0, 0.0), ("gemeente", 1.0), ("wethouder", 1.0)) == [SENTENCES[0]]


def test_of_a_question_with_its_answer_the_answer_is_quoted() -> None:
    """Also when all words of the query stand in the question; a short *Nee.* comes with its reason."""
    sentences = (
        "Komt er een brug over de vaart?",
        "Zo nee, waarom niet?",
        "Nee.",
        "Daarvoor ontbreekt dit jaar het geld.",
    )
    text = f"{sentences[0]} {sentences[1]}\n\nAntwoord op vraag 3\n\n{sentences[2]} {sentences[3]}"
    spans = tuple((text.index(sentence), text.index(sentence) + len(sentence)) for sentence in sentences)
    asked = passage(text=text, sentences=spans)
    brug = Match(text.index("brug"), text.index("brug") + 4, 5.0, "brug", "brug")
    whole = f"{sentences[2]} {sentences[3]}"
    assert [quote.text for quote in best_quotes(asked, [brug])] == [whole]
    short = passage(text=text[: spans[2][1]], sentences=spans[:3])
    assert [quote.text for quote in best_quotes(short, [brug])] == ["Nee."]
    assert [quote.text for quote in best_quotes(asked, [brug], (0.9, 0.9, 0.1, 0.4))] == [whole]


def test_a_sentence_about_an_answer_cuts_nothing_off() -> None:
    """Only a heading between sentences parts a question from its answer, not the word itself."""
    sentences = ("De brug blijft dicht tot het voorjaar.", "Antwoord volgt in een brief aan de raad.")
    assert quoted(sentences, None, ("brug", 1.0)) == [sentences[0]]


@given(
    st.lists(
        st.tuples(st.text("ab :?.\n", min_size=1, max_size=40), st.floats(-1, 1)), min_size=1, max_size=8
    )
)
def test_quotes_are_literal(parts: list[tuple[str, float]]) -> None:
    """One or two quotes, in the passage's order, apart from each other, cut from its text."""
    given_passage = record([sentence for sentence, _ in parts], between="\n")
    quotes = best_quotes(given_passage, [], [near for _, near in parts])
    assert 1 <= len(quotes) <= 2
    assert all(given_passage.text[quote.start : quote.end] == quote.text for quote in quotes)
    assert all(first.end < second.start for first, second in pairwise(quotes))


def test_nearness_counts_beside_the_words() -> None:
    """The nearest possible sentence counts as ``WEIGHT`` of all words, or of one where none counts."""
    question = np.array([0.6, 0.8], np.float32)
    sentences = np.array([[0.6, 0.8], [0.8, -0.6], [-0.6, -0.8]], np.float32)
    near = nearness(question, sentences, total=2.0)
    np.testing.assert_allclose(near, [2 * WEIGHT, 0, -2 * WEIGHT], atol=1e-6)
    assert nearness(question, sentences[:1], total=0.0) == pytest.approx([WEIGHT])


TEXT = "De raad vergaderde gisteren kort. Over Quorzapbrinvelt valt later een besluit. De avond was lang."


def test_a_search_quotes_by_meaning(shelf: Shelf) -> None:
    """Where no word matches, the sentence that is like the query is quoted; by words alone the first is."""
    shelf.fill(made(TEXT), made("Iets anders.\n\nNog iets heel anders over water."))

    def quotes() -> str:
        results = shelf.engine().search("brinveltquorzap", mode=Mode.DENSE).results
        (found,) = [result for result in results if result.text == TEXT]
        return " ".join(quote.text for quote in found.quotes)

    assert quotes().startswith("Over Quorzapbrinvelt")
    shelf.library._connection().execute("DELETE FROM sentence_vectors")
    publish_as_it_is(shelf)
    assert quotes() == "De raad vergaderde gisteren kort."
