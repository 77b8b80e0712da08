"""Lines without geometry to drafts of blocks: paragraphs, list items and headings."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line

BULLET = re.compile(r"^\s*(?:[•▪◦‣●·–—*o-]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_FIELD = (
    r"(?:datum|betreft|onderwerp|(?:ons |uw )?kenmerk|bijlage\(n\)|geachte|kopie aan|parafenroute|auteur"
    r"|soort)"
)
_ADDRESSEE = (
    r"(?:aan|van)(?: de (?:voorzitter|minister|staatssecretaris|leden|heer)\b| het college\b"
    r"| burgemeester\b|\s*:)"
)
_HEAD_FIELD = re.compile(rf"^\s*(?:{_FIELD}(?!\w)|{_ADDRESSEE})", re.IGNORECASE)
LABEL = re.compile(
    rf"^\s*(?:{_FIELD}|aan|van|datum \w+|ter (?:beslissing|informatie))\s*:?\s*$", re.IGNORECASE
)
"""A line that is the label of a field in a document's head and nothing else."""

_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[^\W\d_])")
_LONGEST_HEADING = 100
_MOST_HEADING_LINES = 4
_FULL_LINE = 0.9
_SHORTEST_FOLLOWER = 100


def to_drafts(lines: list[Line]) -> list[Draft]:
    """Make drafts of a text's lines; blank lines have become ``gap`` on the line that follows them."""
    chunks = list(_chunks(lines))
    full = _FULL_LINE * wrap_width(lines)
    styles: list[str] = []
    drafts: list[Draft] = []
    for index, chunk in enumerate(chunks):
        follower = chunks[index + 1] if index + 1 < len(chunks) else []
        quoted = index > 0 and chunks[index - 1][0].text.lstrip()[:1] in "‘“\"'"
        head = 0 if quoted else _heading_lines(chunk, follower, full, opening=index == 0)
        if head:
            drafts.append(Draft(BlockKind.HEADING, chunk[:head], level=_level(chunk[0].text, styles)))
        drafts += _body(chunk[head:])
    return drafts


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in lines:
        if chunk and line.gap:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def wrap_width(lines: list[Line]) -> int:
    """Number of characters of a full line, as the ninth decile of all lines."""
    widths = sorted(len(line.text.strip()) for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0


def _heading_lines(chunk: list[Line], follower: list[Line], full: float, *, opening: bool) -> int:
    """Count the lines at the head of this chunk that are a heading of what follows.

    A last line that fills the column is no heading: there a sentence was cut. The opening of a document may
    be a title with commas in it.
    """
    if not _may_head(chunk[0].text):
        return 0
    text = " ".join(line.text for line in chunk)
    if len(chunk) <= _MOST_HEADING_LINES and _is_title(text.replace(", ", " ") if opening else text):
        if len(chunk[-1].text.strip()) >= full:
            return 0
        return len(chunk) if follower and _is_headed(follower) else 0
    return _glued_heading(chunk)


def _is_headed(follower: list[Line]) -> bool:
    """What follows a heading is a body of some length, or a numbered heading of a lower level."""
    if _HEAD_FIELD.match(follower[0].text):
        return False
    text = " ".join(line.text for line in follower)
    return len(text) >= _SHORTEST_FOLLOWER or bool(_NUMBER.match(text) and _is_title(text))


def _glued_heading(chunk: list[Line]) -> int:
    """A heading may stand right on its paragraph: then its lines are short and a full line follows."""
    widths = sorted(len(line.text.rstrip()) for line in chunk)
    full = 0.75 * widths[-2] if len(widths) > _MOST_HEADING_LINES else 0
    for count, line in enumerate(chunk[: _MOST_HEADING_LINES + 1]):
        text = line.text.strip()
        if not full or len(text) >= full:
            return (
                count
                if count and text[:1].isupper() and _is_title(" ".join(x.text for x in chunk[:count]))
                else 0
            )
    return 0


def _may_head(text: str) -> bool:
    text = text.strip()
    return bool(text) and not _HEAD_FIELD.match(text) and (text[0].isupper() or bool(_NUMBER.match(text)))


def _is_title(text: str) -> bool:
    text = _NUMBER.sub("", text).strip()
    return (
        len(text) <= _LONGEST_HEADING
        and not text.endswith((".", ",", ";", ":", "?", "!", "-"))
        and not re.search(r"[,;] |[.!?] [A-Z]|^\W|^(Afbeelding|Figuur|Tabel) \d|€|@|www\.", text)
        and len(re.findall(r"[^\W\d_]", text)) > len(text) / 2
    )


def _level(text: str, styles: list[str]) -> int:
    """The look of a heading first seen ranks above looks seen later; numbers carry their own depth."""
    number = _NUMBER.match(text)
    style = "number" if number else "indented" if text.startswith("   ") else "plain"
    if style not in styles:
        styles.append(style)
    depth = number.group(1).count(".") if number else 0
    return styles.index(style) + 1 + depth


def _body(lines: list[Line]) -> Iterator[Draft]:
    """Cut a chunk into its list items and the paragraph in front of them."""
    current: Draft | None = None
    for line in lines:
        item = bool(BULLET.match(line.text)) and not (current and current.raw.endswith("-"))
        if current is None or item:
            if current:
                yield current
            current = Draft(BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH, [])
        current.lines.append(line)
    if current:
        yield current
