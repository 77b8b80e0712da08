"""``beleidszoeker serve``."""

from typing import Annotated

import typer

from beleidszoeker.cli.options import LibraryOption

_PATIENCE = 10  # seconds that a running request gets to finish


def serve(
    *,
    host: Annotated[str, typer.Option(help="Adres; standaard alleen deze computer.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Poort.")] = 8765,
    library: LibraryOption = None,
) -> None:
    """Start de zoekdienst: pagina’s voor mensen en een HTTP-API, beschreven in /openapi.json."""
    import uvicorn

    from beleidszoeker.api import create_app
    from beleidszoeker.api.options import Options
    from beleidszoeker.cli.output import console, tell
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.model.reranking import load_reranker
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    store = Library(settings.library)
    app = create_app(
        store,
        lambda: load_embedder(settings.model, cache_dir=settings.cache, report=tell),
        reranker=load_reranker(settings.reranker) if settings.reranker else None,
        options=Options(admin_key=settings.admin_key),
    )
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    out = console(error=True)
    out.print(
        f"Beleidszoeker luistert op {address}/ (open dat in een browser); stop met Ctrl-C.", markup=False
    )
    out.print(f"Wat programma’s kunnen vragen, staat in {address}/openapi.json.", markup=False)
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=_PATIENCE)
