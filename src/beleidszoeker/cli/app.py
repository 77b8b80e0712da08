"""The commands, gathered. Each command imports what it needs when it runs, so that ``--help`` is quick."""

import sys
from typing import Annotated

import typer

from beleidszoeker import __version__
from beleidszoeker.cli import (
    adaptation,
    alerts,
    commitments,
    comparing,
    decided,
    documents,
    evaluation,
    ingestion,
    kamervragen,
    mcp,
    model,
    openapi,
    programmes,
    references,
    searching,
    service,
    timeline,
)
from beleidszoeker.cli.groups import group
from beleidszoeker.cli.output import complain
from beleidszoeker.errors import BeleidszoekerError

_INTERRUPTED = 130  # what typer makes of Ctrl-C

app = group(
    "beleidszoeker",
    about="Zoek op betekenis in Nederlandse overheidsdocumenten, met bronvermelding die klopt.",
)
app.command("ingest")(ingestion.ingest)
app.command("search")(searching.search)
app.command("show")(searching.show)
app.command("similar")(comparing.similar)
app.command("compare")(comparing.compare)
app.command("documents")(documents.documents)
app.command("kamervragen")(kamervragen.kamervragen)
app.command("timeline")(timeline.timeline)
app.command("changes")(timeline.changes)
app.command("programmes")(programmes.programmes)
app.command("commitments")(commitments.commitments)
app.command("motions")(decided.motions)
app.command("decisions")(decided.decisions)
app.command("references")(references.references)
app.command("cited-by")(references.cited_by)
app.command("remove")(documents.remove)
app.command("doctor")(documents.doctor)
app.command("serve")(service.serve)
app.command("openapi")(openapi.openapi)
app.command("mcp")(mcp.mcp)
app.command("adapt")(adaptation.adapt)
app.command("evaluate")(evaluation.evaluate)
app.add_typer(alerts.app, name="alerts")
app.add_typer(model.app, name="model")


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"beleidszoeker {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda wanted: _version(wanted=wanted), help="Toon de versie."),
    ] = False,
) -> None:
    """Zoek op betekenis in Nederlandse overheidsdocumenten, met bronvermelding die klopt."""


def main() -> None:
    """Run the command line; an error we can explain becomes one sentence and exit code 2."""
    try:
        app()
    except BeleidszoekerError as error:
        complain(error)
        sys.exit(2)
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            typer.echo("\nAfgebroken; wat klaar was, is bewaard.", err=True)
        raise
