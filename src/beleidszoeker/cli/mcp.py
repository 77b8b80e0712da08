"""``beleidszoeker mcp``."""

from typing import Annotated

import typer

from beleidszoeker.cli.options import LibraryOption

_MISSING = "Wat hiervoor nodig is, is niet geïnstalleerd: het pakket mcp."
_INSTALL = "Installeer het met: pip install 'beleidszoeker[mcp]'"


def mcp(
    *,
    site: Annotated[
        str, typer.Option(help="Adres van de pagina’s van `beleidszoeker serve`, voor verwijzingen.")
    ] = "http://127.0.0.1:8765",
    http: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            show_default=False,
            help="Luister op deze poort (streamable HTTP, /mcp), alleen voor deze computer; anders stdio.",
        ),
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Laat een assistent zoeken en citeren: een server voor het Model Context Protocol (MCP).

    De assistent start deze opdracht zelf; zie docs/assistants.md voor wat u daarvoor instelt.
    """
    from threading import Thread

    from beleidszoeker.api.assistants.tools import Tools
    from beleidszoeker.api.service import Service
    from beleidszoeker.cli.output import tell
    from beleidszoeker.errors import ConfigurationError
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.model.reranking import load_reranker
    from beleidszoeker.settings import load_settings

    try:
        from beleidszoeker.api.assistants.server import LOCAL, make_server, only_this_machine
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise ConfigurationError(_MISSING, advice=_INSTALL) from error

    settings = load_settings(library=library)
    with Library(settings.library) as store:
        service = Service(
            store,
            lambda: load_embedder(settings.model, cache_dir=settings.cache, report=tell),
            reranker=load_reranker(settings.reranker) if settings.reranker else None,
        )
        opening = Thread(target=service.start, daemon=True)
        opening.start()
        server = make_server(Tools(service, site=site), ready=opening.join)
        if http is None:
            server.run("stdio")
        else:
            server.run("streamable-http", host=LOCAL, port=http, transport_security=only_this_machine(http))
