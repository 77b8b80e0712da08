"""Which words match, how that is told, and which sentences are quoted for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import passage_record as passage

from beleidszoeker.index.dutch import Analyser, CompoundSplitter
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.search.explaining.matching import QueryWords, explain
from beleidszoeker.search.query import wanted_terms
from beleidszoeker.search.quoting.footnotes import matches_in_notes
from beleidszoeker.search.quoting.quotes import best_quotes

OFTEN = {
    "net": 40,
    "capaciteit": 30,
    "stikstof": 30,
    "depositie": 12,
    "ruimte": 50,
    "coordinatie": 9,
    "punt": 30,
}
ANALYSER = Analyser(CompoundSplitter(OFTEN))


def words(query: str, rarity: dict[str, float] | None = None) -> QueryWords:
    return QueryWords(ANALYSER, wanted_terms(ANALYSER, query), rarity or {})


@pytest.mark.parametrize(
    ("query", "text", "found", "told"),
    [
        ("netcapaciteit", "De Netcapaciteit is op.", ["Netcapaciteit"], ("netcapaciteit",)),
        ("netcapaciteit", "Capaciteit van het net.", ["Capaciteit", "net"], ("net+capaciteit",)),
        ("net", "De netcapaciteit is op.", ["netcapaciteit"], ("net",)),
        ("stikstofdepositieruimte", "ruimte", ["ruimte"], ("stikstof+depositie+ruimte",)),
        ("netcapaciteitsruimte", "ruimte", ["ruimte"], ("net+capaciteit+ruimte",)),
        ("Coördinatiepunt", "De coordinatie", ["coordinatie"], ("coördinatie+punt",)),
        ("NOVEX-ruimte", "meer ruimtes", ["ruimtes"], ("novex+ruimte",)),
        ("gemeenten", "Elke gemeente.", ["gemeente"], ("gemeenten",)),
        ("29 826", "Kamerstuk 29826-211", ["29826-211"], ("29 826",)),
        ("programma’s", "Het programma", ["programma"], ("programma’s",)),
        ("de ruimte", "De ruimte", ["ruimte"], ("ruimte",)),
        ("van de", "Van de ruimte", ["Van", "de"], ("van", "de")),
        ("haven", "De ruimte", [], ()),
        ("haven", "", [], ()),
        ("", "De ruimte", [], ()),
        ("net netcapaciteit", "Het net", ["net"], ("net",)),
    ],
)
def test_matches(query: str, text: str, found: list[str], told: tuple[str, ...]) -> None:
    """Words of the passage stand where they are said to; matches are told in letters of the query."""
    matches = words(query).matches(text)
    assert [text[match.start : match.end] for match in matches] == found
    assert explain(matches) == told


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("netcapaciteit", "Netcapaciteit", {("netcapaciteit", "exact", "Netcapaciteit")}),
        ("net netcapaciteit", "Het net", {("net", "exact", "net"), ("netcapaciteit", "compound", "net")}),
        ("Net ruimtes", "netruimte", {("Net", "part", "netruimte"), ("ruimtes", "part", "netruimte")}),
        ("haven", "De ruimte", set()),
    ],
)
def test_a_match_knows_all_words_that_it_answers_to(
    query: str, text: str, hits: set[tuple[str, str, str]]
) -> None:
    """One word of a passage may answer to several of the query, each in its own manner."""
    asked = QueryWords(ANALYSER, wanted_terms(ANALYSER, query), {}, typed=query)
    found = {hit for match in asked.matches(text) for hit in match.hits}
    assert {(hit.asked, hit.manner.value, hit.found) for hit in found} == hits


@given(st.text(max_size=60), st.text(max_size=60))
def test_explanations_are_letters_of_the_query(query: str, text: str) -> None:
    """Whatever is asked, no stem is ever shown."""
    shown = query.lower()
    for match in words(query).matches(f"{text} {query}"):
        pieces = [match.shown] if match.shown in shown else match.shown.split("+")
        assert all(piece in shown or len(shown) != len(query) or not piece.isascii() for piece in pieces)


def test_the_most_telling_word_is_told_first() -> None:
    """Rare words come before common ones, whatever their order in the passage."""
    matches = words("ruimte chemelot", {"ruimt": 1.0, "chemelot": 5.0}).matches(
        "Ruimte voor Chemelot en ruimte"
    )
    assert explain(matches) == ("chemelot", "ruimte")
    assert [match.weight for match in matches] == [1.0, 5.0, 1.0]


TEXT = (
    "Het net is vol en dat duurt nog lang. Er komt wel ruimte voor wonen bij. Op het net is ruimte in 2030."
)
SPANS = ((0, 37), (38, 72), (73, len(TEXT)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("net ruimte", [TEXT[73:]]),
        ("wonen", [TEXT[38:72]]),
        ("net lang", [TEXT[0:37]]),
        ("haven", [TEXT[0:37]]),
        ("vol wonen", [TEXT[0:72]]),
        ("vol 2030", [TEXT[0:37], TEXT[73:]]),
    ],
)
def test_quotes(query: str, expected: list[str]) -> None:
    """Sentences with the most telling words are quoted, neighbours as one; else the opening."""
    rarity = {stem(word): 1.0 for word in ("net", "ruimte", "wonen", "lang", "vol", "2030")}
    record = passage(text=TEXT, sentences=SPANS)
    quotes = best_quotes(record, words(query, rarity).matches(TEXT))
    assert [quote.text for quote in quotes] == expected
    assert all(TEXT[quote.start : quote.end] == quote.text for quote in quotes)


def test_a_match_in_a_footnote_quotes_the_sentence_that_cites_it() -> None:
    """The marker's sentence is quoted, not the passage's first; without known places the first is."""
    query = words("Kamerstuk 29826", {stem("29826"): 1.0})
    record = passage(text=TEXT, sentences=SPANS, notes=("Kamerstuk 29826-211",))
    noted = matches_in_notes(record, [70], query)
    assert noted
    assert [quote.text for quote in best_quotes(record, noted)] == [TEXT[38:72]]
    assert [quote.text for quote in best_quotes(record, matches_in_notes(record, [], query))] == [TEXT[0:37]]


def test_a_passage_without_sentences_is_quoted_whole() -> None:
    """A table row may have no sentence in it."""
    (quote,) = best_quotes(passage(text="a | b", sentences=()), [])
    assert (quote.text, quote.start, quote.end) == ("a | b", 0, 5)
