"""Laws that a text calls by their first word alone: *(hierna: de Verordening)*, *artikel 8 van de Wet*."""

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from beleidszoeker.ingest.knowledge.references.patterns import within

_HEADS = (
    r"(?P<head>Wet|Besluit|Regeling|Verordening|Richtlijn|Verdrag|Reglement|Overeenkomst|Convenant|Statuut|"
    r"Akkoord|Protocol|Circulaire)"
)
_USE = within(rf"\b(?:[Dd]e|[Hh]et)\s{_HEADS}(?:\s?(?P<alone>[,.;:)\"”'’])|\s(?P<next>\w{{1,40}}))")
_NAMING = within(
    r"\s(?:[A-Z\d(]|op|inzake|houdende|tot|betreffende|omtrent|ter|voor|algemene|bijzondere|tijdelijke)"
)
_NEXT = within(r"\s(\w{1,40})")
_ENOUGH = 3
_MOST = 5_000


def is_short_term(text: str, head: re.Match[str]) -> bool:
    """Tell whether a name's first word is all of it: the text uses it so, and no name begins behind it.

    What stands behind it more often is a name: *Besluit huur*, *Besluit huur*.
    """
    if not head.group()[0].isupper() or _NAMING.match(text, head.end()):
        return False
    uses = _uses(text)
    following = _NEXT.match(text, head.end())
    return uses[head.group(), ""] >= _ENOUGH and not (following and uses[head.group(), following[1]] > 1)


@lru_cache(maxsize=2)
def _uses(text: str) -> Counter[tuple[str, str]]:
    """Count each such first word with the word behind it; nothing where it stands alone."""
    return Counter((match["head"], match["next"] or "") for match in islice(_USE.finditer(text), _MOST))
