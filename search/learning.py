"""A corpus' words, analysed before a question meets them.

Telling how a word stands in a passage takes some fifty microseconds at the first time and none later, and the
ten passages that are shown hold dozens of words that no question met before. So a service learns the most
frequent ones when it starts, a few at a time: whoever asks meanwhile hardly waits for it.
"""

import time
from collections.abc import Sequence
from threading import Thread
from typing import TYPE_CHECKING
from weakref import ref

from beleidszoeker.index.base import LexicalIndex

if TYPE_CHECKING:
    from beleidszoeker.index.dutch import Analyser

_WORDS = 50_000
_AT_ONCE = 40
_REST = 0.01  # seconds; about three times what those take


def learn(lexical: LexicalIndex) -> Thread:
    """Begin to analyse the most frequent words of a corpus, in a thread that ends with the program."""
    known = ref(lexical.analyser)
    words = lexical.frequent(_WORDS)
    thread = Thread(target=_learn, args=(known, words), name="learning words", daemon=True)
    thread.start()
    return thread


def _learn(known: "ref[Analyser]", words: Sequence[str]) -> None:
    for start in range(0, len(words), _AT_ONCE):
        analyser = known()
        if analyser is None:
            return  # another snapshot has taken its place
        for word in words[start : start + _AT_ONCE]:
            analyser.learn(word)
        del analyser
        time.sleep(_REST)
