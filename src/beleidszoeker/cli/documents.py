"""``beleidszoeker documents``, ``remove`` and ``doctor``: looking after a library."""

from typing import Annotated

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption


def documents(*, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Toon de documenten in de bibliotheek, en welke bestanden niet konden worden opgenomen."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.search import document_summary
    from beleidszoeker.settings import load_settings

    reader = Library(load_settings(library=library).library).reader
    records = reader.documents()
    if as_json:
        print_json([document_summary(record) for record in records])
        return
    out = console()
    for record in records:
        out.print(f"[dim]{record.id}[/] [bold]{record.title.replace('[', chr(92) + '[')}[/]")
        pages = f"{record.page_count} pagina's" if record.page_count else "zonder pagina's"
        out.print(f"  {record.kind}, {record.date or 'zonder datum'}, {pages}, {record.passage_count} passages", markup=False)
    failed = [source for source in reader.sources().values() if source.document_id is None]
    out.print(f"{len(records)} documenten, {len(failed)} mislukt.")
    for source in failed:
        out.print(f"  {source.name}: {source.message} {source.advice}".rstrip(), markup=False)


def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids van documenten, zoals 'documents' ze toont.")],
    *,
    library: LibraryOption = None,
) -> None:
    """Verwijder documenten; ze worden meteen niet meer gevonden."""
    from beleidszoeker.cli.output import console
    from beleidszoeker.index.library import Library
    from beleidszoeker.settings import load_settings

    store = Library(load_settings(library=library).library)
    for document_id in ids:
        store.reader.document(document_id)
    with store.writing() as writer:
        removed = writer.remove_documents(ids)
    console().print(f"{removed} verwijderd.")


def doctor(
    *,
    library: LibraryOption = None,
    repair: Annotated[bool, typer.Option("--repair", help="Bouw de index opnieuw op als er iets mis is.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Controleer bibliotheek en index, en herstel ze desgewenst. Eindigt met code 1 als er iets mis is."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.cli.progress import reporter
    from beleidszoeker.index.doctor import examine
    from beleidszoeker.index.doctor import repair as rebuild
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    store = Library(settings.library)
    embedder = load_embedder(settings.model, cache_dir=settings.cache)
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
            console().print(f"{mark} {finding.message}")
    if any(not finding.ok for finding in findings):
        raise typer.Exit(1)
