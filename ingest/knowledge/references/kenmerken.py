"""References of departments: *KGG_DGRGG / 107162027*, *IENW/BSK-2022/123456*, and what follows *kenmerk*."""

import re

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.found import Found

_NAME = r"[A-Z][A-Za-z&]{1,9}(?:[_-][A-Z][A-Za-z&]{1,9}){0,3}"
_CODE = re.compile(
    rf"(?P<name>{_NAME})(?:\s?/\s?{_NAME}){{0,2}}\s?/\s?"
    r"(?:\d{5,12}|(?:[A-Z]{2,6}-)?20\d\d\s?/\s?\d{2,9}|[A-Z]{2,6}-?\d{4,12}|20\d\d-\d{2,12})(?![\w/]|-\d)"
)
_FIXED = re.compile(
    r"20\d\d-0000\d{6}(?!\d)|\d{6,7}-\d{6,7}-[A-Z]{1,8}(?!\w)|"
    r"(?:[Mm]in-?[Bb]u[Zz]a|MINBUZA|BZDOC)[.-]\d[\d.-]{3,18}\d|"
    r"W\d\d\.\d\d\.\d{4}(?:/[IVX]{1,4}(?:/[A-Z])?)?(?!\w)|"  # advice of the Raad van State
    r"[A-Z]{2,4} ?(?:19|20)\d\d/\d{1,5} ?[BMU](?!\w)|"  # letters of the tax department
    r"(?<=nr\. )(?!E)[A-Z]{2,4} ?(?:19|20)\d\d/\d{2,5}(?![\w/])"
)
_LABEL = re.compile(
    r"(?:(?:[Oo]ns|[Uu]w|ONS|UW)\s{1,3})?(?:[Kk]enmerk|KENMERK)(?:en|nummer)?(?:\s{1,3}van\s{1,3}\w+)?\s{0,3}[:.]?\s{0,3}(?:nr\.?\s{0,3})?|"
    r"(?:[Oo]nze|[Uu]w)\s{1,3}referentie\s{0,3}:?\s{0,3}"
)
_VALUE = re.compile(r"[A-Za-z\d][\w&.-]{0,30}(?:\s?[/–]\s?[A-Za-z\d][\w&.-]{0,30}){0,3}")
_CASE = re.compile(r"20\d\d[ZD]\d{5}")
_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2}")
_OTHERS = frozenset(
    [
        "EU",
        "EG",
        "EC",
        "EEG",
        "VN",
        "UN",
        "CO",
        "ISO",
        "IEC",
        "NEN",
        "COM",
        "SWD",
        "SEC",
        "JOIN",
        "HTTP",
        "HTTPS",
        "PbEU",
        "PbEG",
    ]
)
_FEWEST_DIGITS = 4


def read_code(text: str, position: int) -> list[Found]:
    """Return a reference that a department made: a name and a number, parted by a slash."""
    match = _CODE.match(text, position)
    if not match or match["name"] in _OTHERS or text[max(0, position - 1) : position] in set("/.=&?#"):
        return []
    return [kenmerk(text, position, match.end())]


def read_fixed(text: str, position: int) -> list[Found]:
    """Return a reference of a form that one department alone uses: *2023-0000123456*."""
    match = _FIXED.match(text, position)
    return [kenmerk(text, position, match.end())] if match else []


def read_labelled(text: str, position: int) -> list[Found]:
    """Return what follows the word *kenmerk*, where that is a number and no date."""
    label = _LABEL.match(text, position)
    value = _VALUE.match(text, label.end()) if label else None
    if not value or _CASE.match(value.group()) or _DATE.match(value.group()):
        return []
    written = value.group().rstrip(".-&")
    digits = sum(map(str.isdigit, written))
    return [kenmerk(text, value.start(), value.start() + len(written))] if digits >= _FEWEST_DIGITS else []


def kenmerk(text: str, start: int, end: int) -> Found:
    """Return a span of a text as a reference of a department."""
    return Found(ReferenceKind.KENMERK, f"kenmerk:{''.join(text[start:end].split())}", start, end)
