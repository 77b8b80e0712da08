"""``beleidszoeker programmes``: which names documents hold, and where these meet."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import FromOption, JsonOption, LibraryOption, ToOption

if TYPE_CHECKING:
    from beleidszoeker.ingest.knowledge.model import NameKind

_KINDS = "programme, cluster, place, organisation of theme"


def programmes(
    name: Annotated[
        str | None, typer.Argument(metavar="NAAM", help="Naam of id; zonder naam een tabel van alle namen.")
    ] = None,
    *,
    kind: Annotated[
        str | None, typer.Option("--kind", "--soort", help=f"Alleen namen van deze soort: {_KINDS}.")
    ] = None,
    other: Annotated[
        str | None, typer.Option("--with", "--met", help="Waar NAAM en deze andere naam samen staan.")
    ] = None,
    matrix: Annotated[
        str | None,
        typer.Option("--matrix", help=f"Tabel van --kind (of NAAM) tegen namen van deze soort: {_KINDS}."),
    ] = None,
    year: Annotated[
        list[str] | None, typer.Option("--year", "--jaar", help="Alleen documenten van dit jaar. Mag vaker.")
    ] = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Hoogstens zoveel; anders alles.")
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Schrijf een tabel naar dit bestand, zoals namen.csv."),
    ] = None,
) -> None:
    """Toon welke programma's, plaatsen en organisaties worden genoemd, en waar zij elkaar raken."""
    from beleidszoeker.cli.output import tell_unread
    from beleidszoeker.cli.programmes_output import Asked, answer
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    filters = Filters.parse(date_from=date_from, date_to=date_to, years=year)
    asked = Asked(name, other, _kind(kind), _kind(matrix), filters, limit)
    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        answer(store.reader, asked, as_json=as_json, output=output)


def _kind(value: str | None) -> "NameKind | None":
    from beleidszoeker.errors import InvalidFilterError
    from beleidszoeker.ingest.knowledge.model import NameKind

    if value is None:
        return None
    try:
        return NameKind(value.strip().lower())
    except ValueError as error:
        raise InvalidFilterError(f"'{value}' is geen soort naam.", advice=f"Kies uit: {_KINDS}.") from error
