"""What a long form names, told by its head: a programme, an organisation or neither."""

import re

from beleidszoeker.ingest.knowledge.model import NameKind

_PROGRAMME = re.compile(
    r"\w{0,24}(?:programma'?s?|programme|program|aanpak|agenda|actieplan|masterplan|deltaplan|deal|akkoord|fonds|fund"
    r"|strategie|strategy|visie|subsidieregeling|faciliteit|facility|impuls|convenant|pact|routekaart|roadmap)",
)
_ORGANISATION = re.compile(
    r"\w{0,24}(?:autoriteit|dienst|raad|instituut|inspectie|agentschap|bureau|planbureau|commissie|college|vereniging"
    r"|stichting|ministerie|bank|universiteit|organisatie|unie|federatie|centrum|agency|organi[sz]ation|association"
    r"|institute|authority|council|coalitie|omgevingsdienst|veiligheidsregio)",
)
_NEITHER = re.compile(
    r"\b(?:\w{0,24}wet|wetboek|\w{0,24}richtlijn|\w{0,24}verordening|\w{0,24}verdrag|\w{0,24}besluit"
    r"|plan van aanpak|programma van eisen|plan|rapportage|rapport|lid|leden|project\w{0,12}"
    r"|beleidsregel\w{0,4})\b"
)
_BODY = re.compile(
    r"stuurgroep|projectgroep|werkgroep|stichting|vereniging|programmabureau|taskforce|platform"
)
"""What they steer or support may be a programme; they are none."""
_WORD = re.compile(r"[^\W_]+(?:['’]s)?")
_REACH = 3


def kind_of(long: str) -> NameKind | None:
    """Return what a written-out name is the name of; ``None`` where its head tells neither.

    >>> kind_of("Nationaal Programma Oude Dijken").value, kind_of("Dienst Kleine Bruggen").value
    ('programme', 'organisation')
    >>> kind_of("plan van aanpak"), kind_of("Wet open overheid")
    (None, None)
    """
    words = _WORD.findall(long)
    if _NEITHER.search(long.lower()) or sum(word[0].isupper() for word in words) < min(2, len(words)):
        return None
    if _BODY.fullmatch(words[0].lower()):
        return NameKind.ORGANISATION
    heads = [word.lower().replace("’", "'") for word in (*words[:_REACH], words[-1])]
    for pattern, kind in ((_PROGRAMME, NameKind.PROGRAMME), (_ORGANISATION, NameKind.ORGANISATION)):
        if any(map(pattern.fullmatch, heads)):
            return kind
    return None
