"""Is a clause a promise? Read from its finite verb: *zal*, *wordt*, *ben voornemens*, *start*."""

from itertools import islice

from beleidszoeker.ingest.knowledge.commitments.clauses import clause_at
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise
from beleidszoeker.ingest.knowledge.commitments.readings.items import names_act
from beleidszoeker.ingest.knowledge.commitments.readings.present import read_present
from beleidszoeker.ingest.knowledge.commitments.readings.relative import read_in_passing
from beleidszoeker.ingest.knowledge.commitments.readings.serving import read_service
from beleidszoeker.ingest.knowledge.commitments.readings.table import READINGS
from beleidszoeker.ingest.knowledge.commitments.readings.told import read_told
from beleidszoeker.ingest.knowledge.commitments.readings.words import FINITE

_MOST_VERBS = 16
"""A sentence with more finite verbs is none; reading each would cost the square of its length."""
_PLAIN = (read_present, read_service, read_in_passing)


def find_promise(context: Context) -> Promise | None:
    """Return the first promise of a sentence."""
    words = context.tokens.words
    verbs = (place for place, word in enumerate(words) if word in READINGS or word in FINITE)
    for place in islice(verbs, _MOST_VERBS):
        clause = clause_at(context.tokens, place)
        for read in READINGS.get(words[place], _PLAIN):
            if promise := read(context, clause):
                return promise
    return read_told(context)


__all__ = ["Context", "Promise", "find_promise", "names_act"]
