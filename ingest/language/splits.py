"""Words that an export cut in two inside a line: *P agina*, *Inf rastructuur*.

Fonts with wide kerning leave a gap after a letter that a reader never sees. Two pieces are one word where
neither of them is a word of its own and both together are: in the word list, or elsewhere in the document.
"""

import re
from collections.abc import Callable, Iterator

from beleidszoeker.ingest.language.words import in_word_list, is_word

_PAIR = re.compile(r"(?<![\w.’'@/-])(?=([^\W\d_]+) ([a-zà-ÿ][^\W\d_]*)(?![\w’'@/-]))")
_LONGEST_LETTER = 1
_ALONE = frozenset("aeuxAU")
"""Letters that stand alone in Dutch text: *à*, *e*, *u*, *x*."""


def mend(text: str, count: Callable[[str], int]) -> tuple[str, list[int]]:
    """Close the gaps inside words.

    Args:
        text: One line.
        count: How often the document uses a word, see ``hyphens.Vocabulary``.

    Returns:
        The line, and the offsets in ``text`` of the spaces that went.

    >>> mend("P agina 2 van 9 over de Inf rastructuur van nu", lambda word: 0)
    ('Pagina 2 van 9 over de Infrastructuur van nu', [1, 27])
    """
    gaps = list(_gaps(text, count))
    for gap in reversed(gaps):
        text = text[:gap] + text[gap + 1 :]
    return text, gaps


def _gaps(text: str, count: Callable[[str], int]) -> Iterator[int]:
    after = 0
    for match in _PAIR.finditer(text):
        left, right = match.group(1), match.group(2)
        if match.start() >= after and _is_one_word(left, right, count):
            yield match.end(1)
            after = match.end(2)


def _is_one_word(left: str, right: str, count: Callable[[str], int]) -> bool:
    whole = left + right
    if len(left) == _LONGEST_LETTER:
        torn = left.isupper() and left not in _ALONE and len(right) > 1
        return torn and not in_word_list(right) and (is_word(whole) or count(whole) > 0)
    if len(right) == _LONGEST_LETTER or left.isupper() or _stands(left, count) or _stands(right, count):
        return False
    return in_word_list(whole) or count(whole) > 0


def _stands(piece: str, count: Callable[[str], int]) -> bool:
    return is_word(piece) or count(piece) > 1
