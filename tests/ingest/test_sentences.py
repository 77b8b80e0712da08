"""Sentence boundaries in Dutch policy texts, by rule and by a trained pipeline."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from beleidszoeker.ingest.language.sentences import RULES, TRAINED, SentenceSplitter

RULED = SentenceSplitter(trained=None)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in RULED.split(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Op grond van art. 3:4 Awb is dit een besluit.",
        "Zie Kamerstuk 29 826, nr. 211 over de clusters.",
        "In december jl. is de Kamer geïnformeerd.",
        "Het gaat o.a. om Chemelot en Rotterdam.",
        "De brief d.d. 20 juni 2025 gaat daarover.",
        "Dit gebeurt m.b.t. Limburg en de regio.",
        "De ministers resp. Jansen en Pietersen schrijven dit.",
        "Dit staat op p. 12 e.v. Daar is meer.",
        "Het betreft blz. 3 van de nota.",
        "Dat kost min. € 3 mln. per jaar.",
        "Zie Stb. 2020, 123 en Stcrt. 2021, 4567.",
        "Prof. dr. J.W. de Vries ondertekent namens mw. Jansen.",
        "De Kamer wordt t.z.t. Over de uitkomst geïnformeerd.",
        "De site www.rijksoverheid.nl geeft meer.",
        "Het bedrag is 12.390 euro.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    """Abbreviations of government Dutch, initials, addresses and numbers stay inside their sentence."""
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eerste zin. Tweede zin.", ["Eerste zin.", "Tweede zin."]),
        ("Is dat zo? Ja! Nee.", ["Is dat zo?", "Ja!", "Nee."]),
        ("Hij zei: ‘Dat kan.’ Daarna ging hij.", ["Hij zei: ‘Dat kan.’", "Daarna ging hij."]),
        ("Dat is (zie hierna). De rest volgt.", ["Dat is (zie hierna).", "De rest volgt."]),
        ("Dat kost geld. € 3 miljoen is nodig.", ["Dat kost geld.", "€ 3 miljoen is nodig."]),
        ("In 2025 begint het. 42 bedrijven doen mee.", ["In 2025 begint het.", "42 bedrijven doen mee."]),
        ("1. Het net zit vol. 2. Het geld is op.", ["1. Het net zit vol.", "2. Het geld is op."]),
        ("a. Naam en adres. Dan meer.", ["a. Naam en adres.", "Dan meer."]),
        ("(3) Zie dit. Zie dat.", ["(3) Zie dit.", "Zie dat."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_a_sentence_ends_at_its_mark(text: str, expected: list[str]) -> None:
    """A mark before a capital, a number or an opening sign ends a sentence; white space belongs to none."""
    assert split(text) == expected


def test_the_rules_are_named() -> None:
    """An index can record which splitter made its passages."""
    assert RULED.name == RULES


def test_a_trained_pipeline_is_used_where_it_is_installed(tmp_path: Path) -> None:
    """An importable package of the known name is loaded, and the abbreviations hold for it too."""
    folder = tmp_path / TRAINED
    nlp = spacy.blank("nl", meta={"name": "core_news_sm", "version": "9.9.9"})
    nlp.add_pipe("sentencizer")
    data = folder / f"{TRAINED}-9.9.9"
    folder.mkdir()
    nlp.to_disk(data)
    (folder / "meta.json").write_text((data / "meta.json").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n__version__ = '9.9.9'\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    info = tmp_path / f"{TRAINED}-9.9.9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {TRAINED}\nVersion: 9.9.9\n", encoding="utf-8"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from beleidszoeker.ingest.language.sentences import SentenceSplitter\n"
        "splitter = SentenceSplitter()\n"
        "text = 'Zie art. 3 Awb. Daarna volgt nr. 2 hiervan.'\n"
        "print(splitter.name, [text[a:b] for a, b in splitter.split(text)], sep='|')\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == f"{TRAINED}-9.9.9|['Zie art. 3 Awb.', 'Daarna volgt nr. 2 hiervan.']"
