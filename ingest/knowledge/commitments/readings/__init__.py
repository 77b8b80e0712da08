"""Is a clause a promise? Read from its finite verb: *zal*, *wordt*, *ben voornemens*, *start*."""

from itertools import islice

from beleidszoeker.ingest.knowledge.commitments.clauses import clause_at
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise
from beleidszoeker.ingest.knowledge.commitments.readings.events import read_event, read_plan, read_receipt
from beleidszoeker.ingest.knowledge.commitments.readings.future import read_future, read_going
from beleidszoeker.ingest.knowledge.commitments.readings.intention import (
    read_ability,
    read_aim,
    read_forced,
    read_going_on,
    read_intention,
    read_letting,
    read_noun,
    read_pledge,
    read_would,
)
from beleidszoeker.ingest.knowledge.commitments.readings.items import names_act
from beleidszoeker.ingest.knowledge.commitments.readings.passive import read_expectation, read_passive
from beleidszoeker.ingest.knowledge.commitments.readings.present import read_coming, read_present
from beleidszoeker.ingest.knowledge.commitments.readings.told import read_told
from beleidszoeker.ingest.knowledge.commitments.readings.words import FINITE

_MOST_VERBS = 16
"""A sentence with more finite verbs is none; reading each would cost the square of its length."""


def find_promise(context: Context) -> Promise | None:
    """Return the first promise of a sentence."""
    words = context.tokens.words
    verbs = (place for place, word in enumerate(words) if word in _READINGS or word in FINITE)
    for place in islice(verbs, _MOST_VERBS):
        clause = clause_at(context.tokens, place)
        for read in _READINGS.get(words[place], (read_present,)):
            if promise := read(context, clause):
                return promise
    return read_told(context)


_READINGS = {
    **dict.fromkeys(("zal", "zullen"), (read_future,)),
    **dict.fromkeys(("ga", "gaat", "gaan"), (read_going, read_event)),
    **dict.fromkeys(("wordt", "worden"), (read_passive,)),
    **dict.fromkeys(("ben", "is", "zijn"), (read_intention, read_plan)),
    **dict.fromkeys(("heb", "heeft", "hebben"), (read_intention,)),
    **dict.fromkeys(
        ("zeg", "zeggen", "zegt", "beloof", "beloven", "committeer", "committeren"), (read_pledge,)
    ),
    **dict.fromkeys(("kan", "kunt", "kunnen"), (read_ability, read_expectation)),
    **dict.fromkeys(("wil", "willen"), (read_ability, read_aim)),
    **dict.fromkeys(
        ("streef", "streeft", "streven", "hoop", "hopen", "verwacht", "beoog", "beoogt"), (read_aim,)
    ),
    **dict.fromkeys(("blijf", "blijft", "blijven"), (read_going_on,)),
    **dict.fromkeys(("ontvangt", "ontvangen", "krijgt"), (read_receipt, read_present)),
    **dict.fromkeys(("staat", "staan"), (read_plan,)),
    **dict.fromkeys(
        ("vindt", "vinden", "treedt", "treden", "volgt", "volgen", "verschijnt", "verschijnen"), (read_event,)
    ),
    **dict.fromkeys(("komt", "komen"), (read_event, read_present, read_coming)),
    **dict.fromkeys(("start", "begint"), (read_present, read_event)),
    **dict.fromkeys(("voornemen", "inzet"), (read_noun,)),
    **dict.fromkeys(("zou", "zouden"), (read_would,)),
    **dict.fromkeys(("laat", "laten"), (read_letting, read_present)),
    **dict.fromkeys(("zie", "zien", "ziet"), (read_forced,)),
    "kom": (read_present, read_coming),
}

__all__ = ["Context", "Promise", "find_promise", "names_act"]
