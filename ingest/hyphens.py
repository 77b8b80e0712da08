"""Words broken over two lines: made whole where they are one word, left alone where the hyphen is theirs.

Dutch keeps real hyphens in three places that look like a break: suspended compounds (*om- en bijscholing*,
*Noord-, Midden- en Zuid-Limburg*), names (*Zuid-Limburg*), and compounds in which vowels would run together
(*energie-infrastructuur*). The document's own vocabulary decides first, then spelling rules, then a word list.
"""

import re
from collections import Counter
from collections.abc import Iterable

from beleidszoeker.ingest.words import in_word_list, is_word

HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""Hyphen-minus, hyphen, soft hyphen, and the two characters PDFium puts where a line ended in a hyphen."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TAIL = re.compile(r"[\w’'(&/.-]+$")
_HEAD = re.compile(r"^[^\W\d_]+")
_CONJUNCTION = re.compile(r"^(en|of|en/of|tot|noch|dan wel|respectievelijk|resp\.|c\.q\.)(?=\W|$)")
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())


class Vocabulary:
    """The words that a document surely uses unbroken, with their counts: those inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            self._counts.update(match.group().lower() for match in list(_WORD.finditer(line))[1:-1])

    def __getitem__(self, word: str) -> int:
        return self._counts[word.lower()]


def join(before: str, after: str, vocabulary: Vocabulary) -> str:
    """Return what stands between two lines once they are one: the end of ``before`` that stays, as a rule.

    Args:
        before: A line without trailing white space.
        after: The line that follows, without leading white space.
        vocabulary: The document's words.

    Returns:
        One of ``" "`` (two words), ``""`` (one word; the hyphen, if any, goes) or ``"-"`` (one word with its hyphen).
    """
    if not before or not after:
        return ""
    if before[-1] in HYPHENS:
        return _at_hyphen(before.rstrip(HYPHENS), after, vocabulary, soft=before[-1] != "-")
    return "" if before[-1] == "/" or _lost_hyphen(before, after, vocabulary) else " "


def _at_hyphen(before: str, after: str, vocabulary: Vocabulary, *, soft: bool) -> str:
    tail, head = _TAIL.search(before), _HEAD.match(after)
    if not tail:
        return "- "
    if _CONJUNCTION.match(after) or not head:
        return "- " if not after[0].isdigit() else "-"
    left, right = tail.group().rsplit("-", 1)[-1].lstrip("('‘“").rsplit("/", 1)[-1], head.group()
    return "-" if _keeps_hyphen(left, right, vocabulary, soft=soft) else ""


def _keeps_hyphen(left: str, right: str, vocabulary: Vocabulary, *, soft: bool) -> bool:
    whole, hyphenated = vocabulary[left + right], vocabulary[f"{left}-{right}"]
    if whole != hyphenated:
        return hyphenated > whole
    if right[0].isupper() or not left.isalpha() or left.isupper() or len(left) == 1:
        return True
    if in_word_list(left + right) or (soft and left[-1:] not in "aeiou"):
        return False
    return _vowels_clash(left, right)


def _vowels_clash(left: str, right: str) -> bool:
    """Dutch writes a hyphen where two vowels of different parts would be read as one (*zee-egel*)."""
    return (left[-1] + right[0]).lower() in _CLASHES and is_word(left) and is_word(right)


def _lost_hyphen(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Some exports drop the soft hyphen and leave the two halves: *hoogwaar / dige*."""
    tail, head = re.search(r"[^\W\d_]+$", before), _HEAD.match(after)
    if not tail or not head or not head.group().islower():
        return False
    left, right = tail.group(), head.group()
    if in_word_list(left) and is_word(right):
        return False
    if vocabulary[left] and vocabulary[right]:
        return False
    return in_word_list(left + right) or (not in_word_list(left) and is_word(left + right))
