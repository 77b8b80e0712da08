"""``beleidszoeker similar`` and ``beleidszoeker compare``."""

from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import FromOption, JsonOption, KindOption, LibraryOption, ToOption

if TYPE_CHECKING:
    from rich.console import Console

    from beleidszoeker.search.comparing.compare import Agreement


def similar(
    passage_id: Annotated[str, typer.Argument(metavar="ID", help="Id van een passage.")],
    *,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=100, help="Hoeveel passages.")] = 10,
    kind: KindOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon passages uit andere documenten die op een passage lijken."""
    from beleidszoeker.cli.opening import opened
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.cli.results import print_results
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.search.result import to_json

    filters = Filters.parse(kinds=kind, date_from=date_from, date_to=date_to)
    with opened(library, asking=False) as (_, engine):
        response = engine.similar(passage_id, count=count, filters=filters)
    print_json(to_json(response)) if as_json else print_results(console(), response)


def compare(
    first: Annotated[str, typer.Argument(metavar="EEN", help="Id van een document.")],
    second: Annotated[str, typer.Argument(metavar="ANDER", help="Id van een ander document.")],
    *,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=100, help="Hoeveel paren.")] = 20,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon wat twee documenten allebei zeggen: passages die bij elkaar horen, het meest gelijk eerst."""
    from beleidszoeker.cli.opening import opened
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.search.result import to_json

    with opened(library, asking=False) as (_, engine):
        comparison = engine.compare(first, second, count=count)
    if as_json:
        print_json(to_json(comparison))
        return
    out = console()
    for number, agreement in enumerate(comparison.agreements, start=1):
        _print_agreement(out, number, agreement)
    if not comparison.agreements:
        out.print("Deze documenten hebben geen passages die op elkaar lijken.")


def _print_agreement(out: "Console", number: int, agreement: "Agreement") -> None:
    from rich.padding import Padding

    from beleidszoeker.cli.output import harmless, plain

    same = "dezelfde zin; " if agreement.literal else ""
    out.print(f"[bold]{number}.[/] [dim]{same}{plain(', '.join(agreement.terms[:6]))}[/]")
    for side in (agreement.first, agreement.second):
        out.print(f"   [bold]{plain(side.citation.label)}[/]")
        for quote in side.quotes:
            out.print(Padding(plain(f"“{harmless(quote.text)}”"), (0, 0, 0, 3), expand=False))
        out.print(f"   [dim]{side.passage_id}[/]")
    out.print()
