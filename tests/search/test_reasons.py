"""Why a passage was found: its words, where and how they stand there, and that in plain Dutch."""

import io
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console
from tests.support import Shelf, made, passage_record

from beleidszoeker.cli.results import print_results
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.store import IndexedText, PassageRecord
from beleidszoeker.search.explaining.matching import QueryWords
from beleidszoeker.search.explaining.reasons import Reasons, reasons
from beleidszoeker.search.explaining.telling import listed, shortened, tell, tell_alike
from beleidszoeker.search.query import rarities, understand
from beleidszoeker.search.quoting.footnotes import matches_in_notes
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.search.result import to_json

TEXTS = (
    "Het Programma Energie en Havens (PEH) loopt tot 2030. Het PEH is vastgesteld.",
    "De voortgang van het PEH staat in de bijlage. Netcapaciteit is schaars. Elke gemeente telt.",
    "De netcapaciteit van het net is schaars, en de capaciteit van het elektriciteitsnet groeit niet.",
    "Windenergie op zee. De windenergie groeit, de wind waait, de energie is duur, het beleid ook.",
    "Energiebeleid en klimaatbeleid. De stikstof, de depositie en de ruimte. Twaalf havens.",
    "Energie is duur. Kamerstuk 29826 noemt het klimaat, de kade, het station en de gemeenten.",
)


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> TantivyIndex:
    """An index over the texts, opened from disk as a snapshot is."""
    folder = tmp_path_factory.mktemp("lexical")
    TantivyIndex.build(
        (
            IndexedText(key, str(key), text, "", (), "", f"d{key}", "nota", None, (), ())
            for key, text in enumerate(TEXTS)
        ),
        folder,
    )
    return TantivyIndex.load(folder)


def why(lexical: TantivyIndex, query: str, passage: PassageRecord) -> Reasons:
    wanted = understand(lexical, query.replace("*", " ")).wanted
    words = QueryWords(lexical.analyser, wanted, rarities(lexical, wanted), typed=query)
    noted = matches_in_notes(passage, [], words)
    return reasons(passage, words, words.matches(passage.text), noted)


