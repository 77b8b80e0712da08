"""How events are called in Dutch, for the CLI and the pages."""

from collections.abc import Iterable

from beleidszoeker.errors import InvalidFilterError
from beleidszoeker.search.timeline.changes import Change, Changes, Moved
from beleidszoeker.search.timeline.model import Event, EventKind

KIND_NAMES = {
    EventKind.DOCUMENT: "Document",
    EventKind.ASKED: "Kamervragen gesteld",
    EventKind.ANSWERED: "Kamervragen beantwoord",
    EventKind.MOTION: "Motie",
    EventKind.DECISION: "Besluit",
    EventKind.COMMITMENT: "Toezegging",
    EventKind.REFERENCE: "Verwijzing",
    EventKind.DEADLINE: "Termijn",
}
_MANNERS = {
    (EventKind.COMMITMENT, "reported"): "Eerder toegezegd",
    (EventKind.COMMITMENT, "fulfilled"): "Toezegging nagekomen, volgens dit document",
    (EventKind.DECISION, "asked"): "Gevraagd besluit",
    (EventKind.ANSWERED, "notice"): "Mededeling in plaats van antwoord",
}
_DEADLINES = {
    Moved.SAME: "De termijn bleef gelijk.",
    Moved.LATER: "De termijn ligt later.",
    Moved.EARLIER: "De termijn ligt eerder.",
    Moved.ADDED: "Er kwam een termijn bij.",
    Moved.DROPPED: "De termijn verdween.",
    Moved.REWORDED: "De termijn staat er anders.",
}


def event_name(event: Event) -> str:
    """Return what an event is called.

    >>> event_name(Event(EventKind.DECISION, None, "d", manner="asked"))
    'Gevraagd besluit'
    """
    return _MANNERS.get((event.kind, event.manner), KIND_NAMES[event.kind])


def deadline_told(change: Change) -> str:
    """Say what became of a deadline; nothing where there is none."""
    return _DEADLINES[change.deadline] if change.deadline else ""


def changes_told(found: Changes) -> str:
    """Say what stands side by side, and how sure that is."""
    if found.same_work:
        return "Twee versies van dezelfde tekst."
    return (
        "Twee verschillende documenten. Wat naast elkaar staat, lijkt op elkaar; of het om "
        "dezelfde toezegging gaat, beslist u."
    )


def read_kinds(names: Iterable[str]) -> frozenset[EventKind]:
    """Return the kinds with these names.

    Raises:
        InvalidFilterError: One of them is none.
    """
    known = {kind.value for kind in EventKind}
    for name in names:
        if name not in known:
            raise InvalidFilterError(
                f"'{name}' is geen soort gebeurtenis.", advice=f"Kies uit: {', '.join(sorted(known))}."
            )
    return frozenset(map(EventKind, names))
