"""``beleidszoeker timeline`` and ``changes``: what happened, in order, and what changed between two texts."""

from typing import Annotated

import typer

from beleidszoeker.cli.options import FromOption, JsonOption, LibraryOption, ToOption

_KINDS = "document, asked, answered, motion, decision, commitment, reference of deadline"


def timeline(
    query: Annotated[
        str, typer.Argument(metavar="[ONDERWERP]", help="Een onderwerp, in gewone woorden.")
    ] = "",
    *,
    dossier: Annotated[str, typer.Option(help="Kamerstukdossier, bijvoorbeeld 29826.")] = "",
    document: Annotated[
        str, typer.Option(help="Id van een document: met wat het aanhaalt en wat ernaar verwijst.")
    ] = "",
    event: Annotated[list[str] | None, typer.Option(help=f"Alleen dit: {_KINDS}. Mag vaker.")] = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    newest: Annotated[bool, typer.Option("--newest", "--nieuwste", help="De laatste dag eerst.")] = False,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=10_000, help="Hoeveel.")] = 100,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon wat er gebeurde in een dossier, rond een document of over een onderwerp, op volgorde van dag."""
    from beleidszoeker.cli.opening import opened
    from beleidszoeker.cli.output import console, print_json, tell_unread
    from beleidszoeker.cli.timelines import print_timeline
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.search.timeline import Scope, Wanted, tell
    from beleidszoeker.search.timeline.data import timeline_data
    from beleidszoeker.search.timeline.telling import read_kinds

    days = Filters.parse(date_from=date_from, date_to=date_to)
    wanted = Wanted(read_kinds(event or ()), days.date_from, days.date_to, newest)
    with opened(library, asking=bool(query)) as (store, engine):
        tell_unread(store.reader)
        told = tell(store.reader, lambda: engine, Scope(dossier, query, document), wanted, count=count)
    print_json(timeline_data(told)) if as_json else print_timeline(console(), told)


def changes(
    before: Annotated[str, typer.Argument(metavar="EERST", help="Id van het eerdere document.")],
    after: Annotated[str, typer.Argument(metavar="LATER", help="Id van het latere document.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon wat er van toezeggingen en termijnen werd: tussen twee versies, of tussen twee documenten."""
    from beleidszoeker.cli.opening import opened
    from beleidszoeker.cli.output import console, print_json, tell_unread
    from beleidszoeker.cli.timelines import print_changes
    from beleidszoeker.search.timeline import changes as compared
    from beleidszoeker.search.timeline.data import changes_data

    with opened(library, asking=False) as (store, engine):
        tell_unread(store.reader)
        found = compared(store.reader, engine.snapshot(), before, after)
    print_json(changes_data(found)) if as_json else print_changes(console(), found)
