"""What kind of document it is, told from its own words."""

import re
from typing import NamedTuple

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.kinds import KINDS

_HEAD = 4000
_REPORT_PAGES = 10


class _Rule(NamedTuple):
    kind: str
    title: re.Pattern[str] | None
    head: re.Pattern[str] | None
    unless: re.Pattern[str] | None


def _rule(kind: str, *, title: str = "", head: str = "", unless: str = "") -> _Rule:
    flags = re.IGNORECASE | re.DOTALL
    return _Rule(kind, *(re.compile(each, flags) if each else None for each in (title, head, unless)))


_TO_PARLIAMENT = (
    r"voorzitter van de (tweede|eerste) kamer|geachte voorzitter|aan de kamer der staten-generaal"
)


_RULES = (
    _rule("bijlage", title=r"^bijlage\b"),
    _rule("regeling", head=r"^.{0,600}bij de gratie gods, koning"),
    _rule(
        "regeling",
        title=r"^(rijkswet|wet|besluit|regeling|beleidsregels?|circulaire) van\b.*(houdende|tot|nr\.)",
    ),
    _rule(
        "besluitenlijst", title=r"^(openbare )?besluitenlijst", head=r"\bbesluitenlijst\b.{0,80}(b&w|college)"
    ),
    _rule(
        "motie",
        head=r"gehoord de beraadslaging.*(constaterende|overwegende) dat",
        unless=_TO_PARLIAMENT,  # a letter that quotes one
    ),
    _rule("schriftelijk-overleg", head=r"verslag van een schriftelijk overleg"),
    _rule(
        "beantwoording-kamervragen",
        title=r"^((beantwoording|antwoorden? op)\b.*vragen|vragen van (het lid|de leden))",
        head=r"aanhangsel van de handelingen|(^|\n)vraag 1\b.*(^|\n)antwoord(?: op vraag)? 1\b",
    ),
    _rule(
        "nota",
        title=r"^nota\b(?! ruimte)",
        head=r"ter (beslissing|informatie)\b.*(kernpunten|geadviseerd besluit|aanleiding)",
    ),
    _rule("bnc-fiche", title=r"^fiche( \d+)?:"),
    _rule(
        "woo-besluit",
        title=r"\bw(ob|oo)\b|inventaris",
        head=r"\bw(ob|oo)-?(verzoek|besluit)|wet open(baarheid van bestuur|\s+overheid)|inventarislijst"
        r"|\bbeoordeling\b.{0,80}\b(wob|woo)\b",
    ),
    _rule("kamerbrief", head=_TO_PARLIAMENT),
    _rule("coalitieakkoord", title=r"coalitieakkoord|regeerakkoord", head=r"\bcoalitieakkoord 20\d\d"),
    _rule("voortgangsrapportage", title=r"voortgangsrapport|^(\d+e )?voortgang\b"),
    _rule("convenant", title=r"\bconvenant\b", head=r"\bpartijen\b.{0,200}komen (het volgende )?overeen"),
    _rule(
        "regeling",
        title=r"^((wet|besluit|regeling|verordening) (van|houdende|tot)|(beleidsregel|circulaire)s?)\b",
        head=r"(^|\n)#* ?artikel 1\b",
    ),
    _rule("programmapagina", title=r"^(nationaal )?(programma|regio deal)\b"),
    _rule(
        "rapport", title=r"rapport|advies|review|onderzoek|strategie|handleiding|verkenning|analyse|evaluatie"
    ),
)


_SELF_NAMES = {
    "rapport": "rapport",
    "adviesrapport": "rapport",
    "onderzoek": "rapport",
    "nota": "nota",
    "programmapagina": "programmapagina",
    "voortgangsrapportage": "voortgangsrapportage",
    "convenant": "convenant",
    "bijlage": "bijlage",
    "besluitenlijst": "besluitenlijst",
}
_ANY_NAME = f"({'|'.join(_SELF_NAMES)})"
_SELF = re.compile(
    rf"(?:^|\n)soort:?\s+{_ANY_NAME}(?!\w)|\b(?:dit|deze) (?:\w+ )?{_ANY_NAME}(?!\w)",
    re.IGNORECASE,
)
"""How a document calls itself: *Soort rapport*, *Dit korte rapport …*, *Deze nota …*."""
_PROGRAMME = re.compile(r"\bprogramma", re.IGNORECASE)
_FEWEST_MENTIONS = 3


def find_kind(document: ParsedDocument, *, title: str) -> Evidence:
    """Return the kind with the words that gave it away; a long document without any is a *rapport*."""
    declared = document.properties.get("kind", "")
    if declared in KINDS:
        return Evidence(declared)
    head = document.text[:_HEAD]
    for rule in _RULES:
        if rule.title and rule.title.search(title):
            start = document.text.find(title)
            return Evidence(rule.kind, start, start + len(title)) if start >= 0 else Evidence(rule.kind)
        match = rule.head.search(head) if rule.head else None
        if match and not (rule.unless and rule.unless.search(head)):
            return Evidence(rule.kind, match.start(), match.end())
    named = _SELF.search(head)
    if named:
        return Evidence(_SELF_NAMES[(named.group(1) or named.group(2)).lower()], named.start(), named.end())
    if document.properties.get("web") and len(_PROGRAMME.findall(head)) >= _FEWEST_MENTIONS:
        return Evidence("programmapagina")
    return Evidence("rapport" if len(document.pages) >= _REPORT_PAGES else "overig")
