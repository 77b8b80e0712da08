"""How timelines and changes are printed for people."""

from typing import TYPE_CHECKING

from beleidszoeker.cli.output import harmless, plain
from beleidszoeker.search.quoting.citation import written_date
from beleidszoeker.search.timeline.telling import changes_told, deadline_told, event_name

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.search.timeline import Change, Changes, ShownEvent, Told
    from beleidszoeker.search.timeline.changes import ChangedSide


def print_timeline(out: "Console", told: "Told") -> None:
    """Print events under their days."""
    day: str | None = ""
    for shown in told.events:
        if shown.event.day != day:
            day = shown.event.day
            out.print(f"\n[bold]{written_date(day) if day else 'Zonder datum'}[/]")
        _print_event(out, shown)
    for note in told.line.notes:
        out.print(plain(note))
    total, count = told.part.total, len(told.events)
    more = f", hier de eerste {count}" if count < total else ""
    events = "gebeurtenis" if total == 1 else "gebeurtenissen"
    documents = "document" if len(told.line.documents) == 1 else "documenten"
    out.print(f"\n{total} {events} in {len(told.line.documents)} {documents}{more}.")


def print_changes(out: "Console", found: "Changes") -> None:
    """Print commitments side by side; what went is between [- and -], what came between {+ and +}."""
    out.print(changes_told(found))
    for each in found.pairs:
        same = "ongewijzigd" if each.literal else "gewijzigd"
        out.print(f"\n[bold]{same}[/] [dim]{plain(', '.join(each.shared))}[/] {deadline_told(each)}".rstrip())
        _print_sides(out, each)
    for title, alone in (
        ("alleen in het eerste", found.only_before),
        ("alleen in het tweede", found.only_after),
    ):
        for each in alone:
            out.print(f"\n[bold]{title}[/]")
            _print_sides(out, each)
    for note in found.notes:
        out.print(plain(note))
    if not (found.pairs or found.only_before or found.only_after):
        out.print("In deze documenten zijn geen toezeggingen gevonden.")


def _print_event(out: "Console", shown: "ShownEvent") -> None:
    event = shown.event
    out.print(f"  [bold]{event_name(event)}[/] {plain(shown.document.title)} [dim]{event.document_id}[/]")
    if shown.target:
        times = f" ({event.times}×)" if event.times > 1 else ""
        out.print(f"    haalt aan: {plain(shown.target.title)}{times} [dim]{shown.target.id}[/]")
    if shown.excerpt and event.kind != "document":
        more = "" if shown.whole else " […]"
        out.print("    " + plain(f"“{harmless(shown.excerpt.text)}”{more}"))
        out.print(f"    [dim]{plain(shown.excerpt.label)}[/]")
    if event.until and event.kind != "deadline":
        out.print(f"    uiterlijk {written_date(event.until)}")
    for version in shown.versions:
        out.print(f"    andere versie: {plain(version.title)} [dim]{version.document_id}[/]")
    if shown.earlier and shown.earlier.before:
        said, told = plain(shown.earlier.before.excerpt.label), deadline_told(shown.earlier)
        out.print(f"    lijkt op een eerdere toezegging: {said} {told}".rstrip())


def _print_sides(out: "Console", change: "Change") -> None:
    for side, opening, closing in ((change.before, "[-", "-]"), (change.after, "{+", "+}")):
        if side:
            _print_side(out, side, opening, closing)


def _print_side(out: "Console", side: "ChangedSide", opening: str, closing: str) -> None:
    words = "".join(f"{opening}{run.text}{closing}" if run.changed else run.text for run in side.runs)
    out.print("  " + plain(harmless(words)))
    until = f"; uiterlijk {written_date(side.until)}" if side.until else ""
    out.print(f"  [dim]{plain(side.excerpt.label)}{until}[/]")
