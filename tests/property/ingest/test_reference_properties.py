"""What holds for references in any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.addresses import address_of
from beleidszoeker.ingest.knowledge.references.finding import find

PIECES = [
    "Kamerstuk",
    "29 826",
    ", nr. 211",
    "-211",
    " en 437",
    "artikel",
    "artikelen",
    " 5",
    " 3:4",
    ", tweede lid",
    ", onder g",
    " van de",
    " Wet X",
    " Awb",
    " Grondwet",
    "Stb.",
    " 2020, 123",
    "Verordening (EU)",
    " 2024/1735",
    "Richtlijn",
    " 2008/50/EG",
    "ECLI:NL:RVS:2019:1603",
    "2024Z12345",
    "TZ202501-123",
    "COM(2022) 304",
    "kenmerk",
    " DGBI / 22570411",
    "Aanhangsel Handelingen",
    ", vergaderjaar 2016-2017",
    "h-tk-20172018-70-12",
    "\n",
    "\n\n",
    ".",
    ",",
    " ",
    "(",
    ")",
    "-",
    "XIII",
    "\u00a0",
    "é",
    "😀",
    "12",
    "nrs. ",
    " juncto ",
    "Boek 7",
    "BW",
]
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(texts)
def test_references_are_spans_in_order_that_do_not_overlap(text: str) -> None:
    """Each is literal text, none reaches into the next, and each has a key and no space at its ends."""
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert found.key
        assert "\n\n" not in text[found.start : found.end]
        end = found.end


@given(st.sampled_from([str(kind) for kind in ReferenceKind]), st.text(max_size=40))
def test_an_address_is_a_plain_address_or_none(kind: str, key: str) -> None:
    """Whatever stands in a key, nothing but the publishers' own addresses comes out."""
    address = address_of(kind, key)
    assert address is None or (address.startswith("https://") and not set(address) & set(" <>\"'\n"))


@pytest.mark.parametrize(
    "fragment",
    [
        "artikel 5 en ",
        "artikelen 1, 2, ",
        "artikel 5 van de Wet van de en de ",
        "artikel 1 Wet a ",
        "Kamerstuk ",
        "29 826-",
        "Stb. 2020, 1, ",
        "A/",
        "A.B.",
        " ",
        "\n",
        "aanhef en onder ",
        "artikel 5 en artikel 6 van de begroting ",
        "verordening (EU) ",
        "Handelingen II 2017/18, nr. 1, item 1, ",
        "ECLI:NL:",
        "kenmerk A/",
        "98/78/EG ",
    ],
)
def test_repeated_fragments_cost_time_in_proportion(fragment: str) -> None:
    """Ten times as much hostile text takes about ten times as long, not a hundred times."""
    short, long = (_seconds(fragment, length) for length in (20_000, 200_000))
    assert long < 40 * short + 0.05


def _seconds(fragment: str, length: int) -> float:
    text = (fragment * (length // len(fragment) + 1))[:length]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()  # what else the machine does is no part of it
        for _found in find(text):
            pass
        best = min(best, time.process_time() - start)
    return best
