"""Reading what happened when, as light rows: many of them are put in order, few of them are shown."""
# ruff: noqa: S608 - queries are put together from our own constants; values go in beside them

import json
import sqlite3
from collections.abc import Iterator, Sequence

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store.knowledge.happened import Asked, Cited, Moment, Promised
from beleidszoeker.index.store.selection import conditions

_HELD = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = d.id)"
_IDS = "IN (SELECT value FROM json_each(:ids))"
_DATED = (
    "coalesce(json_extract(d.evidence, '$.date[0][1]'), -1), "
    "coalesce(json_extract(d.evidence, '$.date[0][2]'), -1)"
)


_MOMENTS = f"""
    SELECT 'document', d.kind, d.date, d.id, coalesce(json_extract(d.evidence, '$.title[0][1]'), -1),
           coalesce(json_extract(d.evidence, '$.title[0][2]'), -1), {_DATED}, NULL
    FROM documents d WHERE d.id {_IDS}
    UNION ALL
    SELECT 'commitment', c.kind, d.date, d.id, c.start, c."end", {_DATED}, c.until
    FROM commitments c JOIN documents d ON d.id = c.document_id WHERE d.id {_IDS}
    UNION ALL
    SELECT 'deadline', c.kind, c.until, d.id, c.start, c."end",
           coalesce(json_extract(c.particulars, '$.term.start'), -1),
           coalesce(json_extract(c.particulars, '$.term.end'), -1), c.until
    FROM commitments c JOIN documents d ON d.id = c.document_id
    WHERE c.until IS NOT NULL AND c.kind <> 'fulfilled' AND d.id {_IDS}
    UNION ALL
    SELECT 'motion', '', d.date, d.id, m.start, m."end", {_DATED}, NULL
    FROM motions m JOIN documents d ON d.id = m.document_id WHERE d.id {_IDS}
    UNION ALL
    SELECT 'decision', iif(e.asked, 'asked', 'taken'), d.date, d.id, e.start, e."end", {_DATED}, NULL
    FROM decisions e JOIN documents d ON d.id = e.document_id WHERE d.id {_IDS}
"""


_ASKED = f"""
    SELECT q.document_id, q.number,
           q.asked, coalesce(json_extract(q.particulars, '$.asked.start'), -1),
           coalesce(json_extract(q.particulars, '$.asked.end'), -1),
           q.answered, coalesce(json_extract(q.particulars, '$.answered.start'), -1),
           coalesce(json_extract(q.particulars, '$.answered.end'), -1),
           coalesce(json_extract(q.particulars, '$.notice[0]'), -1),
           coalesce(json_extract(q.particulars, '$.notice[1]'), -1), d.date,
           coalesce(json_extract(e.questions, '$[0].span[0]'), -1),
           coalesce(json_extract(e.questions, '$[#-1].span[1]'), -1),
           coalesce(json_extract(e.answer, '$.span[0]'), -1),
           coalesce(json_extract(e.answer, '$.span[1]'), -1)
    FROM question_sets q JOIN documents d ON d.id = q.document_id
    LEFT JOIN exchanges e ON e.document_id = q.document_id
    WHERE d.id {_IDS} ORDER BY q.document_id, e.ordinal
"""
_CITED = """
    SELECT r.key, d.date, d.id, r.start, r."end"
    FROM document_references r JOIN documents d ON d.id = r.document_id
    WHERE r.key IN (SELECT value FROM json_each(:keys))
"""

_PROMISED = f"""
    SELECT d.date, c.document_id, c.start,
           (SELECT p.key FROM passages p WHERE p.document_id = c.document_id AND p.start <= c.start
            AND p."end" > c.start LIMIT 1) AS key
    FROM commitments c JOIN documents d ON d.id = c.document_id
    WHERE d.date IS NOT NULL AND c.document_id {_IDS} AND key IS NOT NULL ORDER BY 1, 2, 3
"""


class Timeline:
    """What happened in which documents, and when."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def documents(self, filters: Filters) -> tuple[str, ...]:
        """Return the ids of the documents that meet the filters and that a file holds, sorted."""
        where, values = conditions(filters)
        rows = self._db.execute(
            f"SELECT d.id FROM documents d WHERE {_HELD} AND {where} ORDER BY d.id", values
        )
        return tuple(row[0] for row in rows)

    def moments(self, document_ids: Sequence[str]) -> list[Moment]:
        """Return the records of these documents, in no order."""
        return [Moment(*row) for row in self._db.execute(_MOMENTS, {"ids": json.dumps(document_ids)})]

    def asked(self, document_ids: Sequence[str]) -> list[Asked]:
        """Return the exchanges of these documents, each document's in its order; a set may have none."""
        return [Asked(*row) for row in self._db.execute(_ASKED, {"ids": json.dumps(document_ids)})]

    def citing(self, keys: Sequence[str], document_ids: Sequence[str] | None = None) -> list[Cited]:
        """Return the references to these keys, of some documents or of all that a file holds."""
        inside = f"AND d.id {_IDS}" if document_ids is not None else f"AND {_HELD}"
        values = {"keys": json.dumps(keys), "ids": json.dumps(document_ids or ())}
        rows = self._db.execute(f'{_CITED} {inside} ORDER BY d.id, r.start, r."end"', values)
        return [Cited(*row) for row in rows]

    def promised(self, document_ids: Sequence[str]) -> list[Promised]:
        """Return where the dated commitments of these documents stand, by day, document and place."""
        rows = self._db.execute(_PROMISED, {"ids": json.dumps(document_ids)})
        return [Promised(*row) for row in rows]

    def preferred(self, document_ids: Sequence[str]) -> dict[str, str]:
        """Return for each document the version of its work that stands for it among these documents."""
        rows = self._db.execute(
            f"SELECT * FROM works WHERE document_id {_IDS}", {"ids": json.dumps(document_ids)}
        )
        found = {row["document_id"]: (row["work"], row["place"]) for row in rows}
        first: dict[str, str] = {}
        for document_id, (work, _) in sorted(found.items(), key=lambda item: (item[1], item[0])):
            first.setdefault(work, document_id)
        return {each: first[found[each][0]] if each in found else each for each in document_ids}

    def names(self, document_ids: Sequence[str]) -> Iterator[sqlite3.Row]:
        """Yield what tells which publication each of these documents is."""
        yield from self._db.execute(
            "SELECT d.id, d.url, json_extract(d.evidence, '$.kamerstukken') AS stated, "
            "json_extract(d.evidence, '$.kenmerk[0][0]') AS kenmerk, substr(d.text, 1, 4000) AS head, "
            "(SELECT q.number FROM question_sets q WHERE q.document_id = d.id) AS number, "
            "(SELECT json_group_array(s.name) FROM sources s WHERE s.document_id = d.id) AS files "
            f"FROM documents d WHERE d.id {_IDS}",
            {"ids": json.dumps(document_ids)},
        )