def holding(text: str, title: str = "Brief", **facts: object) -> PassageRecord:
    return passage_record(text=text, title=title, **facts)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("Netcapaciteit", "De netcapaciteit is op.", [("Netcapaciteit", "exact", ("netcapaciteit",))]),
        ("coordinatie", "De Coördinatie.", [("coordinatie", "exact", ("Coördinatie",))]),
        ("programma's", "Twee programma’s", [("programma's", "exact", ("programma’s",))]),
        ("programma's", "Het programma", [("programma's", "stem", ("programma",))]),
        ("gemeenten", "Een gemeente", [("gemeenten", "stem", ("gemeente",))]),
        ("net", "De netcapaciteit", [("net", "part", ("netcapaciteit",))]),
        (
            "netcapaciteit",
            "Capaciteit, capaciteiten, elektriciteitsnet",
            [("netcapaciteit", "compound", ("Capaciteit", "elektriciteitsnet"))],
        ),
        (
            "netcapaciteit",
            "de netcapaciteit en de capaciteit",
            [
                ("netcapaciteit", "exact", ("netcapaciteit",)),
                ("netcapaciteit", "compound", ("capaciteit",)),
            ],
        ),
        (
            "net netcapaciteit",
            "capaciteit van het net",
            [("net", "exact", ("net",)), ("netcapaciteit", "compound", ("capaciteit", "net"))],
        ),
        ("peh", "Het PEH.", [("peh", "exact", ("PEH",))]),
        (
            "PEH",
            "programma Energie en Havens",
            [("PEH", "abbreviation", ("programma Energie en Havens",))],
        ),
        (
            "Programma Energie en Havens",
            "Het PEH",
            [("Programma Energie en Havens", "abbreviation", ("PEH",))],
        ),
        ("netcapasiteit", "Netcapaciteit", [("netcapasiteit", "correction", ("Netcapaciteit",))]),
        ("netkapaciteit", "netcapaciteit", [("netkapaciteit", "variant", ("netcapaciteit",))]),
        ("wind energie", "Windenergie", [("wind energie", "variant", ("Windenergie",))]),
        ("12 havens", "twaalf kades", [("12", "variant", ("twaalf",))]),
        ("twaalf kades", "12 havens", [("twaalf", "variant", ("12",))]),
        ("juni 2025", "op 20 juni 2025", [("juni 2025", "part", ("20 juni 2025",))]),
        ("29826", "Kamerstuk 29 826, nr. 4", [("29826", "part", ("29 826, nr. 4",))]),
        (
            "energiebeleid",
            "het energie- en klimaatbeleid",
            [
                ("energiebeleid", "variant", ("energie- en klimaatbeleid",)),
                ("energiebeleid", "compound", ("klimaatbeleid",)),
            ],
        ),
        ("haven", "De kade", []),
        ("haven", "", []),
        ("...", "De kade", []),
    ],
)
def test_how_words_are_found(
    lexical: TantivyIndex, query: str, text: str, found: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    """Each word is told as it was typed, the passage's words as they stand there, and how they answer."""
    explained = why(lexical, query, holding(text)).found
    assert sorted((each.word.asked, each.word.how.value, each.word.found) for each in explained) == sorted(
        found
    )
    assert {each.word.where for each in explained} <= {"text"}


@pytest.mark.parametrize(
    ("query", "text", "told"),
    [
        ("net kade", "De kade en het net.", "‘net’ en ‘kade’ staan er letterlijk."),
        ("Kade", "De kade.", "‘kade’ staat er letterlijk."),
        (
            "kade netcapaciteit PEH",
            "Kade. Capaciteit van het net: Programma Energie en Havens.",
            "‘Kade’ staat er letterlijk; ‘netcapaciteit’ als ‘Capaciteit’ en ‘net’; ‘PEH’ voluit.",
        ),
        ("netcapaciteit", "het elektriciteitsnet", "‘netcapaciteit’ staat er alleen voor een deel, in"),
        ("netcapaciteit", "het net", "‘netcapaciteit’ staat er alleen voor een deel, als ‘net’."),
        (
            "netcapaciteit",
            "capaciteit, elektriciteitsnet",
            "‘netcapaciteit’ staat er met alle delen in ‘capaciteit’ en ‘elektriciteitsnet’.",
        ),
        (
            "stikstofdepositieruimte",
            "stikstof, depositie, ruimte",
            "‘stikstofdepositieruimte’ staat er in delen, als ‘stikstof’, ‘depositie’ en ‘ruimte’.",
        ),
        ("net", "netcapaciteit", "‘net’ staat er als deel van ‘netcapaciteit’."),
        (
            "netten",
            "netcapaciteit",
            "‘netten’ staat er in een andere vorm als deel van ‘netcapaciteit’.",
        ),
        ("gemeenten", "gemeente", "‘gemeenten’ staat er als ‘gemeente’."),
        (
            "programma energie en havens",
            "PEH",
            "‘programma energie en havens’ staat er afgekort als ‘PEH’.",
        ),
        (
            "netcapasiteit",
            "netcapaciteit en capaciteit",
            "‘netcapasiteit’ staat er in verbeterde spelling als ‘netcapaciteit’.",
        ),
        (
            "netcapasiteit",
            "De capaciteit",
            "‘netcapasiteit’ staat er in verbeterde spelling alleen voor een deel, als ‘capaciteit’.",
        ),
        ("twaalf", "12 havens", "‘twaalf’ staat er in andere schrijfwijze als ‘12’."),
        (
            "wind energie",
            "Windenergie, energie en havenwind",
            "‘wind energie’ staat er in andere schrijfwijze als ‘Windenergie’.",
        ),
        ("12", "twaalf", "‘12’ staat er in andere schrijfwijze als ‘twaalf’."),
        ("kade station", "het station", "‘station’ staat er letterlijk; ‘kade’ ontbreekt."),
        (
            "kade station klimaat",
            "het station",
            "‘station’ staat er letterlijk; ‘kade’ en ‘klimaat’ ontbreken.",
        ),
        ("kade station klimaat energie", "het station", "‘station’ staat er letterlijk."),
        ("energ*", "energiebeleid, energie", "‘energ*’ staat er als ‘energiebeleid’ en ‘energie’."),
        (
            "kade station klimaat energie wind zee stikstof",
            "kade station klimaat energie wind zee stikstof",
            "verder nog 2 woorden van de vraag.",
        ),
        (
            "kade station klimaat energie wind zee",
            "kade station klimaat energie wind zee",
            "verder nog een woord van de vraag.",
        ),
    ],
)
def test_it_is_told_in_dutch(lexical: TantivyIndex, query: str, text: str, told: str) -> None:
    """Literal words first, then the others with the manner; what is missing last, when it is little."""
    sentence = tell(why(lexical, query, holding(text)), 0.0)
    assert told in sentence
    assert sentence == told or told[-1] != "." or told.startswith("verder")


@pytest.mark.parametrize(
    ("facts", "where", "told"),
    [
        ({"notes": ("Over de kade.",)}, "footnote", "‘kade’ staat letterlijk in een voetnoot."),
        ({"title": "De kade"}, "heading", "‘kade’ staat letterlijk in de titel of een kop."),
        ({"section": ("1", "Kades")}, "heading", "‘kade’ staat in de titel of een kop als ‘Kades’."),
        ({"context": "Kade"}, "context", "‘Kade’ staat letterlijk in wat erboven staat."),
        ({"text": "Kade.", "notes": ("Kades",)}, "text", "‘Kade’ staat er letterlijk."),
    ],
)
def test_where_words_are_found(
    lexical: TantivyIndex, facts: dict[str, object], where: str, told: str
) -> None:
    """Footnotes, headings and what stands above count as well, and it is said where."""
    explained = why(lexical, "kade", passage_record(**{"title": "Brief", **facts}))
    assert explained.found[0].word.where == where
    assert explained.missing == ()
    assert tell(explained, 0.0) == told


def test_the_text_is_told_before_the_rest(lexical: TantivyIndex) -> None:
    """A clause without a place is about the text, so none follows one with a place."""
    explained = why(lexical, "kade gemeenten", holding("Een gemeente.", title="De kade"))
    assert tell(explained, 0.0) == (
        "‘gemeenten’ staat er als ‘gemeente’; ‘kade’ letterlijk in de titel of een kop."
    )


@pytest.mark.parametrize(
    ("score", "ending"),
    [
        (4.5, "De passage past qua betekenis zeer goed bij de vraag."),
        (2.5, "De passage past qua betekenis goed bij de vraag."),
        (0.5, "letterlijk."),
        (-0.5, "Qua betekenis staat de passage verder van de vraag af."),
        (0.0, "letterlijk."),
    ],
)
def test_meaning_is_told_by_its_strength(lexical: TantivyIndex, score: float, ending: str) -> None:
    """Strong and weak are told, what lies between is not; nor is meaning that took no part."""
    assert tell(why(lexical, "kade", holding("De kade.")), score).endswith(ending)


def test_no_word_at_all_is_told(lexical: TantivyIndex) -> None:
    """Without words it was meaning; without either there is nothing to tell."""
    explained = why(lexical, "kade", holding("De haven."))
    assert explained.missing == ("kade",)
    assert tell(explained, 2.0) == "Geen zoekwoord uit de vraag staat er; gevonden op betekenis."
    assert tell(explained, 0.0) == ""


@pytest.mark.parametrize(
    ("query", "text", "missing"),
    [
        ("De kade en het Station", "Tekst.", ("kade", "Station")),
        ("PEH", "Programma Energie en Havens", ()),
        ("Programma Energie en Havens", "PEH", ()),
        ("Programma Energie en Havens", "Energie", ("Programma", "Havens")),
        ("wind energie", "Windenergie", ()),
        ("netcapasiteit kade", "Tekst.", ("netcapasiteit", "kade")),
        ("energ* kade", "Tekst.", ("energ*", "kade")),
    ],
)
def test_what_is_missing(lexical: TantivyIndex, query: str, text: str, missing: tuple[str, ...]) -> None:
    """Words that stand nowhere are named in the query's order, unless something stands for them."""
    assert why(lexical, query, holding(text)).missing == missing


def test_the_most_telling_word_comes_first(lexical: TantivyIndex) -> None:
    """Rare words go before common ones, whatever their order."""
    found = why(lexical, "netcapaciteit energie zee", holding("Energie, netcapaciteit, zee.")).found
    assert found[0].word.asked == "zee"
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)


