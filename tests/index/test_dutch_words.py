"""Dutch analysis, told by tables: text, and what comes of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.dutch import STOPWORDS, Analyser, CompoundSplitter, Vocabulary, fold, tokenise
from beleidszoeker.index.dutch.analyser import _stem, stem
from beleidszoeker.index.terms import index_terms, make_analyser
from beleidszoeker.search.query import as_lexical, wanted_terms

OFTEN = {"net": 40, "capaciteit": 30, "stikstof": 30, "depositie": 12, "ruimte": 50, "programma": 20}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamerstuk 29826-211", ["Kamerstuk", "29826-211"]),
        ("29 826", ["29 826"]),
        ("29 826, nr. 211 gaat", ["29 826, nr. 211", "gaat"]),
        ("29826 nr. 211", ["29826 nr. 211"]),
        ("29 826 (nr. 211)", ["29 826", "nr", "211"]),
        ("36 410-XIII", ["36 410-XIII"]),
        ("36410 XIII, nr. 5", ["36410 XIII, nr. 5"]),
        ("36 410 VERDER", ["36 410", "VERDER"]),
        ("1.529 826 euro", ["1.529", "826", "euro"]),
        ("12 345 678 euro", ["12", "345", "678", "euro"]),
        ("2024Z12345", ["2024Z12345"]),
        ("2021/22", ["2021/22"]),
        ("EU-27, N-VA, A12", ["EU-27", "N-VA", "A12"]),
        ("co-creatie", ["co-creatie"]),
        ("kosten-batenanalyse", ["kosten-batenanalyse"]),
        ("PM2,5 en PM₂,₅", ["PM2,5", "en", "PM₂,₅"]),
        ("NOₓ per m²", ["NOₓ", "per", "m²"]),
        ("info@voorbeeld.nl", ["info@voorbeeld.nl"]),
        ("https://www.voorbeeld.nl/pad", ["https", "www.voorbeeld.nl", "pad"]),
        ("ruim\u00adte-\u200bzoekend", ["ruim\u00adte", "zoekend"]),
        ("ruim\u200bte", ["ruim\u200bte"]),
        ("e\u0301e\u0301n", ["e\u0301e\u0301n"]),
        ("２０２５", ["２０２５"]),
        ("De F-35's zijn er", ["De", "F-35's", "zijn", "er"]),
        ("’s-Gravenhage en 's-Hertogenbosch", ["’s-Gravenhage", "en", "'s-Hertogenbosch"]),
        ("CO2-uitstoot", ["CO2-uitstoot"]),
        ("CO₂", ["CO₂"]),
        ("€ 26,4 miljard", ["26,4", "miljard"]),
        ("12.390 woningen, 2,6% meer", ["12.390", "woningen", "2,6%", "meer"]),
        ("programma’s", ["programma’s"]),
        ("B&W van Venlo", ["B&W", "van", "Venlo"]),
        ("(net)capaciteit", ["net", "capaciteit"]),
        ("industrie-\nclusters", ["industrie", "clusters"]),
        ("  ", []),
        ("…—!?", []),
        ("_onder_streept_", ["onder", "streept"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """Numbers, dossiers and hyphenated names stay whole; punctuation is no word."""
    assert [token.text for token in tokenise(text)] == expected


@given(st.text())
def test_tokens_stand_in_the_text(text: str) -> None:
    """Each token is the text between its start and end, and none overlaps the one before."""
    end = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("ÉÉN", "een"),
        ("programma’s", "programma"),
        ("foto's", "foto"),
        ("29 826-211", "29826-211"),
        ("29 826, nr. 211", "29826-211"),
        ("29826\xa0nr.\xa0211", "29826-211"),
        ("36 410 XIII, nr. 5", "36410-xiii-5"),
        ("programma´s", "programma"),
        ("ruim\u200bte", "ruimte"),
        ("PM₂,₅", "pm2,5"),
        ("m²", "m2"),
        ("NOₓ", "nox"),
        ("２０２５", "2025"),
        ("29 826‑211", "29826-211"),
        ("E‐mail", "e-mail"),
        ("’s-Gravenhage", "s-gravenhage"),
        ("CO₂", "co2"),
        ("ruim\u00adte", "ruimte"),
        ("ﬁnanciën", "financien"),
        ("non‐breaking", "non-breaking"),
        ("e\u0301e\u0301n", "een"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    """Case, accents, possessives and typography do not matter for finding."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("text", "whole", "pieces"),
    [
        ("netcapaciteit", stem("netcapaciteit"), ("net", "capaciteit")),
        ("CO2-uitstoot", stem("couitstoot").replace("co", "co2", 1), ("co2", "uitstoot")),
        ("NOVEX-programma", stem("novexprogramma"), ("novex", "programma")),
        ("29 826-211", "29826-211", ("29826", "211")),
        ("36 410-XIII", "36410-xiii", ("36410", "xiii")),
        ("29 826, nr. 211", "29826-211", ("29826", "211")),
        ("F-35", "f35", ("f", "35")),
        ("EU-27", "eu27", ("eu", "27")),
        ("co-creatie", stem("cocreatie"), ("co", "creatie")),
        ("kosten-batenanalyse", stem("kostenbatenanalyse"), ("kosten", "baten", "analyse")),
        ("B&W", "bw", ("b", "w")),
        ("net-capaciteitsruimte", stem("netcapaciteitsruimte"), ("net", "capaciteit", "ruimte")),
    ],
)
def test_terms_of_compounds(text: str, whole: str, pieces: tuple[str, ...]) -> None:
    """A compound has one term for the whole, terms for its parts, and its parts as they are spelled."""
    (term,) = Analyser(CompoundSplitter(OFTEN)).terms(text)
    assert (term.stem, term.pieces) == (whole, pieces)
    assert {stem(piece) for piece in pieces} <= set(term.parts)


