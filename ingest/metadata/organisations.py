"""The organisations that a document names as its own: in its head or under its signature."""

import re

from beleidszoeker.ingest.document import BlockKind, Evidence, ParsedDocument

_MINISTRIES = {
    "Algemene Zaken": ("AZ",),
    "Asiel en Migratie": ("AenM", "A&M"),
    "Binnenlandse Zaken en Koninkrijksrelaties": ("BZK",),
    "Buitenlandse Zaken": ("BZ", "BuZa"),
    "Defensie": ("Def",),
    "Economische Zaken en Klimaat": ("EZK",),
    "Economische Zaken": ("EZ",),
    "Financiën": ("FIN",),
    "Infrastructuur en Waterstaat": ("IenW", "I&W"),
    "Infrastructuur en Milieu": ("IenM", "I&M"),
    "Justitie en Veiligheid": ("JenV", "J&V"),
    "Klimaat en Groene Groei": ("KGG",),
    "Landbouw, Natuur en Voedselkwaliteit": ("LNV",),
    "Landbouw, Visserij, Voedselzekerheid en Natuur": ("LVVN",),
    "Onderwijs, Cultuur en Wetenschap": ("OCW",),
    "Sociale Zaken en Werkgelegenheid": ("SZW",),
    "Volksgezondheid, Welzijn en Sport": ("VWS",),
    "Volkshuisvesting en Ruimtelijke Ordening": ("VRO",),
}
_NAMES = {name.casefold(): name for name in _MINISTRIES} | {
    short.casefold(): name for name, shorts in _MINISTRIES.items() for short in shorts
}
_ALTERNATIVES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_NAMES, key=len, reverse=True)
)
_MINISTRY = re.compile(
    rf"\b(?:ministerie|minister|staatssecretaris)\s+(?:van|voor)\s+({_ALTERNATIVES})(?!\w)", re.IGNORECASE
)
_PROVINCE = re.compile(
    r"\bprovincie\s+(Drenthe|Flevoland|Fryslân|Friesland|Gelderland|Groningen|Limburg|Noord-Brabant|Noord-Holland"
    r"|Overijssel|Utrecht|Zeeland|Zuid-Holland)\b",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"\b[Gg]emeente\s+((?:[A-Z’'][\w’'-]+)(?:\s+(?:aan|den|op)\s+(?:den\s+)?[A-Z]\w+)?)"
)
_HEAD, _TAIL = 1500, 500


def find_organisations(document: ParsedDocument) -> tuple[Evidence, ...]:
    """Return ministries, provinces and municipalities named in the head or the signature, each once."""
    body_end = max((b.end for b in document.blocks if b.kind is not BlockKind.FOOTNOTE), default=0)
    found: dict[str, Evidence] = {}
    for start, end in ((0, min(_HEAD, body_end)), (max(0, body_end - _TAIL), body_end)):
        for pattern, name in ((_MINISTRY, _ministry), (_PROVINCE, _province), (_MUNICIPALITY, _municipality)):
            for match in pattern.finditer(document.text, start, end):
                value = name(match.group(1))
                found.setdefault(value, Evidence(value, match.start(), match.end()))
    return tuple(found.values())


def _ministry(name: str) -> str:
    return "ministerie van " + _NAMES[" ".join(name.casefold().split())]


def _province(name: str) -> str:
    return "provincie " + {"friesland": "Fryslân"}.get(name.casefold(), name.title())


def _municipality(name: str) -> str:
    return "gemeente " + name
