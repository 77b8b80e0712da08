"""How much meaning, sentences and words count for one query; docs/retrieval.md says what was measured."""

from collections.abc import Mapping, Sequence
from math import log

from beleidszoeker.index.terms import is_reference
from beleidszoeker.search.query import How, Wanted
from beleidszoeker.search.ranking.fusion import Weights

_WORDS = 0.4
"""Weight of words where their evidence is full; meaning has the rest."""

_BY_REFERENCE = Weights(dense=0.15, lexical=0.85)
_SHORT_QUERY = 8
_ENOUGH = 2.0
"""So many of the rarest words there can be, or all of the query's words, are full evidence."""

_COMPLETE, _FEW = 0.4, 2.0
"""What words gain where one passage holds all of a query of one or two words; a longer one gains less."""

_SENTENCES, _MOST = 4.0, 2.0
"""A short query is answered by one sentence; a long one by all that a passage says."""


def weigh(wanted: Sequence[Wanted], rarity: Mapping[str, float], best: float, *, passages: int) -> Weights:
    """Return the weights for a query.

    A query that shares one common word with the nearest passages (*komst van het rekeningrijden*) would be
    answered by that word if words always counted the same. So they count by their evidence: the best BM25
    score, compared with what two of the rarest words would give, or with all that the query's words could
    give. A passage that holds all of a short query (*netcongestie*) is what was asked for, and no likeness in
    meaning goes before it. A short query that names a Kamerstuk is about those digits.

    Args:
        wanted: What is looked for by words.
        rarity: How much each term tells.
        best: The highest BM25 score; 0 where no passage holds a word.
        passages: How many passages there are.
    """
    asked = [each for each in wanted if not each.instead_of]
    whole = [each for each in asked if each.how is not How.PART]
    if len(asked) <= _SHORT_QUERY and any(is_reference(each.term) for each in asked):
        return _BY_REFERENCE
    possible = sum(rarity[each.term] for each in asked)
    rarest = max(log((passages + 1) / 1.5), 1.0)
    complete = min(1.0, best / possible) if possible else 0.0
    evidence = max(complete, min(1.0, best / (_ENOUGH * rarest)))
    words = _WORDS * evidence**2 + _COMPLETE * complete**4 * min(1.0, _FEW / max(1, len(whole)))
    return Weights(1.0 - words, words, min(_MOST, _SENTENCES / max(1, len(whole))))
