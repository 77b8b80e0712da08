"""*Er komt een onderzoek*, *die brief komt naar de Kamer*, *dat gaat gebeuren*: said in a debate."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, is_open
from beleidszoeker.ingest.knowledge.commitments.readings.documents import names_work
from beleidszoeker.ingest.knowledge.commitments.readings.events import TO_THE_HOUSE
from beleidszoeker.ingest.knowledge.commitments.readings.papers import sets_up
from beleidszoeker.ingest.knowledge.commitments.readings.turn import BY_LETTER
from beleidszoeker.ingest.knowledge.commitments.readings.words import NOW
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_TOLD = frozenset(("informatie", "gegevens", "antwoord", "antwoorden"))
_PAPERS = ("brief", "rapportage", "evaluatie", "nota", "begroting", "wetsvoorstel", "aanpak")
_AGREEING = wordlist("ja jazeker zeker akkoord prima goed oké natuurlijk uiteraard en , dat voorzitter")
_FILLING = wordlist("ook dus dan zeker natuurlijk uiteraard gewoon nu zo al . ! voorzitter ,")


def read_happening(context: Context, clause: Clause) -> Promise | None:
    """*Dat gaat gebeuren*, *ja, dat zal zeker gebeuren*: agreed, and nothing else is said."""
    words = context.tokens.words
    agreed = words[clause.finite - 1] == "dat" and _AGREEING.issuperset(words[: clause.finite])
    rest = set(words[clause.finite + 1 :])
    said = agreed and "gebeuren" in rest and rest - {"gebeuren"} <= _FILLING
    return Promise(clause, None) if context.voice is Voice.DEBATE and said else None


def read_arrival(context: Context, clause: Clause) -> Promise | None:
    """*Er komt een onderzoek*, *die brief komt naar de Kamer*, *dat komt in orde*, said in a debate."""
    words = context.tokens.words
    if context.voice is not Voice.DEBATE or clause.opened or not is_open(context, clause):
        return None
    before, rest = words[clause.start : clause.finite], words[clause.finite + 1 : clause.end]
    if context.has(NOW, clause.start, clause.end):
        return None
    joined = f" {' '.join(rest)} "
    bound = any(f" {phrase} " in joined for phrase in (*TO_THE_HOUSE, "eraan"))
    written = bool(_TOLD.intersection(before) and BY_LETTER.intersection(rest))
    sent = written or (bound and (names_work(before) or _TOLD.intersection(before)))
    new = "er" in (*before[-1:], *rest[:1]) and (names_work(rest) or sets_up(rest)) and "een" in rest
    new = new or (before[-1:] == ["daar"] and "over" in rest and bool(BY_LETTER.intersection(rest)))
    settled = before[-1:] in ([], ["dat"]) and (" in orde " in joined or " voor elkaar " in joined)
    taken_up = (
        before[-1:] in (["dat"], ["die"])
        and " terug in de " in joined
        and any(word.endswith(_PAPERS) for word in rest)
    )
    return Promise(clause, None) if sent or new or settled or taken_up else None
