"""The quick tokenizer for questions against the whole one."""

import json
import random
from pathlib import Path

import pytest

from beleidszoeker.model.tokenising import Tokens, open_question_tokens, open_tokens

KNOWN = json.loads(Path(__file__).with_name("known_token_counts.json").read_text(encoding="utf-8"))["counts"]
ODD = ["", "  ", "a<s>b <mask> x", "<unk>", "ﬁ～🈻 荷兰 \u0301e", "x" * 3000, "\ufdd0 a\ufdd1", "▁▁a ▁", "\0"]
LETTERS = "abcdefghijklmnopqrstuvwxyz     éëï-'.,0123456789"
POINTS = [*range(1, 0x600), *range(0x1E00, 0x3100), *range(0x4E00, 0x4F00), 0x1F600, 0x1F23B]


@pytest.fixture(scope="module")
def whole(prepared: Path) -> Tokens:
    return open_tokens(prepared, 512)


def mixtures() -> list[str]:
    source = random.Random(3)  # noqa: S311 - a test that fails must fail again
    pieces = [*map(chr, POINTS), "<s>", "<mask>", " "]
    odd = ["".join(source.choices(pieces, k=20)) for _ in range(400)]
    return odd + ["".join(source.choices(LETTERS, k=80)) for _ in range(400)]


def test_it_cuts_as_the_whole_tokenizer_does(prepared: Path, whole: Tokens) -> None:
    """Known, odd and random texts become the same ids."""
    quick = open_question_tokens(prepared, 512)
    texts = [*(str(known["text"]) for known in KNOWN), *ODD, *mixtures()]
    assert [text for text in texts if quick.ids(text) != whole.ids(text)] == []


@pytest.mark.parametrize("longest", [2, 3, 8])
def test_it_is_cut_to_the_longest_input(prepared: Path, longest: int) -> None:
    """Beginning and end stay, and what is between them is cut."""
    ids = open_question_tokens(prepared, longest).ids("het net is vol en de wachtrij is lang")
    assert ids == open_tokens(prepared, longest).ids("het net is vol en de wachtrij is lang")
    assert (len(ids), ids[0], ids[-1]) == (longest, 0, 2)
