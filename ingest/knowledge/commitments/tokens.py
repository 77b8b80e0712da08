"""The words of a sentence, with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:[a-z]\.){2,6}|\w+(?:[-–’'./&](?=\w)\w+){0,8}|[^\w\s]", re.IGNORECASE)
_OPENING, _CLOSING = frozenset("‘“„«"), frozenset("’”»")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence as words and marks.

    Attributes:
        words: In lower case.
        starts: First character of each, in the sentence.
        ends: One past the last.
        written: As they stand there.
    """

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    written: Sequence[str]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """Return the word at a place; nothing before the first and after the last."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def joined(self, first: int, end: int) -> str:
        """Return some words with one blank between them."""
        return " ".join(self.words[max(first, 0) : max(end, 0)])


def wordlist(written: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(written.split())


def tokenise(sentence: str) -> Tokens:
    """Return the words of a sentence; what stands between quotation marks is left out."""
    found_words, starts, ends, written = [], [], [], []
    depth = 0
    for found in _TOKEN.finditer(sentence):
        token = found.group()
        if token in _OPENING:
            depth += 1
        elif token in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            found_words.append(token.lower())
            written.append(token)
            starts.append(found.start())
            ends.append(found.end())
    return Tokens(found_words, starts, ends, written)
