"""``beleidszoeker alerts``: what is new for the searches that people saved."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from beleidszoeker.cli.groups import group
from beleidszoeker.cli.options import JsonOption, LibraryOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidszoeker.index.desk.searches import Alert, SavedSearch
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.alerting.run import Told
    from beleidszoeker.settings import Settings

app = group("alerts", about="Meld wat er nieuw is voor bewaarde zoekopdrachten.")


@app.command("run")
def run(*, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Meld welke nieuwe documenten antwoord geven op een bewaarde zoekopdracht, een regel per document.

    Wat gemeld is, wordt bewaard en niet nog eens gemeld. Is er niets nieuws, dan is dit meteen klaar. Doe dit
    na elk opnemen: beleidszoeker ingest MAP && beleidszoeker alerts run
    """
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    with Library(settings.library) as store:
        found = []
        for told in _new(store, settings):
            found.append(_as_json(told.search, told.alert))
            if not as_json:
                console().print(_line(told.search, told.alert), markup=False, soft_wrap=True)
    if as_json:
        print_json(found)
    elif not found:
        console().print("Niets nieuws voor de bewaarde zoekopdrachten.")


@app.command("list")
def listed(*, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Toon de bewaarde zoekopdrachten, met hoeveel er voor elke is gemeld."""
    from beleidszoeker.cli.output import console, plain, print_json
    from beleidszoeker.index.desk import Desk
    from beleidszoeker.index.desk.searches import all_searches, count_alerts
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store, Desk(store.folder).reading() as db:
        found = [(search, count_alerts(db, search)[0]) for search in all_searches(db)]
    if as_json:
        print_json([{**_facts(search), "alerts": count} for search, count in found])
        return
    for search, count in found:
        console().print(f"[dim]{search.id}[/] [bold]{plain(search.title)}[/]")
        limits = [f"{name}={value}" for name, values in search.filters.items() for value in values]
        asked = plain(" · ".join((search.query, *limits)))
        console().print(f"  {asked} · {count} gemeld sinds {search.created[:10]}")
    if not found:
        console().print("Er zijn nog geen zoekopdrachten bewaard.")


@app.command("show")
def show(
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Id van een zoekopdracht, zoals 'alerts list' het toont.")
    ],
    *,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=1000, help="Hoeveel meldingen.")] = 20,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon wat er voor een zoekopdracht is gemeld, de nieuwste melding eerst."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.desk import Desk
    from beleidszoeker.index.desk.searches import find_search, read_alerts
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store, Desk(store.folder).reading() as db:
        search = find_search(db, identifier)
        alerts = read_alerts(db, search.id, count=count)
    if as_json:
        print_json([_as_json(search, alert) for alert in alerts])
        return
    for alert in alerts:
        console().print(_line(search, alert), markup=False, soft_wrap=True)
    if not alerts:
        console().print("Er is nog niets gemeld.")


def _new(store: "Library", settings: "Settings") -> "Iterator[Told]":
    from beleidszoeker.index.desk import Desk
    from beleidszoeker.search.alerting.run import run_alerts
    from beleidszoeker.search.engine import SearchEngine

    def engine() -> SearchEngine:
        from beleidszoeker.cli.output import tell
        from beleidszoeker.model import load_embedder

        return SearchEngine(store, load_embedder(settings.model, cache_dir=settings.cache, report=tell))

    return run_alerts(store, Desk(store.folder), engine)


def _line(search: "SavedSearch", alert: "Alert") -> str:
    """Return all that is said of a document on one line."""
    from beleidszoeker.cli.output import harmless
    from beleidszoeker.search.alerting.telling import quote_line, why_line

    said = alert.said
    line = f"{search.title}: {said['citation']['label']}: “{quote_line(said)}” {why_line(said)}"
    return harmless(" ".join(line.split()))


def _as_json(search: "SavedSearch", alert: "Alert") -> dict[str, Any]:
    return {
        "search": {"id": search.id, "title": search.title, "query": search.query},
        "document_id": alert.document_id,
        "passage_id": alert.passage_id,
        "found": alert.found,
        **alert.said,
    }


def _facts(search: "SavedSearch") -> dict[str, Any]:
    return {
        "id": search.id,
        "feed": search.feed,
        "title": search.title,
        "query": search.query,
        "filters": {name: list(values) for name, values in search.filters.items()},
        "created": search.created,
    }
