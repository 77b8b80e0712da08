"""The title of a document."""

import re
from collections.abc import Iterator

from beleidszoeker.ingest.document import BlockKind, Evidence, ParsedDocument

_FIELD = re.compile(r"(?:^|\n|\s)(?:Betreft|Onderwerp)\b[\s:]+(?=\S)")
_QUESTIONS = re.compile(
    r"(?:^|\n)(Vragen van (?:het lid|de leden|de fractie).{20,600}?)\s*(?=\(ingezonden|\n\n)", re.DOTALL
)
_NOTA = re.compile(r"(?:^|\n)(Nota (?!ter\b)[^\n]{5,150})(?=\n)")
_DECISION = re.compile(r"\bTER (?:BESLISSING|INFORMATIE)\b", re.IGNORECASE)
_USELESS = re.compile(
    r"^(microsoft \w+|untitled|document\d*|untitled document|-|word ?document)\b"
    r"|\.(docx?|html?|pdf|indd|xlsx?|pptx?)$|_",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"\s(?=(?:Datum|Ons kenmerk|Uw kenmerk|Kenmerk|Bijlage\(n\)|Geachte)\b)")
_LETTERHEAD = re.compile(
    r"^(?:>|.*\bministerie\b|directie\b|directoraat|tweede kamer\b|eerste kamer\b|aan\b"
    r"|ter (?:beslissing|informatie)\b|nota$"
    r"|retouradres|postbus|nummer\b|nr\b|doc\b|geachte\b|datum\b|kenmerk\b)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"^(?:aanleiding|achtergrond|besluit|bezwaarclausule|bronnen|conclusies?|geadviseerd besluit"
    r"|inhoud(?:sopgave)?|inleiding"
    r"|kernpunten|ondertekening|openbaarmaking|overwegingen|procedure|samenvatting|toelichting"
    r"|(?:uw )?verzoek"
    r"|voorwoord|wettelijk kader|wijze van \w+)$",
    re.IGNORECASE,
)
"""Headings that open a chapter in any document, and so name none."""
_NUMBERED = re.compile(r"^(?:stap\s+)?\d{1,2}(?:\.\d{1,2})*\.?[\s/:]", re.IGNORECASE)
_CODE = re.compile(r"^[A-Z\d®/.-]{1,8}$")
LAW = re.compile(
    r"(?:rijkswet|wet|besluit|regeling|beleidsregels?|circulaire|verordening)\b[^\n]{0,80}?\svan\s+\d{1,2}\s+\w+\s+\d{4}\b",
    re.IGNORECASE,
)
"""How the full title of a law begins, its date with it."""
_HEAD = 5000
_SHORTEST, _LONGEST = 4, 600
_HEAD_BLOCKS = 15


def find_title(document: ParsedDocument, *, file_stem: str) -> Evidence:
    """Return the title: from its field, its first heading, the file's properties, or the file's name."""
    for candidate in _candidates(document):
        if _SHORTEST <= len(candidate.value) <= _LONGEST:
            return candidate
    return Evidence(re.sub(r"[_+]+", " ", file_stem).strip() or file_stem)


def _candidates(document: ParsedDocument) -> Iterator[Evidence]:
    if document.properties.get("title_is_declared"):
        yield _located(document, document.properties["title"])
    head = document.text[:_HEAD]
    yield from _law(document)
    if _DECISION.search(head):
        yield from _matches(_NOTA, head)
    yield from _from_opening(document)
    yield from _from_field(document)
    yield from _matches(_QUESTIONS, head)
    yield from _from_headings(document)
    declared = document.properties.get("title", "").strip()
    if declared and not _USELESS.search(declared):
        yield _located(document, declared)
    yield from _from_first_block(document)


def _located(document: ParsedDocument, title: str) -> Evidence:
    start = document.text.find(title, 0, _HEAD)
    return Evidence(title, start, start + len(title)) if start >= 0 else Evidence(title)


def _law(document: ParsedDocument) -> Iterator[Evidence]:
    """A law opens with its own full title: *Besluit van 12 juni 1931, tot vaststelling van …*."""
    for block in document.blocks[:2]:
        text = document.text[block.start : block.end]
        if LAW.match(text) and "\n" not in text:
            yield Evidence(text, block.start, block.end)
            return


def _matches(pattern: re.Pattern[str], head: str) -> Iterator[Evidence]:
    match = pattern.search(head)
    if match:
        yield Evidence(" ".join(match.group(1).split()), match.start(1), match.end(1))


def _from_opening(document: ParsedDocument) -> Iterator[Evidence]:
    """A document that opens with its one heading of the first level has its title there."""
    first = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1][:2]
    if len(first) == 1 and first[0] is document.blocks[0]:
        text = document.text[first[0].start : first[0].end]
        if " " in text and not _LETTERHEAD.match(text):
            yield Evidence(text, first[0].start, first[0].end)


def _from_field(document: ParsedDocument) -> Iterator[Evidence]:
    """*Betreft* with the rest of its block, up to the next field of the letter's head."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        match = _FIELD.search(document.text[block.start : block.end])
        if match:
            start = block.start + match.end()
            end = block.end
            cut = _NEXT_FIELD.search(document.text[start:end])
            end = start + cut.start() if cut else end
            value = " ".join(document.text[start:end].split())
            if not (
                value[0].islower() and value.endswith(".")
            ):  # *Betreft een concept van nr. 4.* is a remark
                yield Evidence(value, start, end)


def _from_headings(document: ParsedDocument) -> Iterator[Evidence]:
    """The highest heading at the document's head, unless it heads a chapter in any document."""
    headings = [block for block in document.blocks[:_HEAD_BLOCKS] if block.kind is BlockKind.HEADING]
    for block in sorted(headings, key=lambda block: block.level):
        text = document.text[block.start : block.end]
        if _may_name(text):
            yield Evidence(text, block.start, block.end)
            return


def _may_name(text: str) -> bool:
    return not any(pattern.match(text) for pattern in (_NUMBERED, _LETTERHEAD, _CHAPTER, _CODE))


def _from_first_block(document: ParsedDocument) -> Iterator[Evidence]:
    for block in document.blocks[:1]:
        text = document.text[block.start : block.end]
        if "\n" not in text and not text.endswith(".") and _may_name(text):
            yield Evidence(text, block.start, block.end)
