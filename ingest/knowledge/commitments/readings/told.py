"""*In die brief is aangegeven dat het kabinet de Kamer informeert*: a promise that was made elsewhere."""

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause, first_actor
from beleidszoeker.ingest.knowledge.commitments.readings.context import TOLD, Context, Promise, may_speak
from beleidszoeker.ingest.knowledge.commitments.readings.words import KAMER, PERFECT
from beleidszoeker.ingest.knowledge.commitments.verbs import INFORM

_FEW = 6
_ACTS = INFORM.infinitives | frozenset(INFORM.participles) | frozenset(INFORM.finite)


def read_told(context: Context) -> Promise | None:
    """Return the act towards the Kamer that a sentence says was announced, however far its verb stands."""
    words = context.tokens.words
    for at in range(1, len(words) - 1):
        if words[at] != "dat" or words[at - 1] not in TOLD or not PERFECT.intersection(words[:at]):
            continue
        said = words[at + 1 :]
        actor = first_actor(context.tokens, at + 1, min(at + _FEW, len(words)))
        if actor and may_speak(context, actor) and KAMER.intersection(said) and _ACTS.intersection(said):
            return Promise(
                Clause(at + 1, at + 1, len(words), "dat", actor, noun_first=False), actor, informs=True
            )
    return None