def test_like_passages_are_told_by_what_both_say(lexical: TantivyIndex) -> None:
    """Of a passage that is like another nothing is missing, and there is no question to speak of."""
    explained = why(lexical, "kade station", holding("Kade en station."))
    assert tell_alike(explained, 3.0) == (
        "In beide passages komen ‘Kade’ en ‘station’ terug. Qua betekenis staan ze dicht bij elkaar."
    )
    one = why(lexical, "kade net", holding("Een kade en netcapaciteit.", title="Station"))
    assert tell_alike(one, 0.0) == "In beide passages komt ‘kade’ terug."
    assert tell_alike(Reasons((), ("kade",)), 3.0) == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    query=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(TEXTS)).map(" ".join)),
    text=st.one_of(st.text(max_size=60), st.sampled_from(TEXTS)),
    cut=st.integers(0, 60),
)
def test_all_that_is_told_stands_somewhere(lexical: TantivyIndex, query: str, text: str, cut: int) -> None:
    """What was found stands in the text, what was asked in the query, and no stem is ever told."""
    query = query[cut:] or query
    explained = why(lexical, query, holding(f"{text} {query[:20]}", title=""))
    for each in explained.found:
        assert each.word.asked.lower() in query.lower()
        assert 1 <= len(each.word.found) <= 3
        assert all(found in f"{text} {query[:20]}" for found in each.word.found)
    assert all(word.lower() in query.lower() for word in explained.missing)
    told = tell(explained, 1.0)
    words = {each.word.asked for each in explained.found} | set(explained.missing)
    words |= {found for each in explained.found for found in each.word.found}
    words = set(map(shortened, words))
    quoted = re.escape("‘") + "(" + "|".join(map(re.escape, words)) + ")" + re.escape("’") if words else "$^"
    assert "‘" not in re.sub(quoted, "", told)
    assert told == tell(why(lexical, query, holding(f"{text} {query[:20]}", title="")), 1.0)


