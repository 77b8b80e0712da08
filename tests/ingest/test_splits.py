"""Words cut in two inside a line."""

import pytest

from beleidszoeker.ingest.language.hyphens import Vocabulary
from beleidszoeker.ingest.language.splits import mend


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("P ostbus 20901", "Postbus 20901"),
        ("directie Wegen en V erkeersveiligheid", "directie Wegen en Verkeersveiligheid"),
        ("de Inf rastructuur van nu", "de Infrastructuur van nu"),
        ("de appl icatie rekent", "de applicatie rekent"),
        ("U ontvangt een brief", "U ontvangt een brief"),
        ("A. de Vries en B van Dam", "A. de Vries en B van Dam"),
        ("CO2 en ultrafijn stof", "CO2 en ultrafijn stof"),
        ("à la carte en e mail", "à la carte en e mail"),
        ("om te zetten in op maat", "om te zetten in op maat"),
    ],
)
def test_a_word_is_whole_and_two_words_stay_two(line: str, expected: str) -> None:
    """Pieces that are no words become the word that they are; words stay apart."""
    assert mend(line, Vocabulary([]).__getitem__)[0] == expected


def test_the_document_knows_its_own_names() -> None:
    """A name that no list knows is made whole where the document has it whole elsewhere."""
    vocabulary = Vocabulary(["de stad Zwoltbergum ligt hier"])
    assert mend("naar Zwoltb ergum toe", vocabulary.__getitem__) == ("naar Zwoltbergum toe", [11])
    assert mend("naar Zwoltb ergum toe", Vocabulary([]).__getitem__)[1] == []
