"""What holds for the reading of any query."""

from hypothesis import given, settings
from hypothesis import strategies as st

from beleidszoeker.index.postings import spelled_words
from beleidszoeker.search.query import ParsedQuery, parse

MARKS = """
" „ “ ” « » - * ( ) : OR OF AND NOT -" "" soort: na: voor: dossier: organisatie: titel: document: -soort:
soort:nota na:2024 voor:1-1-2025 na:nooit dossier:29826 dossier:29 826 net* n* -net Kamerstuk 29826-211 nr. 5
2024Z12345 kst-29826-211 https://x.nl/a:b 10:30 \0 \ud800 😀 \u0301 \u00ad ß İ ﷺ
"""
PIECES = st.one_of(
    st.sampled_from([*MARKS.split(), " ", " ", " ", "\n"]),
    st.text(max_size=8),
    st.sampled_from(["water", "bodem", "de", "Regio", "énergie", "F-35"]).map(lambda word: f" {word} "),
)
QUERIES = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def known(parsed: ParsedQuery) -> set[str]:
    """All words that a reading has kept somewhere."""
    filters = [each for each in (parsed.filters, parsed.filters.excluded) if each]
    values = [value for each in filters for value in (*each.organisations, *each.dossiers, *each.documents)]
    wordings = [word for demand in parsed.demands for way in demand.any_of for word in way.words]
    return {*spelled_words(" ".join((parsed.words, *values))), *wordings, *parsed.prefixes}


@settings(max_examples=600, deadline=None)
@given(QUERIES)
def test_any_text_can_be_read(query: str) -> None:
    """No text raises, reading is the same each time, and what is asked for is never nothing at all."""
    parsed = parse(query)
    assert parsed == parse(query)
    assert parsed.text == query
    assert all(way.words for demand in parsed.demands for way in demand.any_of)
    assert all(note.endswith(".") and "\n" not in note for note in parsed.notes)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(["water", "bodem", '"', "-", "„", "(", "*", "OR", " ", "haven"]), max_size=30)
)
def test_no_word_is_lost(given_pieces: list[str]) -> None:
    """Whatever the marks around it, each word is looked for, demanded or excluded."""
    query = " ".join(given_pieces)
    assert set(spelled_words(query)) - {"or"} <= known(parse(query)) - {"or"}


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a", "12", "Ä", "x.y", "wat?", "o'k", "'s-Gravenhage", "10:30", "a/b"]), max_size=20
    )
)
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    """A query without marks is asked letter for letter, with no limits."""
    query = "  ".join(words)
    parsed = parse(query)
    assert parsed.words == query or parsed.reference
    assert not parsed.limited


@settings(max_examples=20, deadline=2000)
@given(st.lists(PIECES, min_size=1, max_size=20).map("".join), st.sampled_from([2_000, 20_000]))
def test_a_long_query_is_read(unit: str, length: int) -> None:
    """Twenty thousand characters of anything are read within two seconds."""
    text = (unit * length)[:length]
    assert parse(text).text == text
