"""``beleidszoeker model``: the embedding model."""

import typer

from beleidszoeker.cli.options import JsonOption

app = typer.Typer(help="Het taalmodel dat betekenis vergelijkt.", no_args_is_help=True)


@app.command()
def prepare() -> None:
    """Pak het meegeleverde model uit in de cache, ook als map voor sentence-transformers.

    Wat het zoeken nodig heeft, wordt vanzelf uitgepakt bij het eerste gebruik; er wordt niets gedownload.
    """
    from beleidszoeker.cli.output import console, tell
    from beleidszoeker.model import EMBEDDED_MODEL, load_embedder
    from beleidszoeker.model.prepare import prepare as unpack
    from beleidszoeker.settings import load_settings

    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    embedder.encode_queries(["beleid"])
    if settings.model == EMBEDDED_MODEL:
        folder = unpack(settings.cache, report=tell)
        console().print(f"Map voor sentence-transformers: {folder}", markup=False)
    console().print(f"Het model {embedder.id} is klaar voor gebruik.", markup=False)


@app.command()
def show(*, as_json: JsonOption = False) -> None:
    """Toon welk model wordt gebruikt."""
    from beleidszoeker.cli.output import console, print_json, tell
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    facts = {"id": embedder.id, "dimension": embedder.dimension, "max_tokens": embedder.max_tokens}
    if as_json:
        print_json(facts)
    else:
        size = f"{embedder.dimension} dimensies, hooguit {embedder.max_tokens} tokens"
        console().print(f"{embedder.id}: {size}.", markup=False)
