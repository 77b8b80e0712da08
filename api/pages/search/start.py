"""What the search page shows before anything was asked."""

from typing import NamedTuple

from beleidszoeker.index.store import LibraryReader

EXAMPLES = (
    "wat is er toegezegd over netcapaciteit?",
    "afspraken over woningbouw met gemeenten",
    '"regio deal" na:2024',
    "soort:kamerbrief stikstof OF natuur",
)
HELP = (
    ('"regio deal"', "precies deze woorden achter elkaar"),
    ("-stikstof", "zonder dit woord"),
    ("stroom OF waterstof", "een van beide"),
    ("netcap*", "woorden die zo beginnen, vanaf drie letters"),
    ("soort:kamerbrief", "één soort document; -soort:nota sluit uit"),
    ("na:2024 voor:2025-06", "vanaf en tot en met een dag, maand of jaar"),
    ("dossier:29826", "één Kamerstukdossier"),
    ('organisatie:"Economische Zaken"', "een deel van de naam is genoeg"),
    ("programma:MIEK", "documenten die dit programma noemen"),
    ("titel:netbeheer", "in de titel van het document"),
    ("Kamerstuk 29826-211", "het document zelf, en wat ernaar verwijst"),
)


class Holding(NamedTuple):
    """What the library holds.

    Attributes:
        documents: How many documents.
        newest: ISO day of the newest, or ``None``.
    """

    documents: int
    newest: str | None


def holding(reader: LibraryReader) -> Holding:
    """Return what the library holds."""
    return Holding(*reader.holding())