def test_long_queries_and_texts_are_explained_in_time(lexical: TantivyIndex) -> None:
    """A query of thousands of letters about a long passage costs no more than a moment."""
    query = " ".join(f"net{first}{last}capaciteit" for first in "abcdefghij" for last in "klmnopqrst")
    started = time.perf_counter()
    explained = why(lexical, query[:4000], holding("net capaciteit " * 100))
    assert time.perf_counter() - started < 5
    assert len(tell(explained, 1.0)) < 1000
    endless = why(lexical, "a" * 4000, holding("a" * 4000))
    assert len(tell(endless, 1.0)) < 200


def test_answers_explain_themselves(shelf: Shelf) -> None:
    """Each result carries its reasons, as plain JSON, and the terminal shows the sentence."""
    shelf.fill(
        made("De netcapaciteit hindert Chemelot.", title="Clusterplan"),
        made("De kade van Born is klaar.", title="Haven"),
    )
    answer = shelf.engine().search("netcapaciteit clusterplan", mode=Mode.LEXICAL)
    first = to_json(answer)["results"][0]["why"]
    assert sorted(first["words"], key=lambda word: str(word["asked"])) == [
        {"asked": "clusterplan", "found": ["Clusterplan"], "how": "exact", "where": "heading"},
        {"asked": "netcapaciteit", "found": ["netcapaciteit"], "how": "exact", "where": "text"},
    ]
    assert first["missing"] == []
    assert all(type(effect["value"]) is float for effect in first["effects"])
    assert {type(word["how"]) for word in first["words"]} == {str}
    assert first["told"] == (
        "‘netcapaciteit’ staat er letterlijk; ‘Clusterplan’ letterlijk in de titel of een kop."
    )
    out = io.StringIO()
    print_results(Console(file=out, width=200), answer)
    assert first["told"] in out.getvalue()


def test_words_are_listed_as_in_a_sentence() -> None:
    """Commas between, *en* before the last."""
    assert listed(["a"]) == "‘a’"
    assert listed(["a", "b"]) == "‘a’ en ‘b’"
    assert listed(["a", "b", "c"]) == "‘a’, ‘b’ en ‘c’"
