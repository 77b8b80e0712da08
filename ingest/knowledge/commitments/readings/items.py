"""Items of a list under words that promise: *Het kabinet zal:*."""

from beleidszoeker.ingest.knowledge.commitments.readings.words import INFINITIVES
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, tokenise

_NOUN = frozenset(("het", "de", "van", "ons", "onze", "hun", "dit", "dat"))
_FEW = 3


def names_act(item: str) -> bool:
    """Tell whether an item names an act with an infinitive of its own; *het openen van …* is a noun.

    >>> names_act("de bruggen verbreden;"), names_act("het verbreden van bruggen;"), names_act("meer bruggen")
    (True, False, False)
    """
    tokens = tokenise(item)
    if tokens.word(0) == "het" and _nominal(tokens):
        return False
    return any(
        word in INFINITIVES and tokens.word(place - 1) not in _NOUN for place, word in enumerate(tokens.words)
    )


def _nominal(tokens: Tokens) -> bool:
    """*Het goed onderhouden van*, *het meten en tellen van*."""
    opened = any(word.endswith("en") for word in tokens.words[1 : _FEW + 1])
    return opened and "van" in tokens.words
