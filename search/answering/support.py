"""Does a quote carry a sentence? A row of checks, each of which may only refuse.

Nothing here proves that a sentence is true to its quote; each check takes away a way to be wrong. Their order
is the order in which a person would want to hear the reason. docs/assistants.md has what they let through and
what they drop on pairs made by hand.
"""

from collections.abc import Callable

from beleidszoeker.index.dutch.analyser import Analyser
from beleidszoeker.search.answering.facts import missing_facts, moved_dates
from beleidszoeker.search.answering.negation import lost_negation
from beleidszoeker.search.answering.numbers import misplaced_numbers
from beleidszoeker.search.answering.opposites import is_opposite
from beleidszoeker.search.answering.reasons import Reason
from beleidszoeker.search.answering.reserves import lost_reserve
from beleidszoeker.search.answering.roles import swapped
from beleidszoeker.search.answering.said import Said
from beleidszoeker.search.answering.words import NEUTRAL

_FEWEST = 2
"""Words that say something which a sentence has at least."""

_CHECKS: tuple[tuple[Reason, Callable[[Said, Said], object]], ...] = (
    (Reason.FACT, lambda sentence, quote: any(missing_facts(sentence, quote))),
    (Reason.NUMBER, misplaced_numbers),
    (Reason.DATE, moved_dates),
    (Reason.NEGATION, lost_negation),
    (Reason.RESERVE, lost_reserve),
    (Reason.OPPOSITE, is_opposite),
    (Reason.ORDER, swapped),
    (Reason.WORDS, lambda sentence, quote: not is_covered(sentence, quote)),
)


def unsupported(analyser: Analyser, sentence: str, quote: str) -> Reason | None:
    """Return why a quote does not carry a sentence; ``None`` where no check refuses."""
    if quote.rstrip(" \"'”’)").endswith("?"):
        return Reason.QUESTION
    said, meant = Said(analyser, sentence), Said(analyser, quote)
    return next((reason for reason, refuses in _CHECKS if refuses(said, meant)), None)


def is_covered(sentence: Said, quote: Said) -> bool:
    """Tell whether a sentence says something, and nothing in words that its quote does not have.

    Most of what is subtly wrong is one word in the place of another (*overschot*, *maand*, *halveren*); words
    that claim nothing by themselves may be new.
    """
    words = sentence.content
    if len(words) < _FEWEST:
        return False
    new = [term for term in words if not quote.holds(term)]
    return all(term.stem in NEUTRAL for term in new) and len(words) - len(new) >= _FEWEST
