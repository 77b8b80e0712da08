"""``beleidszoeker references`` and ``cited-by``: what a document refers to, and what refers to it."""

from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.search.referring import CitedBy, Citing, Referral


def references(
    document_id: Annotated[str, typer.Argument(help="Id van een document.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon waar een document naar verwijst: Kamerstukken, wetten, uitspraken, en waar die staan."""
    from beleidszoeker.cli.output import console, print_json, tell_unread
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.referring import referrals
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        found = referrals(store.reader, document_id)
    if as_json:
        print_json([each.to_json() for each in found])
        return
    held = sum(each.resolves_to is not None for each in found)
    console().print(f"{_many(len(found))}, waarvan {held} naar een document in de bibliotheek.")
    _print_referrals(console(), found)


def cited_by(
    reference: Annotated[
        str,
        typer.Argument(
            help="Een verwijzing zoals u die schrijft, of het id van een document.",
            metavar="VERWIJZING|DOCUMENT",
        ),
    ],
    *,
    most: Annotated[
        int | None, typer.Option("--most", "--aantal", min=1, help="Hoeveel plaatsen hooguit; anders alle.")
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon welke passages naar een stuk verwijzen, elk met de zin en de vindplaats."""
    from beleidszoeker.cli.output import console, print_json, tell_unread
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.referring import cited_by as found_by
    from beleidszoeker.search.referring import of_writing
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        tell_unread(store.reader)
        found = found_by(store.reader, of_writing(store.reader, reference), count=most or -1)
    if as_json:
        print_json(found.to_json())
    else:
        _print_cited(console(), found)


def _print_referrals(out: "Console", found: list["Referral"]) -> None:
    from rich.table import Table

    from beleidszoeker.cli.output import plain

    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in ("blz.", "verwijzing", "leidt naar"):
        table.add_column(head, overflow="fold")
    for each in found:
        page = str(each.page_first) if each.page_first else ""
        table.add_row(page, plain(" ".join(each.text.split())), plain(_target(each)))
    if found:
        out.print(table)


def _target(found: "Referral") -> str:
    if found.own:
        return "(dit document)"
    if found.resolves_to:
        return f"{found.resolves_to.document_id} {found.resolves_to.title}"
    return found.address or "adres onbekend"


def _print_cited(out: "Console", found: "CitedBy") -> None:
    from beleidszoeker.cli.output import plain

    documents = f"{found.documents} {'document' if found.documents == 1 else 'documenten'}"
    out.print(f"{_many(found.references)} in {documents}, naar: {plain(', '.join(found.asked.keys) or '-')}")
    for each in found.citing:
        _print_citing(out, each)


def _print_citing(out: "Console", found: "Citing") -> None:
    from beleidszoeker.cli.output import plain

    for said in found.excerpts:
        out.print(f"\n[dim]{plain(said.document_id)}[/] [bold]{plain(said.label)}[/]")
        out.print(plain(said.text))
    if found.footnote:
        out.print(f"[dim]Voetnoot:[/] {plain(found.footnote.text)}")


def _many(count: int) -> str:
    return f"{count} {'verwijzing' if count == 1 else 'verwijzingen'}"
