"""Which verb a future ends in: an act, a state, or one that no list has.

Behind *ik zal* nearly any verb is an act, so what is none is listed, and a verb that is not listed is told
from a plural noun by where it stands: *zal de brug inspecteren*, and not *van de bruggen*.
"""

import re

from beleidszoeker.ingest.knowledge.commitments.clauses import PREPOSITIONS, Clause
from beleidszoeker.ingest.knowledge.commitments.tokens import Tokens, wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import DISCOURSE, NO_ACTS

_BEFORE_NOUNS = PREPOSITIONS | wordlist("""
    te het een mijn ons dit dat uw hun zijn haar geen meer minder veel weinig alle twee drie vier vijf zes
    zeven acht negen tien zoveel genoeg tot als dan en of
    """)
_NO_NOUNS_E = frozenset(("we", "ze", "mede", "beide", "schriftelijke"))
_NO_VERBS = wordlist("""
    en een geen eigen samen meteen alleen heen bovendien tegen binnen morgen allen velen ten verschillen
    kansen ondertussen tussen mensen zaken redenen omstandigheden namen
    """)
_GOES_ON = PREPOSITIONS | frozenset(
    ("om", "dat", "of", "en", "hoe", "waar", "wat", "welke", "zodat", "zodra")
)
_SHAPES = ("en", "gaan", "staan", "slaan", "doen", "zien")
_LEAST = 5
_PARTICIPLE = re.compile(r"(?:\w{0,6}ge\w{2,14}|(?:be|ver|ont|her)\w{2,14}|\w{2,14}eer)(?:d|t|en)")
_BEFALLS = wordlist("""
    bereikt behaald gehaald verwacht geschat beïnvloed veroorzaakt geconfronteerd gezien gevonden ervaren
    geraakt verhinderd belemmerd overschreden gedwongen geremd bemoeilijkt gedragen
    benadeeld bedreigd geschaad belast
    ondervonden gemist verloren bepaald gekenmerkt vergeten herinnerd verdrongen geplaagd overtroffen gevoeld
    gevormd beschouwd vermoed gevreesd gehinderd beperkt gebracht geacht genoemd gehouden getroffen
    """)
"""What is done to somebody, or comes about, and is no act that anyone binds himself to."""


def last_act(tokens: Tokens, clause: Clause) -> bool:
    """Whether an act that no list has stands behind the last state or wish of a clause."""
    stated = [at for at in range(clause.finite + 1, clause.end) if tokens.words[at] in NO_ACTS]
    first = stated[-1] + 1 if stated else clause.finite + 1
    return any(_is_infinitive(tokens, at, clause.end) for at in range(first, clause.end))


def _is_infinitive(tokens: Tokens, at: int, end: int) -> bool:
    word, before = tokens.words[at], tokens.words[at - 1]
    if len(word) < _LEAST or not word.endswith(_SHAPES) or word in _NO_VERBS | DISCOURSE:
        return False
    noun = before in _BEFORE_NOUNS or (
        before[-1:] == "e" and before[-2:] != "ee" and before not in _NO_NOUNS_E
    )
    following = tokens.word(at + 1) if at + 1 < end else ""
    ends = not following[:1].isalnum() or following in _GOES_ON
    return ends and not noun and tokens.written[at][0].islower()


def last_participle(tokens: Tokens, clause: Clause) -> tuple[int, str] | None:
    """The participle beside *worden* that no list has: *zal worden geïnspecteerd*; not what befalls one."""
    words = tokens.words
    for at in range(clause.finite + 1, clause.end):
        if words[at] == "worden":
            for place in (at + 1, at - 1):
                if place < clause.end and place > clause.finite and _is_participle(words[place]):
                    return place, words[place]
    return None


def _is_participle(word: str) -> bool:
    return len(word) > _LEAST and word not in _BEFALLS and _PARTICIPLE.fullmatch(word) is not None
