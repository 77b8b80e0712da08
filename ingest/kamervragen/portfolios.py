"""Portfolios of the Dutch government, to tell *Justitie en Veiligheid* from two of them with *en* between."""

import re
from collections.abc import Iterator

_KNOWN = (
    "Algemene Zaken",
    "Armoedebeleid, Participatie en Pensioenen",
    "Asiel en Migratie",
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Buitenlandse Handel en Ontwikkelingshulp",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Buitenlandse Zaken",
    "Defensie",
    "Digitale Economie en Soevereiniteit",
    "Economische Zaken en Klimaat",
    "Economische Zaken",
    "Financiën",
    "Infrastructuur en Milieu",
    "Infrastructuur en Waterstaat",
    "Justitie en Veiligheid",
    "Klimaat en Energie",
    "Klimaat en Groene Groei",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Langdurige Zorg en Sport",
    "Langdurige Zorg, Jeugd en Sport",
    "Medische Zorg en Sport",
    "Medische Zorg",
    "Natuur en Stikstof",
    "Onderwijs, Cultuur en Wetenschap",
    "Ontwikkelingssamenwerking",
    "Primair en Voortgezet Onderwijs",
    "Rechtsbescherming",
    "Sociale Zaken en Werkgelegenheid",
    "Veiligheid en Justitie",
    "Volksgezondheid, Welzijn en Sport",
    "Volkshuisvesting en Ruimtelijke Ordening",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
)
_NAMES = "|".join(re.escape(name) for name in sorted(_KNOWN, key=len, reverse=True)).replace(r"\ ", r"\s+")
_FIRST = re.compile(rf"(?:{_NAMES})(?=(?:,|\s+en)\s|$)")
_AND = re.compile(r"(?:,|\s+en)\s+")


def parted(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the portfolios in a text that names one or several, with their places in it.

    >>> [name for name, _, _ in parted("Justitie en Veiligheid en Binnenlandse Zaken")]
    ['Justitie en Veiligheid', 'Binnenlandse Zaken']
    """
    at = 0
    while at < len(text):
        known = _FIRST.match(text, at)
        end = known.end() if known else len(text)
        yield " ".join(text[at:end].split()), at, end
        following = _AND.match(text, end)
        at = following.end() if following else len(text)
