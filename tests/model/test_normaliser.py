import random
import re
import unicodedata

import pytest
from tokenizers.normalizers import Normalizer

from beleidszoeker.model.normaliser import build_normaliser
from beleidszoeker.model.source import find, read
from beleidszoeker.model.weights import parse

STAND_INS = "\ufdd0\ufdd1"


@pytest.fixture(scope="module")
def table() -> dict[str, str]:
    return dict(parse(read(find())).replacements)


@pytest.fixture(scope="module")
def normaliser(table: dict[str, str]) -> Normalizer:
    return build_normaliser(table)


def plain(text: str, table: dict[str, str]) -> str:
    """The same thing said simply: look up each code point, compose, fold spaces."""
    mapped = "".join(table.get(character, character) for character in text)
    return re.sub(" {2,}", " ", unicodedata.normalize("NFC", mapped))


def test_each_code_point_becomes_what_the_table_says(normaliser: Normalizer, table: dict[str, str]) -> None:
    """No code point of the table or of the basic plane is treated differently."""
    points = {chr(point) for point in range(0x10000) if not 0xD800 <= point < 0xE000} | set(table)
    texts = [f"x{point}y" for point in sorted(points - set(STAND_INS))]
    assert [text for text in texts if normaliser.normalize_str(text) != plain(text, table)] == []


def test_mixtures_become_what_the_table_says(normaliser: Normalizer, table: dict[str, str]) -> None:
    """Neighbours compose, disappear and fold as they should, also next to each other."""
    source = random.Random(1)  # noqa: S311 - a test that fails must fail again
    points = [*map(chr, range(1, 0x600)), *map(chr, range(0x1E00, 0x2200)), *table]
    texts = ["".join(source.choices(points, k=12)) for _ in range(3000)]
    assert [text for text in texts if normaliser.normalize_str(text) != plain(text, table)] == []
