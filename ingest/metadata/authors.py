"""Who wrote a document: who answers or signs, who is named as its author, or whom the file names."""

import re
from collections.abc import Iterator, Sequence

from beleidszoeker.ingest.document import Block, Evidence, ParsedDocument
from beleidszoeker.ingest.metadata.organisations import is_organisation
from beleidszoeker.ingest.metadata.signatures import answering, signing

_LABEL = re.compile(
    r"(?:^|^[^\n]{0,80}\s)(?:auteurs?(?:\(s\))?|samenstellers?|opgesteld door|steller)\s*:?[ \t]+(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_BYLINE = re.compile(r"(?:Door|Tekst:?|By)\s+(?=[A-Z])")
_NAME = re.compile(r"(?:[A-Z][\w’'à-ÿ.-]*\s+)(?:(?:[A-Z][\w’'à-ÿ.-]*|van|de|der|den|ten|ter)\s*){0,4}(?<=\w)")
_NOT_NAMES = re.compile(r"\b(?:ter|datum|beslissing|informatie|nota|kenmerk|versie|status)\b", re.IGNORECASE)
_HEAD = 1500
_LONGEST_BYLINE = 80
_TITLES = 4  # characters: *dr.* before a name
_LETTERS = ("kamerbrief", "beantwoording-kamervragen", "woo-besluit", "schriftelijk-overleg")


def find_authors(document: ParsedDocument, *, kind: str, head: Sequence[Block]) -> tuple[Evidence, ...]:
    """Return who answers or signs; else who stands behind a label such as *Auteur*; else the file's author.

    The author that a file's properties name is most often whoever typed it or made its template. It counts
    when the name stands alone on a line of the document's head too, or when the file is a message.
    """
    if kind == "regeling":
        return ()  # the offices that countersign a law stand among those that its text is about
    for source in (
        answering(document),
        signing(document),
        _labelled(document, head) if kind not in _LETTERS else (),
        _declared(document),
    ):
        found: dict[str, Evidence] = {}
        for evidence in source:
            found.setdefault(evidence.value, evidence)
        if found:
            return tuple(found.values())
    return ()


def _labelled(document: ParsedDocument, head: Sequence[Block]) -> Iterator[Evidence]:
    for block in head:
        for match in _LABEL.finditer(document.text, block.start, block.end):
            name = _NAME.match(document.text, match.end(), block.end)
            if name and not _NOT_NAMES.search(name.group()):
                yield _written(name)
        byline = _BYLINE.match(document.text, block.start, block.end)
        name = _NAME.match(document.text, byline.end(), block.end) if byline else None
        if name and block.end - block.start < _LONGEST_BYLINE:
            yield _written(name)


def _written(name: re.Match[str]) -> Evidence:
    written = name.group().split("\n")[0].rstrip()
    return Evidence(" ".join(written.split()), name.start(), name.start() + len(written))


def _declared(document: ParsedDocument) -> Iterator[Evidence]:
    declared = document.properties.get("author", "").strip()
    if is_organisation(declared):
        return
    if declared and document.properties.get("message"):
        yield Evidence(declared)
        return
    surname = re.match(r"[A-Z][\w’'-]{2,}(?=,)|(?:.*\s)?([A-Z][\w’'-]{2,})$", declared)
    name = (surname.group(1) or surname.group()) if surname else ""
    for block in document.blocks if name else ():
        text = document.text[block.start : block.end]
        alone = block.start < _HEAD and len(text) <= len(declared) + _TITLES
        if alone and re.search(rf"\b{re.escape(name)}$", text):
            yield Evidence(text, block.start, block.end)
            return
