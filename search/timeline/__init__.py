"""What happened in a dossier or on a subject, in order, and what changed between two texts."""

from beleidszoeker.search.timeline.changes import Change, Changes, changes
from beleidszoeker.search.timeline.line import Line, Scope, find_line
from beleidszoeker.search.timeline.model import Event, EventKind, Part, Wanted
from beleidszoeker.search.timeline.showing import ShownEvent, show
from beleidszoeker.search.timeline.timeline import timeline
from beleidszoeker.search.timeline.told import Told, tell

__all__ = [
    "Change",
    "Changes",
    "Event",
    "EventKind",
    "Line",
    "Part",
    "Scope",
    "ShownEvent",
    "Told",
    "Wanted",
    "changes",
    "find_line",
    "show",
    "tell",
    "timeline",
]
