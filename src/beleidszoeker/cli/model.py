"""``beleidszoeker model``: the embedding model."""

from pathlib import Path

from beleidszoeker.cli.groups import group
from beleidszoeker.cli.options import JsonOption, LibraryOption

app = group("model", about="Het taalmodel dat betekenis vergelijkt.")


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
def show(*, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Toon welk model wordt gebruikt, en met welk model de index van de bibliotheek is gemaakt."""
    from beleidszoeker.cli.output import console, print_json, tell
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    facts = {"id": embedder.id, "dimension": embedder.dimension, "max_tokens": embedder.max_tokens}
    indexed = _indexed_with(settings.library)
    if as_json:
        print_json(facts | {"indexed_with": indexed})
        return
    out = console()
    out.print(
        f"{embedder.id}: {embedder.dimension} dimensies, hooguit {embedder.max_tokens} tokens.", markup=False
    )
    out.print(f"Index van {settings.library}: {indexed or 'nog geen'}", markup=False)


def _indexed_with(folder: Path) -> str | None:
    """Return the id of the model of a library's published index; ``None`` where there is none."""
    from beleidszoeker.errors import LibraryError
    from beleidszoeker.index.library import Library

    try:
        with Library(folder) as library:
            return library.snapshots.manifest().model
    except LibraryError:
        return None
