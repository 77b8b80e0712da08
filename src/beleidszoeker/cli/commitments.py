"""``beleidszoeker commitments``, ``motions`` and ``decisions``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.annex import AddressOption
from beleidszoeker.cli.options import (
    DocumentOption,
    DossierOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    OrganisationOption,
    ToOption,
)

if TYPE_CHECKING:
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.store.knowledge import State


class Role(StrEnum):
    """Who binds itself."""

    MINISTER = "minister"
    CABINET = "cabinet"
    REGION = "region"
    OTHER = "other"


_Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", "--kind-of-document", "--soort", help="Alleen uit deze soort document. Mag vaker."
    ),
]
_Query = Annotated[str, typer.Argument(help="Woorden van de zin of de kop erboven; de beste eerst.")]
_Count = Annotated[int | None, typer.Option("-k", "--count", min=1, help="Hoeveel hooguit.")]


def _suffix(path: Path | None) -> Path | None:
    """Refuse a file whose name tells no format before anything is read."""
    if path is not None and path.suffix.lower() not in {".csv", ".ics"}:
        raise typer.BadParameter("kies een naam die eindigt op .csv of .ics")
    return path


def _table(path: Path | None) -> Path | None:
    if path is not None and path.suffix.lower() != ".csv":
        raise typer.BadParameter("kies een naam die eindigt op .csv")
    return path


def commitments(
    query: _Query = "",
    *,
    organisation: OrganisationOption = None,
    role: Annotated[
        list[Role] | None, typer.Option("--role", "--rol", help="Wie toezegt. Mag vaker.")
    ] = None,
    only_open: Annotated[
        bool, typer.Option("--open", help="Alleen toezeggingen waarvan de termijn niet is verstreken.")
    ] = False,
    overdue: Annotated[
        bool, typer.Option("--overdue", "--verstreken", help="Alleen waarvan de termijn is verstreken.")
    ] = False,
    before: Annotated[
        str | None, typer.Option("--before", "--termijn-voor", help="Termijn uiterlijk op: 2026, 2026-06, …")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", "--termijn-na", help="Termijn niet voor: 2026, 2026-06, …")
    ] = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    kind: _Kind = None,
    count: _Count = None,
    suggestions: Annotated[
        bool,
        typer.Option(
            "--suggestions/--no-suggestions",
            help="Zoek ook latere documenten die erop lijken te antwoorden; dat kost tijd.",
        ),
    ] = True,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            callback=_suffix,
            dir_okay=False,
            help="Schrijf ze naar dit bestand: .csv voor een tabel, .ics voor een agenda.",
        ),
    ] = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon toezeggingen: wie zegt wat toe aan wie, voor wanneer, letterlijk en met de bron.

    Of een toezegging is nagekomen, staat er niet: een later document dat erop lijkt te antwoorden, wordt
    voorgesteld om zelf te beoordelen. Zonder --open of --overdue staan ook zinnen erbij die zeggen wat eerder
    is toegezegd of dat een toezegging is nagekomen.
    """
    from beleidszoeker.api.exporting.files import today
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import give_commitments, looking
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.library import Library
    from beleidszoeker.index.store.knowledge import WantedCommitments
    from beleidszoeker.search.commitments import commitment_records
    from beleidszoeker.settings import load_settings

    day, terms = today(), Filters.parse(date_from=after, date_to=before)
    wanted = WantedCommitments(
        filters=_filters(
            date_from=date_from,
            date_to=date_to,
            organisations=organisation,
            dossiers=dossier,
            documents=document,
            kinds=kind,
        ),
        state=_state(only_open=only_open, overdue=overdue),
        roles=tuple(each.value for each in role or ()),
        before=terms.date_to,
        after=terms.date_from,
        query=query,
    )
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        known = store.reader.knowledge.commitments
        stored, total = known.page(wanted, today=day, count=count or -1)
        suggesting = looking(store) if suggestions and stored else None
        records = commitment_records(store.reader, stored, today=day, suggesting=suggesting)
    give_commitments(records, total, day=day, as_json=as_json, output=output, address=address)


def motions(
    query: _Query = "",
    *,
    organisation: OrganisationOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    number: Annotated[str, typer.Option("--number", "--nummer", help="Alleen deze: kst-29538-253.")] = "",
    count: _Count = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", callback=_table, dir_okay=False, help="Schrijf ze naar dit .csv-bestand."
        ),
    ] = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon moties die in de documenten staan: indieners, nummer en verzoek, letterlijk."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import give_motions
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.commitments import motion_record
    from beleidszoeker.settings import load_settings

    filters = _filters(
        date_from=date_from, date_to=date_to, organisations=organisation, dossiers=dossier, documents=document
    )
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        stored, _ = store.reader.knowledge.motions.page(filters, query, number=number, count=count or -1)
        records = [motion_record(store.reader, each) for each in stored]
    give_motions(records, as_json=as_json, output=output, address=address)


def decisions(
    query: _Query = "",
    *,
    organisation: OrganisationOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    kind: KindOption = None,
    asked: Annotated[
        bool | None,
        typer.Option(
            "--asked/--taken", help="Alleen gevraagde, of alleen genomen besluiten.", show_default=False
        ),
    ] = None,
    count: _Count = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", callback=_table, dir_okay=False, help="Schrijf ze naar dit .csv-bestand."
        ),
    ] = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon besluiten: wat nota's ter besluit voorleggen, en wat besluitenlijsten vastleggen."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import give_decisions
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.commitments import decision_record
    from beleidszoeker.settings import load_settings

    filters = _filters(
        date_from=date_from,
        date_to=date_to,
        organisations=organisation,
        dossiers=dossier,
        documents=document,
        kinds=kind,
    )
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        stored, _ = store.reader.knowledge.decisions.page(filters, query, asked=asked, count=count or -1)
        records = [decision_record(store.reader, each) for each in stored]
    give_decisions(records, as_json=as_json, output=output, address=address)


def _filters(
    *,
    date_from: str | None,
    date_to: str | None,
    organisations: list[str] | None,
    dossiers: list[str] | None,
    documents: list[str] | None,
    kinds: list[str] | None = None,
) -> "Filters":
    from beleidszoeker.index.filters import Filters

    return Filters.parse(
        kinds=tuple(kinds or ()),
        date_from=date_from,
        date_to=date_to,
        organisations=tuple(organisations or ()),
        dossiers=tuple(dossiers or ()),
        documents=tuple(documents or ()),
    )


def _state(*, only_open: bool, overdue: bool) -> "State | None":
    from beleidszoeker.index.store.knowledge import State

    if only_open and overdue:
        raise typer.BadParameter("kies --open of --overdue; zonder een van beide krijgt u alles")
    if only_open:
        return State.OPEN
    return State.OVERDUE if overdue else None
