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
    """Start de zoekdienst: een HTTP-API, met de beschrijving op /docs."""
    import uvicorn

    from beleidszoeker.api import create_app
    from beleidszoeker.cli.output import console
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    app = create_app(
        Library(settings.library), lambda: load_embedder(settings.model, cache_dir=settings.cache)
    )
    console(error=True).print(f"Beleidszoeker luistert op http://{host}:{port}/docs; stop met Ctrl-C.")
    uvicorn.run(app, host=host, port=port, log_level="warning")
