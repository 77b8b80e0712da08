"""What a query means beyond its own words: abbreviations, spellings, typing errors."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidszoeker.index.base import Demand, Wording
from beleidszoeker.index.lexical import TantivyIndex
from beleidszoeker.index.store import IndexedText
from beleidszoeker.search.explaining.matching import QueryWords, explain
from beleidszoeker.search.query import How, Understood, Wanted, as_lexical, rarities, understand

TEXTS = (
    "Het Programma Energie en Havens (PEH) loopt tot 2030. Het PEH is vastgesteld.",
    "Over het Programma Energie en Havens wordt de Kamer nader ingelicht.",
    "De voortgang van het PEH staat in de bijlage. Netcapaciteit is schaars.",
    "De netcapaciteit van het net is schaars, en de capaciteit groeit niet.",
    "Windenergie op zee. De windenergie groeit, de wind waait, energie is duur.",
    "Het Plan Aanpak Schaarste (PAS) is klaar. Het komt van pas. Dat komt pas later.",
    "De heer Jansen sprak met de heer Jansen over kolen en over het kabinet, het kabinet zweeg.",
)


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> TantivyIndex:
    """An index over the texts, opened from disk as a snapshot is."""
    folder = tmp_path_factory.mktemp("lexical")
    made = (
        IndexedText(key, str(key), text, "", (), "", f"d{key}", "nota", None, (), ())
        for key, text in enumerate(TEXTS)
    )
    TantivyIndex.build(made, folder)
    return TantivyIndex.load(folder)


def found(lexical: TantivyIndex, understood: Understood) -> set[int]:
    return set(lexical.search(as_lexical(understood.wanted), 10).keys.tolist())


def by(understood: Understood, how: How) -> list[Wanted]:
    return [each for each in understood.wanted if each.how is how]


@pytest.mark.parametrize("query", ["PEH", "peh", "het PEH?"])
def test_an_abbreviation_finds_its_long_form(lexical: TantivyIndex, query: str) -> None:
    """Passages that only spell it out are found too, after those that abbreviate it."""
    understood = understand(lexical, query)
    (long,) = by(understood, How.ABBREVIATION)
    assert long.shown == "PEH = Programma Energie en Havens"
    assert long.asked == "peh"
    assert found(lexical, understood) == {0, 1, 2}
    assert lexical.search(as_lexical(understood.wanted), 10).keys.tolist()[-1] == 1
    assert understood.words == query
    assert understood.notes == ()


def test_a_long_form_finds_its_abbreviation(lexical: TantivyIndex) -> None:
    """A query that spells a name out finds passages that only abbreviate it."""
    understood = understand(lexical, "programma energie en havens")
    (short,) = by(understood, How.ABBREVIATION)
    assert short.shown == "PEH = Programma Energie en Havens"
    assert short.asked == "programma energie en havens"
    assert 2 in found(lexical, understood)


def test_both_forms_need_no_expansion(lexical: TantivyIndex) -> None:
    """A query that gives the abbreviation and its long form already asks for both."""
    assert by(understand(lexical, "Programma Energie en Havens (PEH)"), How.ABBREVIATION) == []


@pytest.mark.parametrize(("query", "expanded"), [("PAS", True), ("pas", False)])
def test_a_common_word_is_no_abbreviation(lexical: TantivyIndex, query: str, expanded: bool) -> None:  # noqa: FBT001
    """Capitals tell an abbreviation from a common word of the corpus."""
    assert bool(by(understand(lexical, query), How.ABBREVIATION)) == expanded


@pytest.mark.parametrize(
    ("query", "how", "meant"),
    [
        ("netcapasiteit", How.CORRECTION, "netcapaciteit"),
        ("de Netcapasiteit", How.CORRECTION, None),
        ("Netcapasiteit", How.CORRECTION, "netcapaciteit"),
        ("NETCAPASITEIT", How.CORRECTION, "netcapaciteit"),
        ("netkapaciteit", How.VARIANT, "netcapaciteit"),
        ("de heer Jansem", How.CORRECTION, "jansen"),
        ("netcapaciteit", How.CORRECTION, None),
        ("netcapaciteitsenergie", How.CORRECTION, None),
        ("winden", How.CORRECTION, None),
        ("NETc4paciteit", How.CORRECTION, None),
        ("29826-212", How.CORRECTION, None),
        ("kabi", How.CORRECTION, None),
        ("cabinet", How.CORRECTION, None),
    ],
)
def test_only_unknown_words_are_corrected(
    lexical: TantivyIndex, query: str, how: How, meant: str | None
) -> None:
    """What the corpus or a word list knows stands; compounds of known parts, numbers and references too."""
    understood = understand(lexical, query)
    assert [each.shown for each in by(understood, how) if "+" not in each.shown] == ([meant] if meant else [])
    assert bool(understood.notes) == bool(meant)


def test_a_correction_says_so(lexical: TantivyIndex) -> None:
    """The note names both words, the words looked for by meaning are corrected, and the passage is found."""
    understood = understand(lexical, "Hoe staat het met netcapasiteit, netcapasiteit?")
    assert understood.notes == ("‘netcapasiteit’ komt niet voor; gezocht op ‘netcapaciteit’.",)
    assert understood.words == "Hoe staat het met netcapaciteit, netcapaciteit?"
    assert found(lexical, understood) >= {2, 3}
    assert "netcapasiteit" not in {each.shown for each in understood.wanted}


def test_a_demanded_word_is_meant_as_it_is_spelled(lexical: TantivyIndex) -> None:
    """What stands between quotation marks is not corrected."""
    demand = Demand((Wording(("netcapasiteit",)),))
    assert understand(lexical, "netcapasiteit", (demand,)).notes == ()


@pytest.mark.parametrize(
    ("query", "joined"),
    [
        ("wind energie", ["windenergie"]),
        ("wind-energie", []),
        ("wind, energie", []),
        ("wind en energie", []),
        ("net capaciteit", ["netcapaciteit"]),
        ("net energie", []),
    ],
)
def test_a_compound_written_apart(lexical: TantivyIndex, query: str, joined: list[str]) -> None:
    """Two words next to each other are also looked for as the one compound that the corpus has."""
    assert [each.shown for each in by(understand(lexical, query), How.VARIANT)] == joined


def test_matches_are_told(lexical: TantivyIndex) -> None:
    """The long form in a passage is one match and covers the abbreviation; one word of it is no match."""
    wanted = understand(lexical, "PEH").wanted
    words = QueryWords(lexical.analyser, wanted, rarities(lexical, wanted))
    text = "Energie: het Programma Energie en Havens en ook het PEH."
    matches = words.matches(text)
    assert [text[match.start : match.end] for match in matches] == ["Programma Energie en Havens", "PEH"]
    assert explain(matches) == ("PEH = Programma Energie en Havens", "peh")
    assert words.coverage("Programma Energie en Havens") == 1.0
    assert words.coverage("Energie en havens: een programma") == 0.0


def test_a_compound_is_told_whole(lexical: TantivyIndex) -> None:
    """Where the compound stands that the query wrote apart, it is told, and it covers both words."""
    wanted = understand(lexical, "net capaciteit").wanted
    words = QueryWords(lexical.analyser, wanted, rarities(lexical, wanted))
    assert explain(words.matches("De netcapaciteit is op.")) == ("netcapaciteit",)
    assert words.coverage("De netcapaciteit is op.") == 1.0


def test_an_abbreviation_covers_the_long_form(lexical: TantivyIndex) -> None:
    """Who asks for a name in full is answered by a passage that abbreviates it."""
    wanted = understand(lexical, "programma energie en havens").wanted
    words = QueryWords(lexical.analyser, wanted, rarities(lexical, wanted))
    assert words.coverage("Het PEH.") == 1.0
    assert 0 < words.coverage("Het programma.") < 1


def test_a_passage_covers_with_all_its_parts(lexical: TantivyIndex) -> None:
    """Text, title and headings count together, in pieces as in one."""
    wanted = understand(lexical, "programma energie en havens").wanted
    words = QueryWords(lexical.analyser, wanted, rarities(lexical, wanted))
    parts = ("Het programma.", "", "Energie in de havens")
    assert words.coverage(*parts) == words.coverage("\n".join(parts)) > words.coverage(parts[0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(query=st.text(max_size=120))
def test_any_query_is_understood(lexical: TantivyIndex, query: str) -> None:
    """No query is an error, each term is wanted once; without notes the words stay, others behind them."""
    understood = understand(lexical, query)
    terms = [each.term for each in understood.wanted]
    assert len(terms) == len(set(terms))
    assert understood.notes or understood.words.startswith(query)
    lexical.search(as_lexical(understood.wanted), 5)
