"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        help="Map van de bibliotheek; anders BELEIDSZOEKER_LIBRARY of de gegevensmap van de gebruiker.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Druk JSON af in plaats van tekst.")]
KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", "--soort", help="Alleen deze soort, bijvoorbeeld kamerbrief. Mag vaker."),
]
FromOption = Annotated[
    str | None, typer.Option("--from", "--na", help="Niet ouder dan: 2024, 2024-05 of 2024-05-17.")
]
ToOption = Annotated[
    str | None, typer.Option("--to", "--voor", help="Niet nieuwer dan: 2024, 2024-05 of 2024-05-17.")
]
OrganisationOption = Annotated[
    list[str] | None, typer.Option("--organisation", "--organisatie", help="(Deel van) een naam. Mag vaker.")
]
DossierOption = Annotated[
    list[str] | None, typer.Option("--dossier", help="Kamerstukdossier, bijvoorbeeld 29826. Mag vaker.")
]
ProgrammeOption = Annotated[
    list[str] | None,
    typer.Option("--programme", "--programma", help="Genoemd programma, bijvoorbeeld MIEK. Mag vaker."),
]
DocumentOption = Annotated[
    list[str] | None, typer.Option("--document", help="Id van een document. Mag vaker.")
]
WordsArgument = Annotated[str, typer.Argument(help="Woorden van de zin of de kop erboven; de beste eerst.")]
CountOption = Annotated[int | None, typer.Option("-k", "--count", min=1, help="Hoeveel hooguit.")]
AddressOption = Annotated[
    str, typer.Option("--address", help="Adres van de dienst, voor de vaste links in dat bestand.")
]
