"""*Daar kunt u op rekenen*, *u kunt erop rekenen dat wij …*, *ik verzeker u van onze inzet*: in a debate."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause, first_actor
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise, is_open
from beleidszoeker.ingest.knowledge.commitments.readings.words import KAMER, NOW
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist
from beleidszoeker.ingest.knowledge.commitments.voices import Voice

_WHO_ASK = KAMER | wordlist("u heer mevrouw lid leden indieners vragenstellers fracties")
_LOOKING_BACK = (" op aan ", " aan houden ", " tegoed ", " te goed ", " op rekenen ", " op vertrouwen ")
"""What is assured was said before: *daar kunt u op aan*."""
_AHEAD = (" erop rekenen ", " erop vertrouwen ", " ervan uitgaan ", " eraan houden ", " ervan op aan ")
"""What is assured follows: *u kunt erop rekenen dat wij …*."""
_STATES = wordlist("weet weten ben zijn heb hebben vind vinden zie zien ken kennen is begrijp begrijpen")
_GIVEN = frozenset(("inzet", "inspanning", "inspanningen", "steun", "medewerking", "aandacht"))
_OWN = frozenset(("mijn", "onze", "mij", "ons", "kabinet", "kabinets"))


def read_assurance(context: Context, clause: Clause) -> Promise | None:
    """*Daar kunt u op aan*, *daar kunt u mij aan houden*, *u kunt erop rekenen dat wij dat doen*."""
    words = context.tokens.words[clause.start : clause.end]
    if context.voice is not Voice.DEBATE or not _WHO_ASK.intersection(words) or not is_open(context, clause):
        return None
    joined = f" {' '.join(words)} "
    back = ("u" in words or "daar" in words[:1]) and any(phrase in joined for phrase in _LOOKING_BACK)
    ahead = any(phrase in joined for phrase in _AHEAD) and _we_act(context, clause.end)
    return Promise(clause, None) if back or ahead else None


def _we_act(context: Context, opens: int) -> bool:
    """Whether *dat* opens what the speaker does, and not what is so already."""
    tokens = context.tokens
    said = [word for word in tokens.words[opens + 1 :] if word[0].isalnum()]
    actor = first_actor(tokens, opens + 1, min(opens + 4, len(tokens)))
    acts = tokens.word(opens) == "dat" and actor is not None and not NOW.intersection(said)
    return acts and not _STATES.intersection(said[-1:])


def read_securing(context: Context, clause: Clause) -> Promise | None:
    """*Ik kan u verzekeren van mijn inzet*, *ik verzeker u van de steun van het kabinet*."""
    words = context.tokens.words[clause.start : clause.end]
    own = context.voice is Voice.DEBATE and clause.subject is not None and bool(clause.subject.pronoun)
    if not own or not {"verzeker", "verzekeren"}.intersection(words) or not is_open(context, clause):
        return None
    given = words[words.index("van") :] if "van" in words else ()
    return (
        Promise(clause, clause.subject) if _GIVEN.intersection(given) and _OWN.intersection(given) else None
    )
