"""``beleidszoeker commitments``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import (
    AddressOption,
    CountOption,
    DocumentOption,
    DossierOption,
    FromOption,
    JsonOption,
    LibraryOption,
    OrganisationOption,
    ToOption,
    WordsArgument,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidszoeker.index.store.knowledge import State, WantedCommitments
    from beleidszoeker.search.commitments import CommitmentRecord


class Role(StrEnum):
    """Who binds itself."""

    MINISTER = "minister"
    CABINET = "cabinet"
    REGION = "region"
    OTHER = "other"


def _suffix(path: Path | None) -> Path | None:
    """Refuse a file whose name tells no format before anything is read."""
    if path is not None and path.suffix.lower() not in {".csv", ".ics"}:
        raise typer.BadParameter("kies een naam die eindigt op .csv of .ics")
    return path


_Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", "--kind-of-document", "--soort", help="Alleen uit deze soort document. Mag vaker."
    ),
]
_Role = Annotated[list[Role] | None, typer.Option("--role", "--rol", help="Wie toezegt. Mag vaker.")]
_Open = Annotated[
    bool, typer.Option("--open", help="Alleen toezeggingen waarvan de termijn niet is verstreken.")
]
_Overdue = Annotated[
    bool, typer.Option("--overdue", "--verstreken", help="Alleen waarvan de termijn is verstreken.")
]
_Before = Annotated[
    str | None, typer.Option("--before", "--termijn-voor", help="Termijn uiterlijk op: 2026, 2026-06, …")
]
_After = Annotated[
    str | None, typer.Option("--after", "--termijn-na", help="Termijn niet voor: 2026, 2026-06, …")
]
_Suggestions = Annotated[
    bool,
    typer.Option(
        "--suggestions/--no-suggestions",
        help="Zoek ook latere documenten die erop lijken te antwoorden; dat kost tijd.",
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        callback=_suffix,
        dir_okay=False,
        help="Schrijf ze naar dit bestand: .csv voor een tabel, .ics voor een agenda.",
    ),
]


def commitments(
    query: WordsArgument = "",
    *,
    organisation: OrganisationOption = None,
    role: _Role = None,
    only_open: _Open = False,
    overdue: _Overdue = False,
    before: _Before = None,
    after: _After = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    kind: _Kind = None,
    count: CountOption = None,
    suggestions: _Suggestions = True,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: _Output = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon toezeggingen: wie zegt wat toe aan wie, voor wanneer, letterlijk en met de bron.

    Of een toezegging is nagekomen, staat er niet: een later document dat erop lijkt te antwoorden, wordt
    voorgesteld om zelf te beoordelen. Zonder --open of --overdue staan ook zinnen erbij die zeggen wat eerder
    is toegezegd of dat een toezegging is nagekomen.
    """
    from beleidszoeker.api.exporting.day import today
    from beleidszoeker.cli.promised import give_commitments
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.store.knowledge import WantedCommitments

    day, terms = today(), Filters.parse(date_from=after, date_to=before)
    wanted = WantedCommitments(
        filters=Filters.parse(
            kinds=kind,
            date_from=date_from,
            date_to=date_to,
            organisations=organisation,
            dossiers=dossier,
            documents=document,
        ),
        state=_state(only_open=only_open, overdue=overdue),
        roles=tuple(each.value for each in role or ()),
        before=terms.date_to,
        after=terms.date_from,
        query=query,
    )
    records, total = _found(library, wanted, day=day, count=count, suggestions=suggestions)
    give_commitments(records, total, day=day, as_json=as_json, output=output, address=address)


def _state(*, only_open: bool, overdue: bool) -> "State | None":
    from beleidszoeker.index.store.knowledge import State

    if only_open and overdue:
        raise typer.BadParameter("kies --open of --overdue; zonder een van beide krijgt u alles")
    if only_open:
        return State.OPEN
    return State.OVERDUE if overdue else None


def _found(
    library: Path | None, wanted: "WantedCommitments", *, day: str, count: int | None, suggestions: bool
) -> "tuple[Sequence[CommitmentRecord], int]":
    """Return the commitments, and how many there are."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import looking
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.commitments import commitment_records
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        stored, total = store.reader.knowledge.commitments.page(wanted, today=day, count=count or -1)
        suggesting = looking(store) if suggestions and stored else None
        return commitment_records(store.reader, stored, today=day, suggesting=suggesting), total
