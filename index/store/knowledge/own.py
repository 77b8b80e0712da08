"""Which publications documents are themselves: what a reference in another document may lead to."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from beleidszoeker.index.store.publications import declares
from beleidszoeker.ingest.document import Evidence

_IDENTIFIER = re.compile(
    r"(?<![\w-])(?:kst-\d{5}(?:-[A-Z\d]{1,6})?-[A-Z\d]{1,4}|[ak][hv]-[et]k-[\dZ]{8,12}(?:-\d{1,5})?"
    r"|h-[et]k-\d{8}-\d{1,3}-\d{1,3})(?![\w-])"
)


def own_keys(rows: Iterable[sqlite3.Row]) -> Mapping[str, tuple[str, ...]]:
    """Return the documents that each key leads to, by key.

    Args:
        rows: As ``Timeline.names`` yields them.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key in _of(row):
            found[key].add(row["id"])
    return {key: tuple(sorted(documents)) for key, documents in found.items()}


def _of(row: sqlite3.Row) -> Iterator[str]:
    for stated in json.loads(row["stated"] or "[]"):
        if declares(Evidence(*stated), row["head"]):
            yield stated[0]
    for name in (row["url"] or "", *json.loads(row["files"])):
        yield from _IDENTIFIER.findall(name)
    yield from (key for key in (row["number"], row["kenmerk"]) if key)
