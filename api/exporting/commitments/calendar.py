"""Commitments in a calendar: an entry on the last day of each (RFC 5545).

Entries are events of a whole day that keep nobody busy: the common calendars import those, and few import
to-dos. The identifier of an entry stays the same when the file is made again, so importing it twice does not
double the calendar.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from beleidszoeker.api.exporting.cited import legal, one_line
from beleidszoeker.api.exporting.commitments.links import link_of
from beleidszoeker.search.commitments import CommitmentRecord
from beleidszoeker.search.commitments.telling import STATUSES

_MAKER = "-//Beleidszoeker//Toezeggingen//NL"
_LONGEST_SUMMARY = 160


def to_calendar(records: Sequence[CommitmentRecord], base: str, *, today: str) -> bytes:
    """Return a calendar with the commitments that have a last day, UTF-8.

    Args:
        records: The commitments; those without a last day are left out.
        base: Address of the service, for permalinks.
        today: ISO day on which it is made; the same arguments give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Toezeggingen")
    made = datetime.fromisoformat(today).replace(tzinfo=UTC)
    seen: Counter[str] = Counter()
    for record in records:
        if record.term and record.term.until:
            calendar.add_component(_entry(record, record.term.until, base, made, seen))
    return bytes(calendar.to_ical())


def _entry(record: CommitmentRecord, until: str, base: str, made: datetime, seen: "Counter[str]") -> Event:
    found, link = record.excerpt, link_of(record.excerpt, base)
    day = date.fromisoformat(until)
    entry = Event()
    entry.add("uid", _identifier(record, seen))
    entry.add("dtstamp", made)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", _summary(record))
    entry.add(
        "description", legal(f"“{found.text}” ({found.label})\nStatus: {STATUSES[record.status]}\n{link}")
    )
    entry.add("url", link)
    entry.add("categories", ["Toezegging"])
    entry.add("transp", "TRANSPARENT")
    return entry


def _identifier(record: CommitmentRecord, seen: "Counter[str]") -> str:
    """Return one that the document and the words tell; the second time that they do, with a 2."""
    words = f"{record.excerpt.document_id}\0{record.excerpt.text}".encode("utf-8", "surrogatepass")
    name = hashlib.blake2b(words, digest_size=12).hexdigest()
    seen[name] += 1
    return f"{name}{f'-{seen[name]}' if seen[name] > 1 else ''}@beleidszoeker"


def _summary(record: CommitmentRecord) -> str:
    text = one_line(f"Toezegging {record.promiser.value}: {record.act.text or record.excerpt.text}")
    if len(text) <= _LONGEST_SUMMARY:
        return text
    return text[: _LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