@pytest.mark.parametrize(
    "pair",
    [
        ("netcapaciteit", "Netcapaciteit"),
        ("gemeente", "gemeenten"),
        ("coördineren", "coordineren"),
        ("29 826", "29826"),
        ("29826-211", "29 826, nr. 211"),
        ("29826-211", "29 826 nr. 211"),
        ("36 410-XIII", "36410 XIII"),
        ("'s-Gravenhage", "’s-Gravenhage"),
        ("CO2", "CO₂"),
        ("NOx", "NOₓ"),
        ("PM2,5", "PM₂,₅"),
        ("2021/22", "2021-2022"),
        ("o.a.", "oa"),
        ("www.voorbeeld.nl", "voorbeeld.nl"),
        ("fi\ufb01nancie\u0308n", "fifinanciën"),
        ("programma's", "programma"),
        ("e-mail", "email"),
        ("industrieclusters", "industriecluster"),
        ("steden", "stad"),
        ("biedt", "bieden"),
        ("afgerond", "afronden"),
    ],
)
def test_spellings_that_are_one_term(pair: tuple[str, str]) -> None:
    """Number, case, accents and hyphens do not part what belongs together."""
    first, second = (next(Analyser().terms(word)).stem for word in pair)
    assert first == second


def test_stop_words_are_marked() -> None:
    """Stop words are terms like others, marked as such; they are folded words themselves."""
    assert [term.stop for term in Analyser().terms("De minister van Financiën")] == [True, False, True, False]
    assert all(fold(word) == word for word in STOPWORDS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("de ruimte", {"ruimt": 1.0}),
        ("van de", {"van": 1.0, "de": 1.0}),
        ("netcapaciteit", {stem("netcapaciteit"): 1.0, "net": 0.5, stem("capaciteit"): 0.5}),
        ("net netcapaciteit", {"net": 1.0, stem("netcapaciteit"): 1.0, stem("capaciteit"): 0.5}),
        ("ruimte RUIMTE", {"ruimt": 1.0}),
        ("", {}),
        ("?!", {}),
    ],
)
def test_query_terms(query: str, expected: dict[str, float]) -> None:
    """A query asks each word once, parts of compounds for half, stop words only when it has nothing else."""
    assert dict(as_lexical(wanted_terms(Analyser(CompoundSplitter(OFTEN)), query)).terms) == expected


def test_parts_stand_next_to_the_whole_in_the_index() -> None:
    """A passage on netcapaciteit is found by netcapaciteit, by net and by capaciteit."""
    found = index_terms(Analyser(CompoundSplitter(OFTEN)), "De netcapaciteit")
    assert {stem("netcapaciteit"), "net", stem("capaciteit")} <= set(found)


def test_the_corpus_teaches_compounds() -> None:
    """A word that no list knows is a part where the corpus uses it, and not where it never does."""
    vocabulary = Vocabulary.of(["De aerius-som", *["Reken met aerius."] * 3])
    assert next(make_analyser(vocabulary).terms("aeriusberekening")).pieces == ("aerius", "berekening")
    assert next(make_analyser(Vocabulary()).terms("aeriusberekening")).pieces == ()
    assert "som" not in vocabulary.counts


def test_threads_stem_alike() -> None:
    """Many threads at once find the stems that one finds."""
    words = [
        f"{first}{last}"
        for first in ("gemeente", "provincie", "water")
        for last in ("n", "lijk", "raden", "s")
    ]
    words = [word + "n" * (number % 3) for number in range(300) for word in words]
    alone = [_stem.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(_stem.__wrapped__, words)) == alone


@given(st.text(max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    """Whatever stands in a text, terms are never empty and hold no white space."""
    analyser = Analyser(CompoundSplitter(OFTEN))
    assert all(term and not any(map(str.isspace, term)) for term in index_terms(analyser, text))


@given(st.text(max_size=200))
def test_a_remembered_analysis_is_the_same(text: str) -> None:
    """Asked for the first time or again, the terms of a text are those that it has."""
    analyser = Analyser(CompoundSplitter(OFTEN))
    assert analyser.analysed(text) == analyser.analysed(text) == tuple(analyser.terms(text))
