"""Words broken over two lines: made whole where they are one word, left alone where the hyphen is theirs.

Dutch keeps real hyphens in three places that look like a break: suspended compounds (*om- en bijscholing*,
*Noord-, Midden- en Zuid-Limburg*), names (*Zuid-Limburg*), and compounds in which vowels would run together
(*energie-infrastructuur*). The document's own vocabulary decides first, then spelling rules, then a word
list.
"""

import re
from collections import Counter
from collections.abc import Iterable

from beleidszoeker.ingest.language.addresses import HYPHENS, ends_in_address, join_address
from beleidszoeker.ingest.language.words import in_word_list, is_word

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TAIL = re.compile(r"[\w’'(&/.\u2010-]+$")
_HEAD = re.compile(r"^[^\W\d_]+")
_CONJUNCTION = re.compile(r"^(en|of|en/of|tot|noch|dan wel|respectievelijk|resp\.|c\.q\.)(?=\W|$)")
_FUNCTION_LIST = """
de het een in van voor met te om op aan bij naar uit tot door over die dat en of is zijn worden
wordt werd heeft hebben kan kunnen moeten zal zullen niet ook als per tegen onder zoals
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_LIST.split())
_PREPOSITIONS = ("achter", "over", "onder", "tegen", "voor", "door", "uit", "aan", "bij")
_PRONOMINAL = re.compile(r"(?:hier|daar|waar|er)[a-z]{2,7}$", re.IGNORECASE)
_KEEPER_LIST = "woo wob wmo awb avg mkb mbo hbo vwo havo ggz zzp btw bpm pgb ict ov ex non niet publiek"
_KEEPERS = frozenset(_KEEPER_LIST.split())
"""First halves that keep their hyphen before a whole word: *Woo-verzoek*, *mkb-ondernemers*,
*ex-wethouder*.
"""
_VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)
_SHORTEST_HALF = 3
_CLASH_LIST = "aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu"
_CLASHES = frozenset(_CLASH_LIST.split())
_PREFIX_LIST = "anti auto bio co de extra geo intra macro micro multi neo pre pro re semi"
_PREFIXES = frozenset(_PREFIX_LIST.split())
_PATH = re.compile(r"\S*/")
_CHAIN = re.compile(r"[a-z\d]+(?:[-\u2010][a-z\d]+){2}")


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
        One of ``" "`` (two words), ``""`` (one word; the hyphen, if any, goes) or ``"-"`` (one word with its
        hyphen).
    """
    if not before or not after:
        return ""
    if ends_in_address(before.rstrip(HYPHENS)):
        return join_address(before, after)
    if before[-1] in HYPHENS:
        return _at_hyphen(before.rstrip(HYPHENS), after, vocabulary, soft=before[-1] != "-")
    return "" if before[-1] == "/" or _lost_hyphen(before, after, vocabulary) else " "


def _at_hyphen(before: str, after: str, vocabulary: Vocabulary, *, soft: bool) -> str:
    tail, head = _TAIL.search(before), _HEAD.match(after)
    if not tail:
        return "- "
    if _is_suspended(tail.group(), after) or not head:
        return "- " if not after[0].isdigit() else "-"
    if _goes_on_as_name(tail.group(), after):
        return "-"
    left, right = re.split("[-\u2010]", tail.group())[-1].lstrip("('‘“").rsplit("/", 1)[-1], head.group()
    if (
        right in _FUNCTION_WORDS
        and is_word(left)
        and not is_word(left + right)
        and not vocabulary[left + right]
    ):
        return "- "  # a dash: *- en dat geldt overal- in balans*
    return "-" if _keeps_hyphen(left, right, vocabulary, soft=soft) else ""


def _is_suspended(left: str, after: str) -> bool:
    """*om- en bijscholing* waits for its other half; a function word is none: *partij-/en in om*."""
    match = _CONJUNCTION.match(after)
    if not match:
        return False
    rest = re.match(r"\s*([a-z]+)|[.,;:]", after[match.end() :])
    alone = rest is not None and (rest.group(1) is None or rest.group(1) in _FUNCTION_WORDS)
    return not (alone and is_word(left + match.group()))


def _goes_on_as_name(tail: str, after: str) -> bool:
    """A path or a file name is full of hyphens of its own: */aerius-web-* with *server/src* under it."""
    path = tail.startswith("/") and _PATH.match(after)
    return bool(path or _CHAIN.search(tail) or _CHAIN.match(after))


def _keeps_hyphen(left: str, right: str, vocabulary: Vocabulary, *, soft: bool) -> bool:
    whole, hyphenated = vocabulary[left + right], vocabulary[f"{left}-{right}"]
    if whole != hyphenated:
        return hyphenated > whole
    if right[0].isupper() or not left.isalpha() or left[1:] != left[1:].lower() or len(left) == 1:
        return True
    clash = _vowels_clash(left, right)
    if in_word_list(left + right) and not (clash and len(left) > _SHORTEST_HALF):
        return False
    if left.lower() in _KEEPERS or not _VOWEL.search(left):
        return is_word(right)
    if soft and left[-1:] not in "aeiou":
        return False
    return clash


def _vowels_clash(left: str, right: str) -> bool:
    """Dutch writes a hyphen where two vowels of different parts would be read as one (*zee-egel*)."""
    if (left[-1] + right[0]).lower() not in _CLASHES:
        return False
    return left.lower() in _PREFIXES or (is_word(left) and is_word(right))


def _lost_hyphen(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Some exports drop the soft hyphen and leave the two halves: *hoogwaar / dige*."""
    tail, head = re.search(r"[^\W\d_]+$", before), _HEAD.match(after)
    if not tail or not head or not head.group().islower():
        return False
    left, right = tail.group(), head.group()
    known = in_word_list(left + right) and len(left) > 1
    if known and not in_word_list(left) and not is_word(right):
        return True
    if len(left) < _SHORTEST_HALF or right in _FUNCTION_WORDS or vocabulary[left] or _stands_alone(left):
        return False
    return is_word(left + right)


def _stands_alone(word: str) -> bool:
    """A listed word, a compound or a pronominal adverb (*hierboven*)."""
    if in_word_list(word) or _PRONOMINAL.match(word):
        return True
    return is_word(word) and not word.endswith(_PREPOSITIONS)
