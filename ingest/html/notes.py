"""Footnotes of web pages: a number that links to a place further down on the same page."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line
from beleidszoeker.ingest.language.characters import clean

_MARK = re.compile(r"^\s*[\[(]?(\d{1,3}|\*{1,3})[\])]?\s*$")
_BACK = re.compile(r"\s*[↩↑^\ufe0e]+\s*$")
_LIFTED = re.compile("\ue000([^\ue001]*)\ue001")
_PRIVATE = re.compile("[\ue000-\ue00f]")


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a page.

    Attributes:
        drafts: Their texts, each once.
        texts: Elements that hold them, by ``mem_id``; they are no part of the running text.
        places: Elements that cite them, by ``mem_id``, with the number.
    """

    drafts: list[Draft]
    texts: set[int]
    places: dict[int, str]


def find_notes(body: LexborNode) -> Notes:
    """Find the footnotes of a page and the places that cite them; leaves the tree as it is."""
    by_name: dict[str, LexborNode] = {}
    links = body.css("a[href^='#']")
    for node in body.css("[id]") if links else ():
        by_name.setdefault(node.attributes.get("id") or "", node)
    notes = Notes([], set(), {})
    known: set[str] = set()
    for link in links:
        match = _MARK.match(link.text())
        target = by_name.get((link.attributes.get("href") or "")[1:])
        if match and target is not None and (draft := _note(target, match.group(1))):
            parent = link.parent
            place = parent if parent is not None and parent.tag == "sup" else link
            notes.places[place.mem_id] = draft.label
            if draft.label not in known:
                notes.drafts.append(draft)
                notes.texts.add(target.mem_id)
            known.add(draft.label)
    return notes


def _note(target: LexborNode, label: str) -> Draft | None:
    """The note in an element that opens with its number or is a list item."""
    if target.tag in {"a", "sup", "span"}:
        return None
    text = " ".join(clean(unmarked(target.text())).split())
    opened = re.match(rf"[\[(]?{re.escape(label)}[\])]?[.:]?\s+(?=\S)", text)
    if not opened and target.tag != "li":
        return None
    return Draft(
        BlockKind.FOOTNOTE, [Line(_BACK.sub("", text[opened.end() if opened else 0 :]))], label=label
    )


def mark(label: str) -> str:
    """Return what stands in a text at the place that cites a footnote, until ``lift`` takes it out."""
    return f"\ue000{label}\ue001"


def unmarked(text: str) -> str:
    """Return a file's own text without the characters that marks are made of."""
    return _PRIVATE.sub("", text)


def lift(text: str) -> Line:
    """Return a line with its marks taken out and their places noted."""
    first, *rest = _LIFTED.split(text)
    line, kept = Line(""), [first]
    length = len(first)
    for label, after in zip(rest[::2], rest[1::2], strict=True):
        kept[-1] = kept[-1].rstrip()
        length += len(kept[-1]) - len(first)
        line.markers.append((length, label))
        kept.append(after)
        length, first = length + len(after), after
    line.text = "".join(kept)
    return line
