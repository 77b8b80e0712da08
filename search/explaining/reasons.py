"""Which words of a query a passage holds, where and in what manner, and which it does not."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from beleidszoeker.index.store import PassageRecord
from beleidszoeker.search.explaining.manners import Hit
from beleidszoeker.search.explaining.matching import Match, QueryWords
from beleidszoeker.search.result import Manner, MatchedWord, Place

_MOST_FOUND = 3


class Reason(NamedTuple):
    """A word of the query that a passage holds.

    Attributes:
        word: The word, what answers to it, how and where.
        weight: How much it tells.
        place: Its place in the query.
        whole: Whether all that was found is meant itself, not a part of it.
        complete: Whether all of a compound's parts stand there.
    """

    word: MatchedWord
    weight: float
    place: int
    whole: bool
    complete: bool


class Reasons(NamedTuple):
    """Why a passage was found, as far as words go.

    Attributes:
        found: The words that it holds, the most telling first; one word once for each manner.
        missing: The words that it does not hold in any manner, in the query's order.
    """

    found: tuple[Reason, ...]
    missing: tuple[str, ...]


def reasons(
    passage: PassageRecord, words: QueryWords, matches: Sequence[Match], noted: Sequence[Match]
) -> Reasons:
    """Return which words of a query a passage holds.

    Args:
        passage: The passage.
        words: The query's words.
        matches: Those in its text.
        noted: Those in the footnotes that it cites.
    """
    headings = [match for text in (passage.title, *passage.section) for match in words.matches(text)]
    places = {
        Place.TEXT: matches,
        Place.FOOTNOTE: noted,
        Place.HEADING: headings,
        Place.CONTEXT: words.matches(passage.context),
    }
    grouped: dict[tuple[str, Manner], tuple[Place, list[Hit]]] = {}
    every = [(place, hit) for place, found in places.items() for match in found for hit in match.hits]
    for place, hit in every:
        first, hits = grouped.setdefault((hit.asked, hit.manner), (place, []))
        if first is place:
            hits.append(hit)
    found = [_reason(words, place, hits) for place, hits in grouped.values()]
    return Reasons(_ordered(_needed(found)), _missing(words, [hit for _, hit in every]))


def _reason(words: QueryWords, place: Place, hits: Sequence[Hit]) -> Reason:
    asked, manner = hits[0].asked, hits[0].manner
    hits = _nearest(hits)
    parts = {hit.term for hit in hits if hit.part}
    return Reason(
        MatchedWord(asked, _different(hits), manner, place),
        max(words.weight(hit.term) for hit in hits),
        words.asked.place(asked),
        all(hit.whole for hit in hits),
        not all(hit.part for hit in hits) or words.asked.is_complete(asked, parts),
    )


def _nearest(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Leave out what answers to a part where something answers to the word, then parts where wholes do."""
    own = [hit for hit in hits if not hit.part] or hits
    whole = [hit for hit in own if hit.whole]
    return whole if {hit.term for hit in whole} == {hit.term for hit in own} else own


def _different(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the different words found, one for each term before a second of any; of a compound's no more."""
    by_term: dict[str, dict[str, str]] = {}
    for hit in hits:
        by_term.setdefault(hit.term, {}).setdefault(hit.found.lower(), hit.found)
    columns = zip_longest(*(spelled.values() for spelled in by_term.values()))
    in_turn = next(columns) if hits[0].manner is Manner.COMPOUND else chain.from_iterable(columns)
    once = {word.lower(): word for word in in_turn if word is not None}
    return tuple(once.values())[:_MOST_FOUND]


def _needed(found: Sequence[Reason]) -> list[Reason]:
    """Leave out the words that were taken together with others: what answers to them is told there."""
    taken = [reason.word for reason in found if " " in reason.word.asked]
    return [
        reason
        for reason in found
        if not any(
            reason.word.asked != other.asked
            and reason.word.asked in other.asked
            and set(reason.word.found) <= set(other.found)
            for other in taken
        )
    ]


def _ordered(found: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(found, key=lambda reason: -reason.weight))


def _missing(words: QueryWords, found: Sequence[Hit]) -> tuple[str, ...]:
    held = {hit.asked for hit in found} | words.asked.replaced(found)
    return tuple(word for word in words.asked.words if word not in held)
