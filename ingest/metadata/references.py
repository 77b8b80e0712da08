"""A letter's references: *ons kenmerk* and *uw kenmerk*."""

import re
from collections.abc import Sequence

from beleidszoeker.ingest.document import Block, Evidence, ParsedDocument

_OURS = re.compile(
    r"(?:^|\n|\s)(?:ons\s?kenmerk|onze\s?referentie|ons\s?nummer|kenmerk|zaaknummer|zaak-?nr\.?|zaaknr\.?|"
    r"join\s?registratie|our\sreference|reference)\b\s*:?",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"(?:^|\n|\s)(?:uw\s?kenmerk|uw\s?referentie|uw\s?brief\s\(kenmerk\)|uw\s?nummer|your\sreference)(?!\w)\s*:?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:\s|^)(?:ons\b|onze\b|uw\b|kenmerk|bijlagen?\b|bijlage\(n\)|datum\b|betreft|onderwerp|nota\b|contactpersoon|"
    r"behandeld\b|project\b|date\b|pagina\b|kopie\b|auteur\b|t\s0|e\s\S+@)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\d{1,2}[.:]\d\d\s*[-–]\s*\d{1,2}[.:]\d\d(?:\s*uur)?\s+")
_TOKEN = re.compile(r"\S+")
_OPEN = ("/", "–", "-", "&")
_LETTER = re.compile(r"[A-Z]$")
_SPLIT = re.compile(r"(?<![A-Za-z])((?:[A-Z] )+)(?=[A-Za-z]{1,3}[\w/-]*/)")
_SHORTEST, _LONGEST = 4, 60


def find_references(
    document: ParsedDocument, head: Sequence[Block]
) -> tuple[Evidence | None, Evidence | None]:
    """Return the sender's reference and the addressee's, each ``None`` when the head has none.

    The value stands behind its label or in the next block; a label without one, as in a form that was left
    open, gives none.
    """
    return _find(document, head, _OURS), _find(document, head, _YOURS)


def _find(document: ParsedDocument, head: Sequence[Block], label: re.Pattern[str]) -> Evidence | None:
    for index, block in enumerate(head):
        for match in label.finditer(document.text[block.start : block.end]):
            if _is_of_the_other(document.text, block.start + match.start(), label):
                continue
            found = _value(document.text, block.start + match.end(), block.end)
            following = head[index + 1] if index + 1 < len(head) else None
            if not document.text[block.start + match.end() : block.end].strip() and following:
                found = _value(document.text, following.start, following.end)
            if found:
                return found
    return None


def _is_of_the_other(text: str, start: int, label: re.Pattern[str]) -> bool:
    """*Kenmerk* of *Uw kenmerk*, and of the running text: *bij brief van …, kenmerk …*."""
    before = text[max(0, start - 12) : start + 1].rstrip().lower()
    return label is _OURS and before.endswith(("uw", "(", ",", "met", "onder", "uw brief", "van", "en ons"))


def _value(text: str, start: int, end: int) -> Evidence | None:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    times = _TIMES.match(text, start, end)
    start = times.end() if times else start
    line = text[start:end].split("\n", 1)[0].split("\t", 1)[0]
    if _OTHER.match(line):
        return None
    written = line[: _length(line)].rstrip(".,;–-( ")
    value = " ".join(_SPLIT.sub(lambda split: split.group(1).replace(" ", ""), written).split())
    if not any(char.isdigit() for char in value) or not _SHORTEST <= len(value) <= _LONGEST:
        return None
    return Evidence(value, start, start + len(written))


def _length(line: str) -> int:
    """Length of the reference at a line's start: words tied by dashes or slashes, or split letters."""
    end = 0
    for token in _TOKEN.finditer(line):
        before = line[:end]
        if end and not (
            before.endswith(_OPEN) or token.group().startswith(_OPEN) or _LETTER.search(before[-2:].strip())
        ):
            break
        end = token.end()
    return end
