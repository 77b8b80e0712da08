"""A corpus' words, analysed before a question meets them.

Telling how a word stands in a passage takes some fifty microseconds at the first time and none later, and the
ten passages that are shown hold dozens of words that no question met before. So a service learns the most
frequent ones when it starts, a few at a time: whoever asks meanwhile hardly waits for it.
"""

import time
from collections.abc import Sequence
from threading import Thread

from beleidszoeker.index.base import LexicalIndex
from beleidszoeker.index.dutch import Analyser

_WORDS = 50_000
_AT_ONCE = 40
_REST = 0.01  # seconds; about three times what those take


def learn(lexical: LexicalIndex) -> Thread:
    """Begin to analyse the most frequent words of a corpus, in a thread that ends with the program."""
    words = lexical.frequent(_WORDS)
    thread = Thread(target=_learn, args=(lexical.analyser, words), name="learning words", daemon=True)
    thread.start()
    return thread


def _learn(analyser: Analyser, words: Sequence[str]) -> None:
    for number, word in enumerate(words):
        analyser.learn(word)
        if number % _AT_ONCE == 0:
            time.sleep(_REST)
