"""How commitments, motions and decisions leave the command line: JSON, a file, or text for people."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from beleidszoeker.cli.output import console, plain, print_json, tell
from beleidszoeker.errors import SnapshotMismatchError, SnapshotMissingError
from beleidszoeker.search.commitments import CommitmentRecord, DecisionRecord, MotionRecord, Suggesting
from beleidszoeker.search.commitments.telling import STATUSES

if TYPE_CHECKING:
    from beleidszoeker.index.library import Library


def looking(store: "Library") -> Suggesting | None:
    """Return what looks for answers in the published snapshot; without one nobody looks, and that is said."""
    try:
        return Suggesting(store.snapshots.open(model=None))
    except (SnapshotMissingError, SnapshotMismatchError) as error:
        tell(f"Naar latere documenten is niet gekeken: {error.message}")
        return None


def give_commitments(
    records: Sequence[CommitmentRecord],
    total: int,
    *,
    day: str,
    as_json: bool,
    output: Path | None,
    address: str,
) -> None:
    """Give commitments.

    Args:
        records: The commitments.
        total: How many there are.
        day: ISO day on which they stand as told.
        as_json: Print JSON.
        output: File to write as well; its suffix tells the format.
        address: Address of the service, for the links in that file.
    """
    if output:
        from beleidszoeker.api.exporting.commitments import commitments_table, to_calendar

        calendar = output.suffix.lower() == ".ics"
        _write(
            output,
            lambda: (
                to_calendar(records, address, today=day) if calendar else commitments_table(records, address)
            ),
        )
    if as_json:
        print_json([record.to_json() for record in records])
    elif not output:
        for record in records:
            _print_commitment(record)
        console().print(f"{len(records)} van {total} {'toezegging' if total == 1 else 'toezeggingen'}.")


def give_motions(
    records: Sequence[MotionRecord], *, as_json: bool, output: Path | None, address: str
) -> None:
    """Give motions; arguments as for commitments."""
    if output:
        from beleidszoeker.api.exporting.commitments import motions_table

        _write(output, lambda: motions_table(records, address))
    if as_json:
        print_json([record.to_json() for record in records])
    elif not output:
        for record in records:
            names = ", ".join(each.value for each in record.proposers) or "onbekend"
            number = f" ({record.number.value})" if record.number else ""
            console().print(f"[bold]Motie van {plain(names)}{plain(number)}[/]")
            for part in record.requests:
                console().print(plain(part.text))
            console().print(f"[dim]{plain(record.excerpt.label)}[/]\n")
        console().print(f"{len(records)} {'motie' if len(records) == 1 else 'moties'}.")


def give_decisions(
    records: Sequence[DecisionRecord], *, as_json: bool, output: Path | None, address: str
) -> None:
    """Give decisions; arguments as for commitments."""
    if output:
        from beleidszoeker.api.exporting.commitments import decisions_table

        _write(output, lambda: decisions_table(records, address))
    if as_json:
        print_json([record.to_json() for record in records])
    elif not output:
        for record in records:
            subject = f"{record.subject.text}: " if record.subject else ""
            stand = "gevraagd" if record.asked else "genomen"
            console().print(f"[bold]{plain(subject)}[/][dim]{stand}[/]")
            console().print(plain(record.excerpt.text))
            console().print(f"[dim]{plain(record.excerpt.label)}[/]\n")
        console().print(f"{len(records)} {'besluit' if len(records) == 1 else 'besluiten'}.")


def _print_commitment(record: CommitmentRecord) -> None:
    out, to = console(), f" aan {record.recipient.value}" if record.recipient else ""
    until = f", tot en met {record.term.until}" if record.term and record.term.until else ""
    out.print(f"[bold]{plain(record.promiser.value + to)}[/] [dim]{STATUSES[record.status]}{until}[/]")
    out.print(plain(record.excerpt.text))
    out.print(f"[dim]{plain(record.excerpt.label)}[/]")
    for each in record.suggestions or ():
        out.print(f"  mogelijk nagekomen: {plain(each.excerpt.text)}")
        out.print(f"  [dim]{plain(each.excerpt.label)}. {plain(' '.join(each.why))}[/]")
    out.print()


def _write(path: Path, make: Callable[[], bytes]) -> None:
    try:
        path.write_bytes(make())
    except OSError as error:
        raise typer.BadParameter(f"{path} kan niet worden geschreven: {error.strerror}") from error
