"""Compound splitting: cases by hand, names, and 300 words that were judged before any split was seen.

``compounds.tsv`` holds 300 words of at least eight letters, drawn at random, each distinct word alike,
from those that occur twice or more in 73 Dutch government documents, each with the splits that are right;
``-`` is no split. ``compound_counts.tsv`` holds how often the words inside them occur there.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.index.dutch import Analyser, CompoundSplitter, Vocabulary
from beleidszoeker.index.dutch.analyser import stem
from beleidszoeker.index.terms import make_analyser

HERE = Path(__file__).parent
OFTEN = {"net": 40, "capaciteit": 30, "stikstof": 30, "depositie": 12, "ruimte": 50, "programma": 20}
PRECISION = 0.92
RECALL = 0.94


def judged() -> dict[str, set[tuple[str, ...]]]:
    """Return each judged word with its right splits; the empty split is none."""
    lines = (HERE / "compounds.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        word: {() if split == "-" else tuple(split.split("+")) for split in right.split("|")}
        for word, right in rows
    }


def counted() -> Vocabulary:
    """Return the words inside the judged ones as their corpus counts and capitalises them."""
    lines = (HERE / "compound_counts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return Vocabulary(
        {word: int(count) for word, count, *_ in rows}, frozenset(word for word, _, *name in rows if name)
    )


def test_judged_words() -> None:
    """Of the splits made of 300 judged words, and of the compounds among them, most are right."""
    splitter, words = CompoundSplitter(*counted()), judged()
    made = {word: split for word in words if (split := splitter.split(word))}
    right = {word for word, split in made.items() if split in words[word]}
    compounds = {word for word, splits in words.items() if () not in splits}
    assert len(words) == 300
    assert len(right) / len(made) >= PRECISION
    assert len(right & compounds) / len(compounds) >= RECALL


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("netcapaciteit", ("net", "capaciteit")),
        ("energiehoofdstructuur", ("energie", "hoofd", "structuur")),
        ("stikstofdepositieruimte", ("stikstof", "depositie", "ruimte")),
        ("kadegebonden", ("kade", "gebonden")),
        ("ontwikkelingspaden", ("ontwikkeling", "paden")),
        ("waterstofprogramma", ("waterstof", "programma")),
        ("minister", ()),
        ("verduurzaming", ()),
        ("gemeenten", ()),
        ("programma", ()),
        ("onderwijs", ()),
        ("net", ()),
        ("x" * 500, ()),
        ("net" * 200, ()),
        ("29826", ()),
        ("", ()),
    ],
)
def test_compounds(word: str, parts: tuple[str, ...]) -> None:
    """Compounds are split into words that are used; words that are none stay whole, however long they are."""
    assert CompoundSplitter(OFTEN).split(word) == parts


@pytest.mark.parametrize(
    "name",
    [
        *("Rotterdam", "Amsterdam", "Groningen", "Eindhoven", "Zeeland", "Rijswijk", "Chemelot", "Smilde"),
        *("Maastricht", "Moerdijk", "Zwijndrecht", "Roosendaal", "Duitsland", "Friesland", "Hendriks"),
    ],
)
def test_names_of_places_stay_whole(name: str) -> None:
    """The name of a place is not split, whether the corpus holds it or not, with a capital or without."""
    corpus = Vocabulary.of(
        [f"Wij wonen in {name}. Wie in {name} woont, kent de dam, de wijk en het land."] * 9
    )
    assert CompoundSplitter(*corpus).split(name.lower()) == ()
    assert CompoundSplitter().split(name.lower()) == ()


def test_the_corpus_tells_names_from_words() -> None:
    """A word with the ending of a street is a name where it is written with a capital, else a compound."""
    street, road = (Vocabulary.of([f"Langs {word} staan bomen."] * 3) for word in ("Havenweg", "havenweg"))
    assert CompoundSplitter(*street).split("havenweg") == ()
    assert CompoundSplitter(*road).split("havenweg") == ("haven", "weg")


def test_the_corpus_teaches_compounds() -> None:
    """A word that no list knows is a part where the corpus uses it, and not where it never does."""
    vocabulary = Vocabulary.of(["De aerius-som", *["Reken met aerius."] * 3])
    assert next(make_analyser(vocabulary).terms("aeriusberekening")).pieces == ("aerius", "berekening")
    assert next(make_analyser(Vocabulary()).terms("aeriusberekening")).pieces == ()
    assert "som" not in vocabulary.counts


def test_a_vocabulary_reads_back() -> None:
    """What is written of a corpus' words is read back the same."""
    vocabulary = Vocabulary.of(["In Delft en Delft is het net vol; het net groeit."])
    assert Vocabulary.from_json(vocabulary.to_json()) == vocabulary
    assert vocabulary.names == {"delft"}


def test_the_word_behind_a_particle_is_found() -> None:
    """*Samenwerkende* is no compound, yet it is found by *werkende*; *in* alone is no particle."""
    (term,) = Analyser().terms("samenwerkende")
    assert (term.stem, term.parts, term.pieces) == (
        stem("samenwerkende"),
        (stem("werkende"),),
        ("samen", "werkende"),
    )
    assert next(Analyser().terms("in")).parts == ()


@given(st.text(st.sampled_from("netwatrsgo"), max_size=64))
def test_parts_stand_in_the_word(word: str) -> None:
    """Parts stand in the word in order, with at most two letters between them, and fill it."""
    position = 0
    parts = CompoundSplitter(OFTEN).split(word)
    for part in parts:
        assert 0 <= word.index(part, position) - position <= 2
        position = word.index(part, position) + len(part)
    assert not parts or position == len(word)
