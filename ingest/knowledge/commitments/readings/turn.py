"""What a minister says of the turn itself: *daar kom ik zo op terug*, *ik zal eerst vragen beantwoorden*."""

import re
from collections.abc import Sequence

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, informs_kamer
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist

BY_LETTER = frozenset(("schriftelijk", "schriftelijke", "brief", "kamerbrief", "papier", "schrift", "mail"))
"""What takes an act out of the hall."""
_SOON = wordlist("""
    zo zometeen zodadelijk straks dadelijk meteen later verderop eerst zojuist nu termijn beantwoording betoog
    blok blokje blokjes motie moties vraag vragen interruptie slot einde
    """)
_TURN = wordlist("""
    vragen vraag motie moties oordeel zeggen ingaan beantwoorden langs eerst blokje blokjes
    vertellen afronden proberen lopen doorlopen daarbij hierbij antwoord antwoorden reageren
    kort langslopen uitleggen voorbeeld voorlezen herhalen samenvatten toelichten stilstaan meemaken
    ontraden aanhouden aangeven verduidelijken benadrukken onderstrepen nuanceren bevestigen ontkennen
    opmerken meegeven duiden weerspreken preciseren luisteren leven stemmen
    schorsen
    """)
_MOVES = frozenset(("uitvoeren", "overnemen", "meenemen", "betrekken"))
_ASKED = frozenset(("om", "of", "dat", "hoe", "wat", "waarom", "wanneer"))
_ARTICLES = frozenset(("de", "die", "deze", "uw", "alle", "een", "welke", "haar", "zijn"))
_COLLEAGUES = frozenset(("collega", "collega's", "ambtgenoot", "ambtgenoten"))
_PAPERS = ("rapportage", "evaluatie", "nota", "begroting", "verkenning")
_WITH_A_QUESTION = re.compile(r"\bmet de vraag (?:of|om|hoe|wat|waarom|wanneer)\b")
_NEAR = 12


def in_turn(words: Sequence[str]) -> bool:
    """Whether words say that something comes later in the same turn: *zo*, *straks*, *in tweede termijn*."""
    return any(word in _SOON and not _otherwise(words, at) for at, word in enumerate(words))


def _otherwise(words: Sequence[str], at: int) -> bool:
    """*zo snel mogelijk*, *op een later moment*, *later dit jaar*, *op korte termijn*."""
    near = words[at + 1 : at + 4]
    if words[at] == "zo":
        return "mogelijk" in near
    if words[at] == "later":
        return "dit" in near[:1] or (at > 0 and words[at - 1] == "een")
    if words[at] == "termijn":
        return at > 0 and words[at - 1] in {"korte", "afzienbare", "kortere"}
    return words[at] in {"einde", "slot"} and "van" in near[:1]


def of_the_turn(context: Context, clause: Clause) -> bool:
    """Whether a speaker tells what comes next in the turn itself, or leaves a motion to the House."""
    words = context.tokens.words
    rest = words[clause.finite + 1 : clause.end]
    near = rest[:_NEAR]
    own = _TURN.intersection(near)
    if _WITH_A_QUESTION.search(" ".join(words[clause.finite + 1 :][: _NEAR + 1])):
        own -= {"vraag"}  # *ik zal een brief sturen met de vraag of …*
    if "rekening" in near and "nemen" in rest:
        return True  # *neemt mijn collega voor zijn rekening*
    if _MOVES.intersection(rest) and own <= {"motie", "moties", "vraag", "vragen"}:
        own = frozenset()  # *ik zal de motie uitvoeren*
    elsewhere = bool(BY_LETTER.intersection(near)) or " aan de slag" in " ".join(rest)
    elsewhere = elsewhere or _in_a_paper(words[clause.start : clause.end])
    later = (
        elsewhere
        or (own == {"vragen"} and _asks(words[clause.finite + 1 :][:_NEAR]))
        or informs_kamer(context, clause)
    )
    back = "terugkomen" in rest and in_turn(rest) and not elsewhere
    return (bool(own) and not later) or (back and not informs_kamer(context, clause))


def _in_a_paper(words: Sequence[str]) -> bool:
    """*In de volgende rapportage*, *bij de evaluatie*: what is told there is not told here."""
    return any(
        word.endswith(_PAPERS) and bool({"in", "bij"}.intersection(words[max(at - 4, 0) : at]))
        for at, word in enumerate(words)
    )


def _asks(near: Sequence[str]) -> bool:
    """*Ik zal vragen of …*, *zal mijn collega vragen*: an act, and no questions."""
    at = near.index("vragen")
    asked = near[at + 1 : at + 2]
    noun = at > 0 and (near[at - 1] in _ARTICLES or near[at - 1] in {"resterende", "overige", "openstaande"})
    verb = bool(asked) and asked[0] in _ASKED and not noun
    begged = not noun and not "".join(asked).isalnum() and bool({"om", "naar", "bij"}.intersection(near[:at]))
    return verb or begged or "aandacht" in near or bool(_COLLEAGUES.intersection(near))
