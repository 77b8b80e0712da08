"""Reserves: *kan*, *wil*, *tenzij*, *volgens*, *ruim*. A sentence is never surer than its quote."""

import re
from collections.abc import Iterator

from beleidszoeker.index.dutch.tokens import fold, tokenise
from beleidszoeker.search.answering.facts import number_of
from beleidszoeker.search.answering.negation import NO_NEGATION
from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import RESERVES

_MOST_PARTS = 10
_KEPT = {
    "possible": {"possible", "weighed", "allowed"},
    "meant": {"meant", "weighed"},
    "weighed": {"weighed", "possible", "meant"},
    "allowed": {"allowed", "possible"},
    "conditional": {"conditional"},
    "only": {"only"},
    "partly": {"partly"},
    "at least": {"at least"},
    "at most": {"at most"},
    "told": {"told"},
}
"""A reserve of the quote, and by which ones a sentence keeps it."""
_BOUNDS = frozenset(("at least", "at most"))
_ADDED = frozenset(("obliged", "all", "only", *_BOUNDS))
"""What a sentence may say only where its quote does."""
_IF = re.compile(
    r"(?:^|[.,;:]\s*|\b(?:maar|en|dat)\s)als\b"
    r"|\bals (?:er|de|het|een|dit|dat|deze|die|zij|ze|hij|ik|wij|we|u|men|geen|alle)\b",
    re.IGNORECASE,
)
"""*als* for *if*; before a bare noun it is *as*."""
_WHETHER = re.compile(r"\b(?:onderzoe?k|bekij?k|nagaa?n?)\w*\b[^.;]*\b(?:of|hoe|welke)\b", re.IGNORECASE)
_MORE_THAN = re.compile(r"\bmeer dan\b|\bten minste\b", re.IGNORECASE)
_LESS_THAN = re.compile(r"\bminder dan\b|\bten hoogste\b", re.IGNORECASE)
_PATTERNS = (("conditional", _IF), ("weighed", _WHETHER), ("at least", _MORE_THAN), ("at most", _LESS_THAN))
_PART = re.compile(r"[:;]\s")


def lost_reserve(sentence: Said, quote: Said) -> bool:
    """Tell whether the sentence is surer than its quote: without its *kan*, *wil*, *tenzij*, *volgens*.

    A bound (*ruim*, *hooguit*) counts where the sentence takes over a number from its clause; what stands
    beyond a colon or semicolon does not count where the sentence takes nothing from there.
    """
    quote = _part_of(sentence, quote)
    told, meant = set(_reserves(sentence)), set(_reserves(quote))
    lost = (name for name in meant if name in _KEPT and not told & _KEPT[name])
    added = (name for name in told if name in _ADDED and name not in meant)
    return any(added) or any(name not in _BOUNDS or _is_bound(sentence, quote, name) for name in lost)


def _part_of(sentence: Said, quote: Said) -> Said:
    """Return the part of a quote, between colons and semicolons, that has all words of the sentence."""
    parts = (quote.part(text) for text in _PART.split(quote.text)[:_MOST_PARTS])
    return next((part for part in parts if all(map(part.holds, sentence.content))), quote)


def _is_bound(sentence: Said, quote: Said, bound: str) -> bool:
    """Tell whether a number of the sentence stands in a clause of the quote with this bound."""
    ours = {number_of(term) for term in sentence.terms} - {None}
    for start, end in quote.clauses:
        numbers = {number_of(term) for term in quote.terms if start <= term.start < end}
        if numbers & ours and bound in _named(quote.text[start:end]):
            return True
    return False


def _reserves(said: Said) -> Iterator[str]:
    yield from _named(NO_NEGATION.sub("", said.text))


def _named(text: str) -> Iterator[str]:
    """Yield the names of the reserves that a text makes."""
    words = {fold(token.text) for token in tokenise(text)}
    yield from (name for name, members in RESERVES.items() if words & members)
    yield from (name for name, pattern in _PATTERNS if pattern.search(text))
