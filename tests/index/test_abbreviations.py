"""Abbreviations that texts define, and what a corpus learns of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.abbreviations import Abbreviations, Meaning
from beleidszoeker.index.definitions import find_definitions, is_short_form, singular
from beleidszoeker.index.dutch import Analyser, CompoundSplitter, Vocabulary
from beleidszoeker.index.store import IndexedText

COUNTS = {"energie": 9, "hoofd": 9, "structuur": 9, "gezondheid": 9, "zorg": 9, "gebied": 9, "pas": 3}
ANALYSER = Analyser(CompoundSplitter(COUNTS))
PEH = "Het Programma Energiehoofdstructuur (PEH) is vastgesteld."


def indexed_text(text: str, *, notes: tuple[str, ...] = (), document: str = "d") -> IndexedText:
    return IndexedText(1, "", text, "", notes, "", document, "nota", None, (), ())


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (PEH, "PEH", "Programma Energiehoofdstructuur"),
        (
            "Dit staat in het Meerjarenprogramma Infrastructuur Energie en Klimaat (MIEK).",
            "MIEK",
            "Meerjarenprogramma Infrastructuur Energie en Klimaat",
        ),
        (
            "Het MIEK (Meerjarenprogramma Infrastructuur Energie en Klimaat) loopt.",
            "MIEK",
            "Meerjarenprogramma Infrastructuur Energie en Klimaat",
        ),
        ("de VNG (de Vereniging van Nederlandse Gemeenten)", "VNG", "Vereniging van Nederlandse Gemeenten"),
        ("zoals de Regionale Energie Strategieën (RES’en)", "RES", "Regionale Energie Strategieën"),
        ("minst ontwikkelde landen (MOLs)", "MOL", "minst ontwikkelde landen"),
        ("Infrastructuur en Waterstaat (IenW)", "IenW", "Infrastructuur en Waterstaat"),
        ("Infrastructuur & Waterstaat (I&W)", "I&W", "Infrastructuur & Waterstaat"),
        ("de Wet op het financieel toezicht (Wft)", "Wft", "Wet op het financieel toezicht"),
        ("de geestelijke gezondheidszorg (hierna: GGZ)", "GGZ", "geestelijke gezondheidszorg"),
        ("de geestelijke gezondheidszorg (hierna te noemen ‘GGZ’)", "GGZ", "geestelijke gezondheidszorg"),
        ("Landelijk\nGebied (LG, zie onder)", "LG", "Landelijk Gebied"),
        ("de Sociaal-Economische Raad (SER)", "SER", "Sociaal-Economische Raad"),
        ("Buitenlandse Zaken (BZ), Economische Zaken (EZ)", "EZ", "Economische Zaken"),
        ("Rijksdienst voor Ondernemend Nederland (RVO)", "RVO", "Rijksdienst voor Ondernemend Nederland"),
        ("De Nederlandsche Bank (DNB)", "DNB", "De Nederlandsche Bank"),
        ("het Energie Programma 2030 (EP2030)", "EP2030", "Energie Programma 2030"),
        ("Vragen van het lid Jansen (VVD)", "", ""),
        ("Het rapport. Dat is goed (SER)", "", ""),
        ("Rotterdam (NL)", "", ""),
        ("de minister (De Vries)", "", ""),
        ("de nota (zie bijlage)", "", ""),
        ("van het project (VHP)", "", ""),
        ("(PEH)", "", ""),
        ("PEH (", "", ""),
    ],
)
def test_definitions(text: str, short: str, long: str) -> None:
    """An abbreviation is learnt with its long form where a text defines it, and nowhere else."""
    found = list(find_definitions(ANALYSER, text))
    assert ([tuple(found[-1])] if found else []) == ([(short, long)] if short else [])


@given(st.text(alphabet="ABenr (),.;-’'\n2é", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text is an error, and what is found stands in it, apart from white space."""
    flat = " ".join(text.split())
    for found in find_definitions(ANALYSER, text):
        assert found.long in flat
        assert found.short in text
        assert is_short_form(singular(found.short))


