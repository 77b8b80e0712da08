"""Events and changes as plain data, for the CLI's ``--json`` and the API; forms that only grow."""

from typing import Any

from beleidszoeker.index.store import DocumentRecord
from beleidszoeker.search.result import to_json
from beleidszoeker.search.timeline.changes import Change, Changes
from beleidszoeker.search.timeline.showing import ShownEvent
from beleidszoeker.search.timeline.told import Told


def timeline_data(told: Told, following: str | None = None) -> dict[str, Any]:
    """Return a part of a timeline.

    Args:
        told: The part.
        following: Cursor for the next one.
    """
    scope, line, part = told.scope, told.line, told.part
    return {
        "dossier": scope.dossier or None,
        "query": scope.query or None,
        "document": scope.document or None,
        "documents": len(line.documents),
        "total": part.total,
        "counts": {kind.value: part.counts[kind] for kind in sorted(part.counts)},
        "years": dict(part.years),
        "events": [event_data(each) for each in told.events],
        "notes": list(line.notes),
        "next": following,
    }


def event_data(shown: ShownEvent) -> dict[str, Any]:
    """Return an event with what it stands on."""
    event = shown.event
    return {
        "id": event.id,
        "kind": event.kind.value,
        "manner": event.manner or None,
        "day": event.day,
        "document": _document(shown.document),
        "excerpt": shown.excerpt.to_json() if shown.excerpt else None,
        "whole": shown.whole,
        "dated": shown.dated,
        "until": event.until,
        "number": event.number,
        "target": _document(shown.target) if shown.target else None,
        "times": event.times,
        "versions": [
            {"document_id": each.document_id, "title": each.title, "date": each.date}
            for each in shown.versions
        ],
        "earlier": change_data(shown.earlier) if shown.earlier else None,
    }


def changes_data(found: Changes) -> dict[str, Any]:
    """Return what changed between two documents."""
    return {
        "before": found.before,
        "after": found.after,
        "same_work": found.same_work,
        "pairs": [change_data(each) for each in found.pairs],
        "only_before": [change_data(each) for each in found.only_before],
        "only_after": [change_data(each) for each in found.only_after],
        "notes": list(found.notes),
    }


def change_data(change: Change) -> dict[str, Any]:
    """Return a commitment in two texts, or in one."""
    data: dict[str, Any] = to_json(change)
    return data


def _document(record: DocumentRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "date": record.date,
        "organisations": list(record.organisations),
    }
