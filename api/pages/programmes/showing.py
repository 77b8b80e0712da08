"""How names and passages are shown: small charts made of letters, and links to where a name stands."""

from collections.abc import Sequence

from beleidszoeker.api.pages.reading.links import Links
from beleidszoeker.search.programmes import Found
from beleidszoeker.search.programmes.counting import YearCount

_BARS = "▁▂▃▄▅▆▇█"
_MOST_YEARS = 15


def sparkline(years: Sequence[YearCount]) -> str:
    """Return documents by year as a line of bars, from the first year to the last; empty for fewer than two.

    >>> sparkline([YearCount("2022", 1, 1), YearCount("2024", 4, 9)])
    '▂ █'
    """
    dated = {int(each.year): each.documents for each in years if each.year.isdigit()}
    if len(dated) < 2:  # noqa: PLR2004 - a line has two ends
        return ""
    last, most = max(dated), max(dated.values())
    first = max(min(dated), last - _MOST_YEARS)
    return "".join(_bar(dated.get(year, 0), most) for year in range(first, last + 1))


def _bar(count: int, most: int) -> str:
    return _BARS[max(count * len(_BARS) // most - 1, 0)] if count else " "


def place_link(found: Found) -> str:
    """Return the address at which a passage opens with a name in it marked."""
    links = Links(found.citation.document_id, "", found.passage.id)
    marks = found.passage.marks or (found.next.marks if found.next else ())
    return links.to("plek", plek=f"{marks[0].start}-{marks[0].end}") if marks else links.to("passage")
