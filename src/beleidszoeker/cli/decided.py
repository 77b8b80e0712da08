"""``beleidszoeker motions`` and ``beleidszoeker decisions``."""

from pathlib import Path
from typing import Annotated

import typer

from beleidszoeker.cli.options import (
    AddressOption,
    CountOption,
    DocumentOption,
    DossierOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    OrganisationOption,
    ToOption,
    WordsArgument,
)


def _suffix(path: Path | None) -> Path | None:
    """Refuse a file whose name tells no table before anything is read."""
    if path is not None and path.suffix.lower() != ".csv":
        raise typer.BadParameter("kies een naam die eindigt op .csv")
    return path


_Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", callback=_suffix, dir_okay=False, help="Schrijf ze naar dit .csv-bestand."
    ),
]
_Asked = Annotated[
    bool | None,
    typer.Option(
        "--asked/--taken", help="Alleen gevraagde, of alleen genomen besluiten.", show_default=False
    ),
]


def motions(
    query: WordsArgument = "",
    *,
    organisation: OrganisationOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    number: Annotated[str, typer.Option("--number", "--nummer", help="Alleen deze: kst-29538-253.")] = "",
    count: CountOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: _Output = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon moties die in de documenten staan: indieners, nummer en verzoek, letterlijk."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import give_motions
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.commitments import motion_record
    from beleidszoeker.settings import load_settings

    filters = Filters.parse(
        date_from=date_from, date_to=date_to, organisations=organisation, dossiers=dossier, documents=document
    )
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        stored, _ = store.reader.knowledge.motions.page(filters, query, number=number, count=count or -1)
        records = [motion_record(store.reader, each) for each in stored]
    give_motions(records, as_json=as_json, output=output, address=address)


def decisions(
    query: WordsArgument = "",
    *,
    organisation: OrganisationOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    kind: KindOption = None,
    asked: _Asked = None,
    count: CountOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: _Output = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Toon besluiten: wat nota's ter besluit voorleggen, en wat besluitenlijsten vastleggen."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.promised import give_decisions
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.commitments import decision_record
    from beleidszoeker.settings import load_settings

    filters = Filters.parse(
        kinds=kind,
        date_from=date_from,
        date_to=date_to,
        organisations=organisation,
        dossiers=dossier,
        documents=document,
    )
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        stored, _ = store.reader.knowledge.decisions.page(filters, query, asked=asked, count=count or -1)
        records = [decision_record(store.reader, each) for each in stored]
    give_decisions(records, as_json=as_json, output=output, address=address)