def test_a_document_counts_once() -> None:
    """A definition is weighed by documents, also when a footnote gives it; seldom ones are dropped."""
    other = "het Plan Economische Herstructurering (PEH)"
    texts = [indexed_text(text=PEH, document=f"d{number}") for number in range(6)]
    texts += [
        indexed_text(text=PEH, document="d0"),
        indexed_text(text="Zie noot.", notes=(PEH,), document="d6"),
    ]
    learnt = Abbreviations.learn(ANALYSER, Vocabulary(), [*texts, indexed_text(text=other, document="d7")])
    assert [(each.short, each.long, each.documents) for each in learnt] == [
        ("PEH", "Programma Energiehoofdstructuur", 7)
    ]


def test_spellings_of_one_name_are_one_meaning() -> None:
    """Capitals, spaces and hyphens do not make a second meaning; the spelling seen most is kept."""
    spellings = ("Milieu Effect Rapportage", "milieueffectrapportage", "Milieu Effect Rapportage")
    texts = [
        indexed_text(text=f"een {name} (MER)", document=name + str(at)) for at, name in enumerate(spellings)
    ]
    splitter = CompoundSplitter({"milieu": 9, "effect": 9, "rapportage": 9})
    learnt = list(Abbreviations.learn(Analyser(splitter), Vocabulary(), texts))
    assert [(each.long, each.documents) for each in learnt] == [("Milieu Effect Rapportage", 3)]


def meanings(*, ordinary: bool) -> Abbreviations:
    return Abbreviations([Meaning("PAS", "Programma Aanpak Stikstof", ("p", "a", "s"), 2, ordinary)])


@pytest.mark.parametrize(
    ("word", "ordinary", "known"),
    [
        ("PAS", True, True),
        ("pas", True, False),
        ("Pas", True, False),
        ("pas", False, True),
        ("PAS’en", True, True),
        ("PAS'en", False, True),
        ("pas’en", False, True),
        ("passen", False, False),
        ("pasen", False, False),
        ("PASS", False, False),
        ("", False, False),
    ],
)
def test_capitals_count_for_common_words(word: str, ordinary: bool, known: bool) -> None:  # noqa: FBT001
    """A short form that is also a common word is one only in its own capitals."""
    assert bool(meanings(ordinary=ordinary).meanings(word)) == known


def test_the_corpus_tells_what_is_common() -> None:
    """A word is common when the corpus writes it in small letters and a word list knows it."""
    texts = [indexed_text(text="het Programma Aanpak Stikstof (PAS)")]
    for vocabulary, ordinary in (
        (Vocabulary({"pas": 3}), True),
        (Vocabulary({"pas": 3}, frozenset({"pas"})), False),
        (Vocabulary(), False),
    ):
        assert [each.ordinary for each in Abbreviations.learn(ANALYSER, vocabulary, texts)] == [ordinary]


def test_a_long_form_is_found_among_words() -> None:
    """The long form is found with its place, whatever stop words stand between."""
    learnt = Abbreviations.learn(
        ANALYSER, Vocabulary(), [indexed_text(text="Wet op het financieel toezicht (Wft)")]
    )
    terms = [term for term in ANALYSER.terms("nieuwe wet op financieel toezicht nu") if not term.stop]
    assert [(first, last, each.short) for first, last, each in learnt.spelled_out(terms)] == [(1, 4, "Wft")]
    assert list(learnt.spelled_out(terms[:3])) == []


def test_what_is_stored_is_read_again() -> None:
    """Abbreviations survive being written and read, and the same corpus gives the same text."""
    learnt = Abbreviations.learn(ANALYSER, Vocabulary(), [indexed_text(text=PEH)])
    again = Abbreviations.from_json(learnt.to_json())
    assert list(again) == list(learnt)
    assert again.to_json() == learnt.to_json()
    assert len(again) == 1
