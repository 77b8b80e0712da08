"""*Daar zorg ik voor*, *ik vraag mijn collega …*, *we beginnen daar in mei mee*: taken on in a debate."""

from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise
from beleidszoeker.ingest.knowledge.commitments.readings.particles import is_loose
from beleidszoeker.ingest.knowledge.commitments.readings.serving import answers, is_own_form, points
from beleidszoeker.ingest.knowledge.commitments.readings.turn import in_turn

_PHRASES = (
    ("doe", " mijn best "),
    ("doe", " mijn uiterste best "),
    ("beantwoord", " schriftelijk "),
    ("neem", " in overweging "),
    ("neem", " op in "),
    ("neem", " op met "),
    ("treed", " in overleg "),
    ("treed", " in contact "),
    ("maak", " hard voor "),
    ("maak", " sterk voor "),
    ("breng", " onder de aandacht "),
    ("breng", " in bij "),
    ("houd", " in de gaten "),
    ("hou", " in de gaten "),
    ("houd", " vinger aan de pols "),
    ("hou", " vinger aan de pols "),
    ("zie", " erop toe "),
    ("stuur", " een brief "),
    ("stuur", " een briefje "),
    ("schrijf", " een brief "),
    ("schrijf", " een briefje "),
    ("zorg", " voor een brief "),
)
_PAPER = frozenset(("papier", "mail"))
_COLLEAGUES = frozenset(("collega", "collega's", "ambtgenoot", "ambtgenoten"))
_NEAR = 6


def read_charge(context: Context, clause: Clause) -> Promise | None:
    """*Daar zorg ik voor*, *ik vraag mijn collega om …*, *ik zet dat op papier*, *ik doe mijn best*."""
    if not answers(context, clause) or clause.subject is None or clause.subject.pronoun != "ik":
        return None
    words = context.tokens.words
    word, rest = words[clause.finite], words[clause.finite + 1 : clause.end]
    joined = f" {' '.join(rest)} ".replace(" in een brief ", " ")
    begun = any(word == verb and phrase in joined for verb, phrase in _PHRASES)
    begun = begun or (word == "zorg" and rest[:1] == ["dat"] and len(words) - clause.finite > _NEAR)
    pointed = word in {"zet", "stel"} and points(context, clause) and _takes_up(word, rest)
    return Promise(clause, clause.subject) if begun or pointed or _charges(word, rest) else None


def _takes_up(word: str, rest: Sequence[str]) -> bool:
    """*Daar zet ik mij voor in*, *ik stel dat aan de orde*."""
    if word == "zet":
        return bool({"mij", "me"}.intersection(rest)) and is_loose(rest, "in")
    return "orde" in rest[:_NEAR]


def _charges(word: str, rest: Sequence[str]) -> bool:
    if word == "zorg":
        return bool({"ervoor", "daarvoor"}.intersection(rest)) or rest[-2:-1] == ["voor"]
    if word in {"vraag", "verzoek"}:
        return bool(_COLLEAGUES.intersection(rest))
    return word == "zet" and bool(_PAPER.intersection(rest))


def read_beginning(context: Context, clause: Clause) -> Promise | None:
    """*We beginnen daar in september mee*, *ik begin in mei met de telling*."""
    rest = context.tokens.words[clause.finite + 1 : clause.end]
    begun = {"mee", "met"}.intersection(rest) and context.dated(clause) and not in_turn(rest)
    own = begun and answers(context, clause) and is_own_form(context, clause)
    return Promise(clause, clause.subject) if own else None
