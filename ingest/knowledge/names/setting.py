"""What stands around a name and may make something else of it: an address, a surname, a longer name."""

import re

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.matching import Found

_REACH = 80
_ADDRESS = re.compile(r"://|ECLI:|www\.|@|\w\.(?:nl|com|eu|org|net|int)\b|\w/\w+/\w|\.(?:pdf|docx?|html?)\b")
_COMPASS = re.compile(
    r"(?:noord|oost|zuid|west|midden|noordoost|noordwest|zuidoost|zuidwest|neder|opper|nieuw|oud|groot)-\Z",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"\w[^.!?\n]{0,40}\sVan(?:\s(?:de|den|der|het))?\s\Z")
_BY_NAME = re.compile(r"\b(?:[Ll]id|[Ll]eden|[Mm]inister|[Mm]evrouw|[Dd]e\sheer|[Ss]taatssecretaris)\s\Z")


def stands_alone(text: str, found: Found) -> bool:
    """Tell whether a spelling is a name by itself where it stands."""
    if _is_in_address(text, found) or "_" in (
        text[found.start - 1 : found.start],
        text[found.end : found.end + 1],
    ):
        return False
    if found.form.kind is not NameKind.PLACE:
        return True
    before = text[max(0, found.start - _REACH) : found.start]
    return not (_COMPASS.search(before) or _SURNAME.search(before) or _BY_NAME.search(before))


def _is_in_address(text: str, found: Found) -> bool:
    before = text[max(0, found.start - _REACH) : found.start]
    after = text[found.end : found.end + _REACH]
    joined_before = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    joined_after = after.split(None, 1)[0] if after and not after[0].isspace() else ""
    if not joined_before and not joined_after:
        return False
    return bool(_ADDRESS.search(joined_before + text[found.start : found.end] + joined_after))
