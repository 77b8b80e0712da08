"""``beleidszoeker search`` and ``beleidszoeker show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from beleidszoeker.cli.annex import OutputOption, write_annex
from beleidszoeker.cli.options import (
    AddressOption,
    DocumentOption,
    DossierOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    OrganisationOption,
    ProgrammeOption,
    ToOption,
)

if TYPE_CHECKING:
    from beleidszoeker.search.result import SearchResponse


def search(
    query: Annotated[str, typer.Argument(help="De vraag, in gewone woorden.")],
    *,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=100, help="Hoeveel passages.")] = 10,
    kind: KindOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    organisation: OrganisationOption = None,
    dossier: DossierOption = None,
    programme: ProgrammeOption = None,
    document: DocumentOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
    output: OutputOption = None,
    address: AddressOption = "http://127.0.0.1:8765",
) -> None:
    """Zoek passages en toon ze met hun bron.

    Gewone woorden bepalen de volgorde; de rest is een eis.

    \b
    "regio deal"              precies deze woorden achter elkaar
    -stikstof -"nota ruimte"  zonder dit woord, zonder deze woorden
    stroom OR waterstof       een van beide (OF mag ook, in hoofdletters)
    netcap*                   woorden die zo beginnen, vanaf drie letters
    soort:kamerbrief          soort document; -soort:nota sluit uit
    na:2024 voor:2025-06      vanaf 1 januari 2024, tot en met 30 juni 2025
    dossier:29826             ook dossier:"29 826"
    organisatie:limburg       deel van een naam; organisatie:"Economische Zaken"
    programma:MIEK            waarin dit programma wordt genoemd
    titel:netbeheer           in de titel van het document
    document:ID               binnen een document

    Een veld dat vaker voorkomt, betekent: een van beide. Een verwijzing zonder meer, zoals
    "Kamerstuk 29826-211", 2024Z12345 of een kenmerk, gaat naar het document zelf. Zet de vraag
    tussen enkele aanhalingstekens, en zet er -- voor als zij met een - begint.
    """  # noqa: D301 - the mark of a paragraph that click must not wrap
    from beleidszoeker.cli.opening import opened
    from beleidszoeker.index.filters import Filters

    filters = Filters.parse(
        kinds=kind,
        date_from=date_from,
        date_to=date_to,
        organisations=organisation,
        dossiers=dossier,
        programmes=programme,
        documents=document,
    )
    with opened(library, asking=True) as (store, engine):
        response = engine.search(query, count=count, filters=filters)
        if output:
            number = engine.snapshot().manifest.number
            write_annex(output, store.reader, response, filters, address=address, snapshot=number)
    _print(response, as_json=as_json)


def show(
    identifier: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id van een passage, zoals bij een zoekresultaat, of van een document."
        ),
    ],
    *,
    blocks: Annotated[
        bool, typer.Option("--blocks", help="Toon van een document elk blok zoals het is ingelezen.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Toon een passage in haar geheel, of een document met zijn gegevens of met alles wat is ingelezen."""
    from beleidszoeker.cli.output import console, print_json
    from beleidszoeker.cli.results import print_blocks, print_document, print_passage
    from beleidszoeker.index.library import Library
    from beleidszoeker.search.detail import document_blocks, document_summary, passage_detail
    from beleidszoeker.search.result import to_json
    from beleidszoeker.settings import load_settings

    with Library(load_settings(library=library).library) as store:
        if blocks:
            seen = document_blocks(store.reader, identifier.split("-", 1)[0])
            print_json(to_json(seen)) if as_json else print_blocks(console(), seen)
        elif "-" in identifier:
            detail = passage_detail(store.reader, identifier)
            print_json(to_json(detail)) if as_json else print_passage(console(), detail)
        else:
            facts = document_summary(store.reader.document(identifier))
            print_json(facts) if as_json else print_document(console(), facts)


def _print(response: "SearchResponse", *, as_json: bool) -> None:
    if as_json:
        from beleidszoeker.cli.output import print_json
        from beleidszoeker.search.result import to_json

        print_json(to_json(response))
    else:
        from beleidszoeker.cli.output import console
        from beleidszoeker.cli.results import print_results

        print_results(console(), response)
