"""Ministries and the offices of those who head them, in the spellings that documents use."""

import re

MINISTRIES = {
    "Algemene Zaken": ("AZ",),
    "Asiel en Migratie": ("AenM", "A&M"),
    "Binnenlandse Zaken en Koninkrijksrelaties": ("BZK",),
    "Buitenlandse Zaken": ("BZ", "BuZa"),
    "Defensie": ("Def",),
    "Economische Zaken, Landbouw en Innovatie": ("EL&I", "ELenI"),
    "Economische Zaken en Klimaat": ("EZK",),
    "Economische Zaken": ("EZ",),
    "Financiën": ("FIN",),
    "Infrastructuur en Waterstaat": ("IenW", "I&W"),
    "Infrastructuur en Milieu": ("IenM", "I&M"),
    "Justitie en Veiligheid": ("JenV", "J&V"),
    "Veiligheid en Justitie": ("VenJ", "V&J"),
    "Justitie": (),
    "Klimaat en Groene Groei": ("KGG",),
    "Landbouw, Natuur en Voedselkwaliteit": ("LNV",),
    "Landbouw, Visserij, Voedselzekerheid en Natuur": ("LVVN",),
    "Landbouw, Natuurbeheer en Visserij": (),
    "Landbouw en Visserij": (),
    "Onderwijs, Cultuur en Wetenschap": ("OCW", "OC&W"),
    "Onderwijs en Wetenschappen": (),
    "Sociale Zaken en Werkgelegenheid": ("SZW",),
    "Verkeer en Waterstaat": ("VenW", "V&W"),
    "Volksgezondheid, Welzijn en Sport": ("VWS",),
    "Volkshuisvesting en Ruimtelijke Ordening": ("VRO",),
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer": ("VROM",),
}
_WITHOUT_MINISTRY = (
    "Armoedebeleid, Participatie en Pensioenen",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Buitenlandse Handel en Ontwikkelingshulp",
    "Digitale Zaken",
    "Klimaat en Energie",
    "Langdurige Zorg en Sport",
    "Medische Zorg",
    "Milieu en Wonen",
    "Natuur en Stikstof",
    "Primair en Voortgezet Onderwijs",
    "Rechtsbescherming",
    "Wonen en Rijksdienst",
)
"""Portfolios of ministers who head no ministry of that name."""
_NAMES = {name.casefold(): name for name in MINISTRIES} | {
    short.casefold(): name for name, shorts in MINISTRIES.items() for short in shorts
}
_PORTFOLIOS = _NAMES | {name.casefold(): name for name in _WITHOUT_MINISTRY}


def _either(names: dict[str, str]) -> str:
    spelled = (re.escape(name).replace(r"\ ", r"\s+").replace(",", ",?") for name in names)
    return "|".join(sorted(spelled, key=len, reverse=True))


MINISTRY = _either(_NAMES)
"""Pattern of a ministry's name, in full or short."""
PORTFOLIO = _either(_PORTFOLIOS)
"""Pattern of a ministry's name or of another portfolio."""


def ministry(name: str) -> str | None:
    """Return a ministry in full, or ``None`` when there is none of that name.

    >>> ministry("I&W"), ministry("Natuur en Stikstof")
    ('ministerie van Infrastructuur en Waterstaat', None)
    """
    found = _find(name, _NAMES)
    return f"ministerie van {found}" if found else None


def portfolio(name: str) -> str:
    """Return a portfolio in full; one that is not known as it was given."""
    return _find(name, _PORTFOLIOS) or " ".join(name.split())


def _find(name: str, names: dict[str, str]) -> str | None:
    bare = " ".join(name.casefold().split())
    return names.get(bare) or next(
        (full for key, full in names.items() if key.replace(",", "") == bare), None
    )
