"""``beleidszoeker ingest``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption

if TYPE_CHECKING:
    from beleidszoeker.index.ingestion import IngestSummary


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(help="Bestanden en mappen; mappen met alles wat erin staat.")
    ],
    *,
    library: LibraryOption = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Vergeet bestanden uit deze mappen die er niet meer zijn.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Eindig met code 1 als een bestand niet kon worden opgenomen.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", help="Schrijf per bestand op wat ervan kwam: naar .html of .json."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Neem documenten op in de bibliotheek en werk de index bij.

    Ongewijzigde bestanden worden overgeslagen. Een bestand dat niet gelezen kan worden, wordt genoteerd met
    de reden en houdt de andere niet op. Onderbreken mag: wat klaar is, blijft bewaard.
    """
    from beleidszoeker.cli.output import print_json, tell
    from beleidszoeker.cli.progress import reporter
    from beleidszoeker.cli.report import check_report, write_report
    from beleidszoeker.index.ingestion import ingest as run
    from beleidszoeker.index.library import Library
    from beleidszoeker.ingest.sandbox.pool import ParserPool
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    check_report(report)
    settings = load_settings(library=library)
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    with (
        Library(settings.library, create=True) as store,
        ParserPool(workers=settings.workers, ocr=settings.ocr == "auto") as pool,
        reporter(quiet=as_json) as shown,
    ):
        summary = run(store, paths, embedder, pool, prune=prune, reporter=shown)
        if report is not None:
            write_report(report, store.reader, summary)
    if as_json:
        print_json(_as_json(summary))
    else:
        _tell(summary)
    if strict and summary.failed:
        raise typer.Exit(1)


def _tell(summary: "IngestSummary") -> None:
    from beleidszoeker.cli.output import console, failure_line

    out = console()
    counts = [
        (summary.added, "nieuw"),
        (summary.changed, "gewijzigd"),
        (summary.unchanged, "ongewijzigd"),
        (summary.pruned, "vergeten"),
        (len(summary.failed), "mislukt"),
        (summary.ignored, "van een onbekend soort overgeslagen"),
    ]
    told = [f"{count} {name}" for count, name in counts if count]
    out.print(f"Bestanden: {', '.join(told) or 'geen'}.")
    for source in summary.failed:
        out.print(failure_line(source))
    state = "nieuwe index gepubliceerd" if summary.published else "de index was al bij"
    out.print(f"Passages: {summary.passages} doorzoekbaar, {summary.embedded} nieuw berekend; {state}.")


def _as_json(summary: "IngestSummary") -> dict[str, object]:
    failed = [
        {"source": source.name, "code": source.code, "message": source.message, "advice": source.advice}
        for source in summary.failed
    ]
    names = ("added", "changed", "unchanged", "pruned", "ignored", "embedded", "passages", "published")
    return {name: getattr(summary, name) for name in names} | {"failed": failed}
