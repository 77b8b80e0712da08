"""What changed between two wordings, word by word; each side stays the literal text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 1500
"""Tokens; matching is quadratic where nothing is alike, and no sentence is that long."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of one side.

    Attributes:
        text: Literal; the runs of a side together are its text.
        changed: Whether the other side does not have it here.
    """

    text: str
    changed: bool


def differences(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both texts as runs that stayed and runs that changed.

    A space between two changed words changed with them. Texts that are too long changed as a whole.

    >>> before, after = differences("Uiterlijk 1 juli 2025.", "Uiterlijk 1 mei 2026.")
    >>> [run.text for run in before if run.changed], [run.text for run in after if run.changed]
    (['juli 2025'], ['mei 2026'])
    """
    if before == after:
        return _whole(before, changed=False), _whole(after, changed=False)
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST:
        return _whole(before, changed=True), _whole(after, changed=True)
    blocks = _kept(old, new)
    return _runs(old, [(a, size) for a, _, size in blocks]), _runs(new, [(b, size) for _, b, size in blocks])


def _kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return what both have, without spaces that stand alone between changes."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    first, last = blocks[0], blocks[-2] if len(blocks) > 1 else blocks[0]
    return [
        (a, b, size)
        for a, b, size in blocks
        if not "".join(old[a : a + size]).isspace()
        or ((a, b, size) == tuple(first) and a == b == 0)
        or ((a, b, size) == tuple(last) and a + size == len(old) and b + size == len(new))
    ]


def _runs(tokens: Sequence[str], kept: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    edges = [0, *(edge for start, size in kept for edge in (start, start + size)), len(tokens)]
    parts = ["".join(tokens[start:end]) for start, end in pairwise(edges)]
    return tuple(Run(part, place % 2 == 0) for place, part in enumerate(parts) if part)


def _whole(text: str, *, changed: bool) -> tuple[Run, ...]:
    return (Run(text, changed),) if text else ()
