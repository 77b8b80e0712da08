"""``beleidszoeker kamervragen``: questions with their answers, and whether one was asked before."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from beleidszoeker.cli.options import FromOption, JsonOption, LibraryOption, ToOption
from beleidszoeker.errors import QueryError

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.search.asked import SetFilters


class Where(StrEnum):
    """Where to search: in questions, in answers, or in both together."""

    QUESTION = "question"
    ANSWER = "answer"
    BOTH = "both"


def kamervragen(
    document_id: Annotated[
        str | None, typer.Argument(help="Id van een document; zonder id alle documenten met Kamervragen.")
    ] = None,
    *,
    earlier: Annotated[
        str | None,
        typer.Option(
            "--earlier", "--eerder", help="Is deze vraag eerder gesteld? - leest haar van de invoer."
        ),
    ] = None,
    search: Annotated[str | None, typer.Option("--search", "--zoek", help="Zoek hiernaar.")] = None,
    side: Annotated[
        Where, typer.Option(help="Waar --search zoekt: in vragen, in antwoorden of in beide.")
    ] = Where.BOTH,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=100, help="Hoeveel vragen.")] = 10,
    date_from: FromOption = None,
    date_to: ToOption = None,
    member: Annotated[str | None, typer.Option("--member", "--lid", help="(Deel van) een naam.")] = None,
    party: Annotated[str | None, typer.Option("--party", "--partij", help="Fractie, zoals VVD.")] = None,
    minister: Annotated[
        str | None, typer.Option("--minister", help="(Deel van) naam of portefeuille van wie antwoordt.")
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon Kamervragen met hun antwoorden: wie vroeg wat aan wie, en wanneer werd het beantwoord.

    Met --earlier staan bovenaan de eerdere vragen die het meest op een conceptvraag lijken, met --search die
    waarin iets voorkomt. De grenzen (--from, --to, --member, --party, --minister) gelden daarvoor en voor de
    lijst van alle documenten.
    """
    from beleidszoeker.cli.output import print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.asked import read_limits
    from beleidszoeker.search.questions import document_questions, question_sets
    from beleidszoeker.settings import load_settings

    if sum(each is not None for each in (document_id, earlier, search)) > 1:
        raise QueryError("Kies een id, --earlier of --search; niet meer dan een.")
    limits = read_limits(date_from, date_to, member=member, party=party, minister=minister)
    if earlier is not None or search is not None:
        _print_found(_found(library, earlier, search, side=side, count=count, limits=limits), as_json=as_json)
        return
    with Library(load_settings(library=library).library) as store:
        reader = store.reader
        found = [document_questions(reader, document_id)] if document_id else question_sets(reader, limits)
    if as_json:
        print_json(found[0] if document_id else found)
    else:
        _print_list(found, whole=document_id is not None)


def _found(
    library: Any,
    earlier: str | None,
    search: str | None,
    *,
    side: Where,
    count: int,
    limits: "SetFilters",
) -> dict[str, Any]:
    from beleidszoeker.cli.output import tell
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.search.asked import Finder, Side, answer_earlier, answer_search
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    embedder = load_embedder(settings.model, cache_dir=settings.cache, report=tell)
    with Library(settings.library) as store:
        finder = Finder(store, embedder)
        if earlier is None:
            where = None if side is Where.BOTH else Side(side.value)
            return answer_search(finder, store.reader, search or "", where, count=count, filters=limits)
        draft = typer.get_text_stream("stdin").read() if earlier == "-" else earlier
        return answer_earlier(finder, store.reader, draft, count=count, filters=limits)


def _print_found(found: dict[str, Any], *, as_json: bool) -> None:
    from beleidszoeker.cli.output import console, plain, print_json

    if as_json:
        print_json(found)
        return
    out = console()
    if found["message"]:
        out.print(plain(found["message"]))
    for each in found["results"]:
        out.print(f"\n[bold]{each['rank']}.[/] {plain(each['why']['told'])} ({each['score']:.2f})")
        _print_set(out, each)
        _print_exchange(out, each)


def _print_list(found: list[dict[str, Any]], *, whole: bool) -> None:
    from beleidszoeker.cli.output import console

    out = console()
    for each in found:
        _print_set(out, each)
        for exchange in each["exchanges"] if whole else ():
            _print_exchange(out, exchange)
    if not whole:
        out.print(f"{len(found)} {'document' if len(found) == 1 else 'documenten'} met Kamervragen.")
    elif not found[0]["exchanges"]:
        out.print("Dit document bevat geen Kamervragen.")


def _print_set(out: "Console", found: dict[str, Any]) -> None:
    from beleidszoeker.cli.output import plain

    members = ", ".join(f"{m['name']} ({m['party']})" if m["party"] else m["name"] for m in found["members"])
    offices = ", ".join(f"{m['role']} {m['name'] or m['portfolio']}".rstrip() for m in found["ministers"])
    dates = f"gevraagd {found['asked'] or 'onbekend'}, beantwoord {found['answered'] or 'onbekend'}"
    if found.get("delay_days") is not None:
        dates += f" (na {found['delay_days']} dagen)"
    out.print(f"[dim]{found['document_id']}[/] [bold]{plain(found['title'])}[/]")
    out.print("  " + plain("; ".join(part for part in (found["number"], members, offices, dates) if part)))


def _print_exchange(out: "Console", exchange: dict[str, Any]) -> None:
    from beleidszoeker.cli.output import plain

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
