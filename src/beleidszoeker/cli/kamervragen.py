"""``beleidszoeker kamervragen``: questions side by side with their answers."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from beleidszoeker.cli.options import JsonOption, LibraryOption

if TYPE_CHECKING:
    from rich.console import Console


def kamervragen(
    document_id: Annotated[
        str | None, typer.Argument(help="Id van een document; zonder id alle documenten met Kamervragen.")
    ] = None,
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon Kamervragen met hun antwoorden: wie vroeg wat aan wie, en wanneer werd het beantwoord."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.search import document_questions, question_sets
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        reader = store.reader
        found = [document_questions(reader, document_id)] if document_id else question_sets(reader)
    if as_json:
        print_json(found[0] if document_id else found)
        return
    for each in found:
        _print_set(console(), each)
        _print_exchanges(console(), each.get("exchanges", ()))
    if not document_id:
        console().print(f"{len(found)} {'document' if len(found) == 1 else 'documenten'} met Kamervragen.")
    elif not found[0]["exchanges"]:
        console().print("Dit document bevat geen Kamervragen.")


def _print_set(out: "Console", found: dict[str, Any]) -> None:
    from beleidszoeker.cli.output import plain

    members = ", ".join(f"{m['name']} ({m['party']})" if m["party"] else m["name"] for m in found["members"])
    offices = ", ".join(f"{m['role']} {m['name'] or m['portfolio']}".rstrip() for m in found["ministers"])
    dates = f"gevraagd {found['asked'] or 'onbekend'}, beantwoord {found['answered'] or 'onbekend'}"
    out.print(f"[dim]{found['document_id']}[/] [bold]{plain(found['title'])}[/]")
    out.print("  " + plain("; ".join(part for part in (found["number"], members, offices, dates) if part)))


def _print_exchanges(out: "Console", exchanges: Any) -> None:
    from beleidszoeker.cli.output import plain

    for exchange in exchanges:
        numbers = ", ".join(map(str, exchange["numbers"]))
        out.print(f"\n[bold]Vraag {numbers}[/]")
        for asked in exchange["questions"]:
            out.print(plain(asked["text"]))
        answer = exchange["answer"]
        pages = f" [dim](p. {answer['page_first']})[/]" if answer and answer["page_first"] else ""
        out.print(f"[bold]Antwoord[/]{pages}")
        out.print(plain(answer["text"]) if answer else "[dim]geen antwoord in dit document[/]")
        for other in exchange["resolved"]:
            out.print(f"[dim]Antwoord op vraag {', '.join(map(str, other['numbers']))}:[/]")
            out.print(plain(other["answer"]["text"]))
