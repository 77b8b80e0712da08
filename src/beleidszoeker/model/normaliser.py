"""SentencePiece's normaliser ``nmt_nfkc``, expressed with the parts that ``tokenizers`` offers.

The weights file holds it as one table from code point to replacement. Nearly all of that table is NFKC; what
is left are controls that disappear, separators that become a space, and the two characters below. NFKC also
composes ("e" and a combining accent become "é"), as the model's own normaliser does and a table of single
code points cannot.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tokenizers.normalizers import Normalizer

# NFKC would change these and the model does not: SentencePiece leaves the full-width tilde alone on purpose
# (builder.cc: it is ambiguous with the wave dash), and its table is from before the ideograph was decomposed.
_UNTOUCHED = ("～", "🈻")
# Noncharacters (Unicode 23.7) do not occur in text that is interchanged: they can stand in for the untouched.
_STAND_INS = ("\ufdd0", "\ufdd1")


def build_normaliser(replacements: Mapping[str, str]) -> Normalizer:
    """A normaliser that makes the same text of every text as the table and composition do.

    Args:
        replacements: For each code point that the model's normaliser changes, what it becomes.
    """
    from tokenizers import Regex
    from tokenizers.normalizers import NFKC, Replace, Sequence

    hidden = [Replace(kept, other) for kept, other in zip(_UNTOUCHED, _STAND_INS, strict=True)]
    shown = [Replace(other, kept) for kept, other in zip(_UNTOUCHED, _STAND_INS, strict=True)]
    groups = _beyond_nfkc(replacements).items()
    special = [Replace(Regex(_any_of(points)), replacement) for replacement, points in groups]
    return Sequence([*hidden, *special, NFKC(), *shown, Replace(Regex(" {2,}"), " ")])


def _beyond_nfkc(replacements: Mapping[str, str]) -> dict[str, list[str]]:
    from tokenizers.normalizers import NFKC

    nfkc = NFKC()
    groups = defaultdict(list)
    for point, replacement in replacements.items():
        if nfkc.normalize_str(point) != replacement:
            groups[replacement].append(point)
    return groups


def _any_of(points: Iterable[str]) -> str:
    return "[" + "".join(map(re.escape, points)) + "]"
