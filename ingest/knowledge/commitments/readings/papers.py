"""*Meegenomen in de kabinetsreactie*, *er komt een meldpunt*: papers to come, and what is set up."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.documents import is_foreign
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist

_SET_UP = tuple(
    wordlist("""
    campagne meldpunt loket fonds taskforce werkgroep website conferentie subsidie stuurgroep toezichthouder
    register actieplan gezant staatscommissie
    """)
)
_COMES_OF = frozenset(("van", "uit", "door"))
_TAKING_UP = frozenset(("meenemen", "betrekken", "opnemen", "kijken", "bezien"))
_ARTICLES = frozenset(("de", "het", "een", "mijn", "onze"))
_NEXT = frozenset(("nadere", "verdere", "volgende", "eerstvolgende", "komende"))
_TO_COME = (
    *("reactie", "evaluatie", "uitwerking", "vervolgbrief", "voortgangsrapportage", "voortgangsbrief"),
    *("herziening", "herijking", "actualisatie", "besluitvorming"),
)
_CLOSE = 4


def sets_up(words: Sequence[str]) -> bool:
    """*Een meldpunt*, *een campagne*: what a government sets up, and no other body."""
    own = not (_COMES_OF | {"als"}).intersection(words) and not any(map(is_foreign, words))
    return own and any(word.endswith(_SET_UP) for word in words)


def takes_up(tokens: Tokens, clause: Clause, verb: str) -> bool:
    """*Meegenomen in de kabinetsreactie*, *betrekken bij de verdere uitwerking*: kept for a paper to come."""
    words = tokens.words[clause.start : clause.end]
    if verb not in _TAKING_UP or {"vraag", "u"}.intersection(words):
        return False
    return any(
        word in {"in", "bij"} and _is_to_come(words[at + 1 : at + _CLOSE]) for at, word in enumerate(words)
    )


def _is_to_come(words: Sequence[str]) -> bool:
    """*de verdere uitwerking*, *mijn reactie*, and not *deze reactie*."""
    if not _ARTICLES.intersection(words[:1]):
        return False
    named = words[1:2] if words[1:2] and words[1] not in _NEXT else words[2:3]
    return any(word.endswith(_TO_COME) for word in named)
