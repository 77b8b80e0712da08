"""``beleidszoeker serve``."""

from typing import Annotated

import typer

from beleidszoeker.cli.options import LibraryOption


def serve(
    *,
    host: Annotated[str, typer.Option(help="Adres; standaard alleen deze computer.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Poort.")] = 8765,
    library: LibraryOption = None,
) -> None:
    """Start de zoekdienst: pagina’s voor mensen en een HTTP-API, beschreven in /openapi.json."""
    from beleidszoeker.cli.output import console, tell
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.model.warming import read_ahead
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    store = Library(settings.library, create=bool(settings.admin_key))  # with a key it can be filled here
    embedder = read_ahead(lambda: load_embedder(settings.model, cache_dir=settings.cache, report=tell))

    from beleidszoeker.api.app import create_app  # takes longest, so the model is read meanwhile
    from beleidszoeker.api.options import Intake, Management, Options
    from beleidszoeker.cli.listening import listen
    from beleidszoeker.cli.writer import load_writer
    from beleidszoeker.model.reranking import load_reranker

    intake = Intake(settings.model, settings.cache, settings.workers, settings.ocr == "auto")
    management = Management(settings.admin_key, intake) if settings.admin_key else None
    app = create_app(
        store,
        embedder,
        reranker=load_reranker(settings.reranker) if settings.reranker else None,
        options=Options(
            management=management,
            address=settings.address,
            local=_is_local(host),
            origins=settings.named_origins,
            writer=load_writer(settings),
        ),
    )
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    out = console(error=True)
    out.print(
        f"Beleidszoeker luistert op {address}/ (open dat in een browser); stop met Ctrl-C.", markup=False
    )
    out.print(f"Wat programma’s kunnen vragen, staat in {address}/openapi.json.", markup=False)
    listen(app, host, port)


def _is_local(host: str) -> bool:
    """Tell whether an address to listen on is one that only this computer reaches."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
