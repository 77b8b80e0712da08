"""*Streef ernaar*, *het is de bedoeling dat er in mei een ronde start*: what is aimed at, with its term."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from beleidszoeker.ingest.knowledge.commitments.actors import REGION
from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, is_open, to_do
from beleidszoeker.ingest.knowledge.commitments.readings.documents import is_foreign, names_work
from beleidszoeker.ingest.knowledge.commitments.readings.papers import sets_up
from beleidszoeker.ingest.knowledge.commitments.readings.words import DEFINITE, KAMER, PARTICIPLES
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_AIMING = frozenset(("streef", "streeft", "streven", "verwacht", "beoog", "beoogt"))
_ACTS = wordlist("""
    publicatie indiening inwerkingtreding afronding openstelling oplevering aanbieding toezending vaststelling
    invoering verzending ondertekening besluitvorming
    """)
_OWN = frozenset(("de", "het", "mijn", "onze", "ons", "hun"))
_UNSETTLED = wordlist("niet geen nooit was waren zou zouden als indien of volgens vraagt vroeg zegt zei")
_HAPPENS = wordlist("""
    start starten begint beginnen komt komen opengaat ingaat ingaan plaatsvindt plaatsvinden verschijnt
    verschijnen volgt volgen
    """)
_READY = frozenset(("klaar", "gereed", "af", "beschikbaar", "operationeel"))
_PHRASES = ("van start gaat", "van start gaan", "in werking treedt", "in werking treden")
_BEING = frozenset(("is", "zijn"))
_PASSIVE = frozenset(("wordt", "worden"))
_IT = frozenset(("er", "het", "dat", "dit", "die"))


def read_aim(context: Context, clause: Clause) -> Promise | None:
    """*streef ernaar uw Kamer in mei te informeren*, *hoop u in mei te berichten*."""
    if not clause.subject or (not clause.subject.pronoun and clause.subject.role == REGION):
        return None
    words = context.tokens.words[clause.start :]
    aims = context.tokens.words[clause.finite] in _AIMING and context.dated(clause)
    if is_open(context, clause) and aims and _aims_at(words):
        return Promise(clause, clause.subject)
    if not is_open(context, clause) or "te" not in words:
        return None
    to_kamer = KAMER.intersection(words) or "u" in words
    if to_kamer and any(word in INFORM.infinitives for word in words) and context.terms:
        return Promise(clause, clause.subject, informs=True)
    return Promise(clause, clause.subject) if aims and DEFINITE.intersection(to_do(words)) else None


def _aims_at(words: Sequence[str]) -> bool:
    """*Streef naar indiening*, *verwacht een besluit te nemen*: a definite act, by its noun."""
    named = any(one == "naar" and other in _ACTS for one, other in pairwise(words))
    return named or ("besluit" in words and "nemen" in set(to_do(words)))


def read_meant(context: Context, clause: Clause) -> Promise | None:
    """*Het is de bedoeling dat de telling in mei start*, *de planning is dat die in mei klaar is*."""
    tokens = context.tokens
    at = clause.finite
    opens = at + 1 + (tokens.word(at + 1) == "is")
    own = context.speaks_for_itself or context.voice is Voice.DEBATE
    if not own or tokens.word(opens) != "dat" or tokens.word(at - 1) not in _OWN:
        return None
    if context.has(_UNSETTLED, 0, opens) or "is" not in tokens.words[:opens]:
        return None
    said = _clause(tokens.words[opens + 1 :])
    first, last = tokens.starts[opens], tokens.ends[opens + len(said)]
    dated = any(first <= term.start < last for term in context.terms)
    if not dated or not _happens(said) or _UNSETTLED.intersection(said):
        return None
    return Promise(replace(clause, start=opens + 1, end=opens + 1 + len(said)), None)


def _clause(words: Sequence[str]) -> Sequence[str]:
    """The words up to a mark that ends them."""
    end = next((at for at, word in enumerate(words) if word in {",", ";", ":", "."}), len(words))
    return words[:end]


def _happens(said: Sequence[str]) -> bool:
    """Whether a clause ends in what takes place, or is then done; what others do or are is none of it."""
    last, final = said[-3:], "".join(said[-1:])
    if any(map(is_foreign, said[:3])):
        return False
    ours = bool(_IT.intersection(said[:2])) or names_work(said) or sets_up(said)
    done = bool(_PASSIVE.intersection(last)) and any(word in PARTICIPLES for word in last)
    ready = ours and final in _BEING and bool(_READY.intersection(last))
    comes = final in _HAPPENS and (ours or not final.endswith("en"))
    return done or ready or comes or " ".join(last) in _PHRASES
