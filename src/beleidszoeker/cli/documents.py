"""``beleidszoeker documents``, ``remove`` and ``doctor``: looking after a library."""

from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.index.store import DocumentRecord


def documents(*, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Toon de documenten in de bibliotheek, en welke bestanden niet konden worden opgenomen."""
    from beleidszoeker.cli.output import console, failure_line, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.detail import document_summary
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        records = store.reader.documents()
        failed = [source for source in store.reader.sources().values() if source.document_id is None]
    if as_json:
        print_json([document_summary(record) for record in records])
        return
    out = console()
    for record in records:
        _print_document(out, record)
    out.print(f"{len(records)} documenten, {len(failed)} mislukt.")
    for source in failed:
        out.print(failure_line(source))


def _print_document(out: "Console", record: "DocumentRecord") -> None:
    from beleidszoeker.cli.output import plain

    pages = f"{record.page_count} pagina's" if record.page_count else "zonder pagina's"
    date = record.date or "zonder datum"
    out.print(f"[dim]{record.id}[/] [bold]{plain(record.title)}[/]")
    out.print(f"  {record.kind}, {date}, {pages}, {record.passage_count} passages")


def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids van documenten, zoals 'documents' ze toont.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Verwijder documenten; ze worden meteen niet meer gevonden."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store, store.writing() as writer:
        for document_id in ids:
            store.reader.document(document_id)
        removed = writer.remove_documents(ids)
    if as_json:
        print_json({"removed": removed})
    else:
        console().print(f"{removed} verwijderd.")


def doctor(
    *,
    library: LibraryOption = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Bouw de index opnieuw op als er iets mis is.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Controleer bibliotheek en index, en herstel ze desgewenst. Eindigt met code 1 als er iets mis is."""
    from beleidszoeker.cli.output import console, plain, print_json, tell
    from beleidszoeker.cli.progress import reporter
    from beleidszoeker.index.doctor import examine
    from beleidszoeker.index.doctor import repair as rebuild
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    with Library(settings.library) as store:
        embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
        findings = examine(store, embedder)
        if repair and any(not finding.ok for finding in findings):
            with reporter(quiet=as_json) as shown:
                rebuild(store, embedder, reporter=shown)
            findings = examine(store, embedder)
    if as_json:
        print_json([{"check": f.check, "ok": f.ok, "message": f.message} for f in findings])
    else:
        for finding in findings:
            mark = "[green]goed[/]" if finding.ok else "[red]mis [/]"
            console().print(f"{mark} {plain(finding.message)}")
    if any(not finding.ok for finding in findings):
        raise typer.Exit(1)
