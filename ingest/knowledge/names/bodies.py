"""Organisations that are told by the form of their name: ``Stichting Oude Dijken``."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.forms import spelled
from beleidszoeker.ingest.knowledge.names.matching import Found

_HEADS = (
    "Stichting stichting Stuurgroep Vereniging Coöperatie Omgevingsdienst Veiligheidsregio Woonstichting "
    "Hogeschool Universiteit Directoraat-generaal Directoraat-Generaal Programmabureau Rechtbank Gerechtshof "
    "Wetterskip"
)
_SMALL = r"(?:van|de|het|voor|en|der|des|in|aan|op|&)"
_ANY = "|".join(_HEADS.split())
_CAPITAL = (
    rf"(?!(?:Het|De|Dit|Deze|In|Besluit|Aan|{_ANY})\b)[A-ZÀ-Ý][\w'’]{{0,30}}(?:[-/&][\w'’]{{1,30}}){{0,3}}"
)
_NAME = re.compile(
    rf"\b(?:{_ANY})[ ](?:{_SMALL}[ ]){{0,2}}{_CAPITAL}-?"
    rf"(?:[ ](?:{_SMALL}[ ]){{0,2}}{_CAPITAL}){{0,5}}"
)


def bodies_by_form(text: str) -> Iterator[Found]:
    """Yield names whose first word says that they are of an organisation; what they hold is part of them."""
    for match in _NAME.finditer(text):
        long = " ".join(match.group().split())
        yield Found(match.start(), match.end(), spelled(long, f"~{long.casefold()}", NameKind.ORGANISATION))
