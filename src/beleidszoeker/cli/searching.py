"""``beleidszoeker search`` and ``beleidszoeker show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.options import (
    DocumentOption,
    DossierOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    OrganisationOption,
    ToOption,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from beleidszoeker.search.result import SearchResponse, SearchResult


def search(
    query: Annotated[str, typer.Argument(help="De vraag, in gewone woorden.")],
    *,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=100, help="Hoeveel passages.")] = 10,
    kind: KindOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    organisation: OrganisationOption = None,
    dossier: DossierOption = None,
    document: DocumentOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Zoek passages en toon ze met hun bron."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.filters import Filters
    from beleidszoeker.index.library import Library
    from beleidszoeker.model import load_embedder
    from beleidszoeker.search import SearchEngine, to_json
    from beleidszoeker.settings import load_settings

    settings = load_settings(library=library)
    filters = Filters.parse(
        kinds=tuple(kind or ()),
        date_from=date_from,
        date_to=date_to,
        organisations=tuple(organisation or ()),
        dossiers=tuple(dossier or ()),
        documents=tuple(document or ()),
    )
    engine = SearchEngine(Library(settings.library), load_embedder(settings.model, cache_dir=settings.cache))
    engine.open()
    response = engine.search(query, count=count, filters=filters)
    if as_json:
        print_json(to_json(response))
    else:
        _print(console(), response)


def show(
    passage_id: Annotated[str, typer.Argument(help="Id van een passage, zoals bij een zoekresultaat staat.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon een passage in haar geheel, met bron, voetnoten en de plaats op het papier."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.search import passage_detail, to_json
    from beleidszoeker.settings import load_settings

    detail = passage_detail(Library(load_settings(library=library).library).reader, passage_id)
    if as_json:
        print_json(to_json(detail))
        return
    out = console()
    out.print(f"[bold]{_plain(detail.citation.label)}[/]\n[dim]{_plain(detail.citation.source)}[/]\n")
    out.print(detail.text, markup=False)
    for note in detail.footnotes:
        out.print(f"\n[dim]Voetnoot:[/] {_plain(note)}")


def _print(out: "Console", response: "SearchResponse") -> None:
    if not response.answered:
        out.print(response.message or "", markup=False)
        return
    for result in response.results:
        _print_result(out, result)
    out.print(f"[dim]{len(response.results)} passages in {response.took_ms:.0f} ms[/]")


def _print_result(out: "Console", result: "SearchResult") -> None:
    from rich.padding import Padding

    citation = result.citation
    out.print(f"[bold]{result.rank}. {_plain(citation.label)}[/]")
    place = " › ".join(citation.section)
    out.print(f"   [dim]{_plain(' · '.join(part for part in (citation.kind, citation.source, place) if part))}[/]")
    for quote in result.quotes:
        out.print(Padding(_highlighted(result, quote.start, quote.end), (0, 0, 0, 3)))
    out.print(f"   [dim]{result.passage_id}[/]\n")


def _highlighted(result: "SearchResult", start: int, end: int) -> "Text":
    from rich.text import Text

    text = Text(f"“{result.text[start:end]}”")
    for first, last in result.highlights:
        if start <= first and last <= end:
            text.stylize("bold yellow", first - start + 1, last - start + 1)
    return text


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
