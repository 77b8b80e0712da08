"""Footnotes of web pages: a number that links to a place further down on the same page."""

import re

from selectolax.lexbor import LexborNode

from beleidszoeker.ingest.characters import clean
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, Line

_MARK = re.compile(r"^\s*[\[(]?(\d{1,3}|\*{1,3})[\])]?\s*$")
_SAFE_ID = re.compile(r"^[\w.:-]+$")
_BACK = re.compile(r"\s*[↩↑^\ufe0e]+\s*$")
_LIFTED = re.compile("\ue000([^\ue001]*)\ue001")


def take_notes(body: LexborNode) -> list[Draft]:
    """Cut the footnotes out of a page and leave a mark at each place that cites one; changes the tree."""
    notes: list[Draft] = []
    targets: list[LexborNode] = []
    for link in body.css("a[href^='#']"):
        note = _note_of(body, link)
        if note is None:
            continue
        target, draft = note
        if all(draft.label != known.label for known in notes):
            notes.append(draft)
            targets.append(target)
        parent = link.parent
        mark = parent if parent is not None and parent.tag == "sup" else link
        mark.replace_with(f"\ue000{draft.label}\ue001")
    for target in targets:
        target.decompose()
    return notes


def _note_of(body: LexborNode, link: LexborNode) -> tuple[LexborNode, Draft] | None:
    """The element that a numbered link leads to, where that opens with the number or is a list item."""
    match = _MARK.match(link.text())
    name = (link.attributes.get("href") or "")[1:]
    if not match or not _SAFE_ID.match(name):
        return None
    target = body.css_first(f"[id='{name}']")
    if target is None or target.tag in {"a", "sup", "span"}:
        return None
    label = match.group(1)
    text = " ".join(clean(target.text()).split())
    opened = re.match(rf"[\[(]?{re.escape(label)}[\])]?[.:]?\s+(?=\S)", text)
    if not opened and target.tag != "li":
        return None
    return target, Draft(
        BlockKind.FOOTNOTE, [Line(_BACK.sub("", text[opened.end() if opened else 0 :]))], label=label
    )


def lift(text: str) -> Line:
    """Return a line with its marks taken out and their places noted."""
    line = Line(text)
    while match := _LIFTED.search(line.text):
        before = line.text[: match.start()]
        line.markers.append((len(before.rstrip()), match.group(1)))
        line.text = before.rstrip() + line.text[match.end() :]
    return line
