"""``beleidszoeker adapt``."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption


def adapt(
    folder: Annotated[
        Path | None,
        typer.Argument(help="BEIR-map om van te leren; zonder map de Kamervragen in de bibliotheek."),
    ] = None,
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Leer van vragen en hun antwoorden, en houd het geleerde alleen als het aantoonbaar helpt.

    Er wordt getoetst op documenten waarvan niet is geleerd. Daarna wordt de index opnieuw gepubliceerd; de
    passages worden niet opnieuw berekend.
    """
    from beleidszoeker.cli.output import console, print_json, tell
    from beleidszoeker.cli.progress import reporter
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.search.adaptation import learn_for
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    with Library(settings.library) as store, reporter(quiet=as_json) as shown:
        learnt = learn_for(store, embedder, folder=folder, reporter=shown)
    gain = learnt.gain
    if as_json:
        print_json(asdict(gain) | {"kept": gain.certain})
        return
    out = console()
    out.print(f"{gain.queries} vragen, getoetst op documenten waarvan niet is geleerd (nDCG@10):")
    out.print(f"  betekenis  {gain.dense_before:.4f} -> {gain.dense_after:.4f}", markup=False)
    out.print(f"  samen      {gain.hybrid_before:.4f} -> {gain.hybrid_after:.4f}", markup=False)
    out.print(f"  verschil   {gain.low:+.4f} tot {gain.high:+.4f} (95 %)", markup=False)
    out.print("Bewaard; de index is bijgewerkt." if gain.certain else "Niet bewaard: de winst is niet zeker.")
