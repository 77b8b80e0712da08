"""What a search would have told of in the past: the documents that answer it, by their dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.search.alerting.material import Material
from beleidszoeker.search.alerting.telling import Said, say
from beleidszoeker.search.alerting.versions import one_of_each_work
from beleidszoeker.search.alerting.watch import Hit, Watch

MOST_COUNTED = 100
"""Documents; whoever would get more alerts needs no exact number to see that the question is too wide."""

_POOL = 500
_YEAR = timedelta(days=365)
_MONTHS, _WEEKS = 12, 52


@dataclass(frozen=True, slots=True)
class Preview:
    """What a search would have told of.

    Attributes:
        total: Documents that answer, ``MOST_COUNTED`` at most.
        more: Whether there are more.
        last_year: Of these, with a date in the 365 days before today.
        undated: Of these, without a date.
        latest: What would be said of the newest of them, newest first.
        passages: The ids of their passages.
        notes: How the question was read where that is not plain, in Dutch sentences.
    """

    total: int
    more: bool
    last_year: int
    undated: int
    latest: tuple[Said, ...]
    passages: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def pace(self) -> str:
        """How often that is, in Dutch; empty where there was nothing in the last year."""
        return pace(self.last_year)


def preview(watch: Watch, reader: LibraryReader, *, today: date, count: int = 5) -> Preview:
    """Hold a question against the documents that are in the library already.

    Args:
        watch: The question.
        reader: The library.
        today: The last day of the year that is counted.
        count: How many of the newest documents to show.
    """
    found = watch.hits(watch.candidates(_POOL), Material(reader, watch.analyser))
    hits = sorted(one_of_each_work(reader, found), key=_newest_first, reverse=True)
    since = (today - _YEAR).isoformat()
    counted = hits[:MOST_COUNTED]
    return Preview(
        total=len(counted),
        more=len(hits) > len(counted),
        last_year=sum(since < (hit.passage.date or "") <= today.isoformat() for hit in counted),
        undated=sum(hit.passage.date is None for hit in counted),
        latest=tuple(say(reader, hit.passage, watch.present(hit), hit.evidence) for hit in hits[:count]),
        passages=tuple(hit.passage.id for hit in hits[:count]),
        notes=watch.notes,
    )


def pace(count: int) -> str:
    """Return how often something is that is so often in a year.

    >>> pace(3), pace(40), pace(150)
    ('minder dan 1 per maand', 'ongeveer 3 per maand', 'ongeveer 3 per week')
    """
    if not count:
        return ""
    if count < _MONTHS * 0.75:
        return "minder dan 1 per maand"
    if count < _WEEKS * 0.9:
        return f"ongeveer {round(count / _MONTHS)} per maand"
    return f"ongeveer {round(count / _WEEKS)} per week"


def _newest_first(hit: Hit) -> tuple[str, float]:
    return hit.passage.date or "", hit.evidence.strength
