"""``beleidszoeker evaluate``."""

from pathlib import Path
from typing import Annotated

import typer

from beleidszoeker.cli.options import JsonOption


def evaluate(
    folder: Annotated[Path, typer.Argument(help="BEIR-map met corpus.jsonl, queries.jsonl en qrels.tsv.")],
    *,
    without_map: Annotated[
        bool, typer.Option("--without-map", help="Meet het kale model, zonder de geleerde afbeelding.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Meet hoe goed er gevonden wordt, op vragen waarvan het antwoord bekend is.

    De teksten gaan door dezelfde code als gewone documenten, in een tijdelijke bibliotheek.
    """
    from beleidszoeker.cli.output import console, print_json, tell
    from beleidszoeker.cli.progress import reporter
    from beleidszoeker.model import load_embedder
    from beleidszoeker.search.measuring.evaluation import evaluate_folder
    from beleidszoeker.settings import load_settings

    settings = load_settings()
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    with reporter(quiet=as_json) as shown:
        measured = evaluate_folder(folder, embedder, mapped=not without_map, reporter=shown)
    if as_json:
        print_json(measured)
        return
    for mode, figures in measured.items():
        figures_shown = "  ".join(f"{name} {value:.4f}" for name, value in figures.items())
        console().print(f"{mode:<8} {figures_shown}")
