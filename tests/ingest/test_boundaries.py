"""Sentence starts by rule, found around end marks only, beside the same rules over all tokens of a text."""

import re
from collections.abc import Iterator

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from beleidszoeker.ingest.language.boundaries import Boundaries, is_abbreviation

NLP = spacy.blank("nl")
RULED = Boundaries(lambda chunk: tuple(token.text for token in NLP.tokenizer(chunk)))
CLOSERS = frozenset("\"'”’»)]")
OPENS = re.compile(r"^[\"'“‘«(\[•▪–—-]*[A-ZÀ-Þ0-9€'’]")

PIECES = st.sampled_from(
    [
        "De",
        "de",
        "zin",
        "Raad",
        "12",
        "3.5",
        "art",
        "nr",
        "J.W",
        "e.v",
        "o.a",
        "www.raad.nl",
        "§",
        "€",
        "(zie",
    ]
)
MARKS = st.sampled_from(
    [".", "!", "?", "…", "...", ")", "]", "”", "’", '"', "'", ".)", ".”", ". )", ",", ":", ""]
)
BLANKS = st.sampled_from(
    [" ", " ", " ", "  ", "\n", " \n", "\n ", "\t", "\u00a0", "", " (", " “", " ‘(", " - ", " '"]
)
TEXTS = st.lists(st.tuples(PIECES, MARKS, BLANKS), max_size=12).map(
    lambda parts: "".join(piece + mark + blank for piece, mark, blank in parts)
)


def starts_over_all_tokens(doc: Doc) -> Iterator[int]:
    """The rules put to every token: an end mark and a closing sign before, an opening after."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if not before.whitespace_ or not OPENS.match(doc[token.i : token.i + 2].text):
            continue
        ender = doc[before.i - 1] if before.text in CLOSERS and before.i else before
        word = ender.text
        if word == "." and ender.i and not doc[ender.i - 1].whitespace_:
            word = doc[ender.i - 1].text + "."
        if ender.text[-1] in ".!?…" and not is_abbreviation(word):
            yield token.idx


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_looking_around_end_marks_misses_nothing(text: str) -> None:
    """Cutting only where a sentence can end finds the starts that cutting the whole text finds."""
    assert [start for start, _ in RULED.spans(text)][1:] == list(starts_over_all_tokens(NLP(text)))


@given(st.text(alphabet=".!? )”'(Aa1\n\u00a0§-", max_size=40))
@settings(max_examples=400, deadline=None)
def test_odd_texts_are_cut_alike(text: str) -> None:
    """Also where marks, quotes and white space stand without order."""
    assert [start for start, _ in RULED.spans(text)][1:] == list(starts_over_all_tokens(NLP(text)))


@given(TEXTS)
@settings(deadline=None)
def test_spans_cover_the_text(text: str) -> None:
    """Put together again, the spans are the text."""
    assert "".join(text[start:end] for start, end in RULED.spans(text)) == text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Ja. Nee.", [4]),
        ("Ja.) Nee.", [5]),
        ("Ja. ) Nee.", [6]),
        ("Ja.  Nee.", []),
        ("Zie art. De wet.", []),
    ],
)
def test_a_start_needs_an_end_and_one_space(text: str, starts: list[int]) -> None:
    """A closing sign may stand between; two spaces are layout, an abbreviation is no end."""
    assert [start for start, _ in RULED.spans(text)][1:] == starts
