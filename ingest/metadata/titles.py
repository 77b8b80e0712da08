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
    r"^(microsoft \w+|untitled|document\d*|untitled document|-|word ?document)\b|\.(docx?|html?|pdf|indd|xlsx?|pptx?)$|_",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"\s(?=(?:Datum|Ons kenmerk|Uw kenmerk|Kenmerk|Bijlage\(n\)|Geachte)\b)")
_SHORTEST, _LONGEST = 4, 300
_HEAD_BLOCKS = 15


def find_title(document: ParsedDocument, *, file_stem: str) -> Evidence:
    """Return the title: from its field, its first heading, the file's properties, or the file's name."""
    for candidate in _candidates(document):
        if _SHORTEST <= len(candidate.value) <= _LONGEST:
            return candidate
    return Evidence(re.sub(r"[_+]+", " ", file_stem).strip() or file_stem)


def _candidates(document: ParsedDocument) -> Iterator[Evidence]:
    if document.properties.get("title_is_declared"):
        yield Evidence(document.properties["title"])
    yield from _from_field(document)
    head = document.text[:5000]
    for pattern in (_QUESTIONS, _NOTA) if _DECISION.search(head) else (_QUESTIONS,):
        match = pattern.search(head)
        if match:
            yield Evidence(" ".join(match.group(1).split()), match.start(1), match.end(1))
    yield from _from_headings(document)
    declared = document.properties.get("title", "").strip()
    if declared and not _USELESS.search(declared):
        yield Evidence(declared)
    yield from _from_first_block(document)


def _from_field(document: ParsedDocument) -> Iterator[Evidence]:
    """*Betreft* with the rest of its block, up to the next field of the letter's head."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        match = _FIELD.search(document.text[block.start : block.end])
        if match:
            start = block.start + match.end()
            end = block.end
            cut = _NEXT_FIELD.search(document.text[start:end])
            end = start + cut.start() if cut else end
            yield Evidence(" ".join(document.text[start:end].split()), start, end)


def _from_headings(document: ParsedDocument) -> Iterator[Evidence]:
    head = [block for block in document.blocks[:_HEAD_BLOCKS] if block.kind is BlockKind.HEADING]
    for block in sorted(head, key=lambda block: block.level)[:1]:
        yield Evidence(document.text[block.start : block.end], block.start, block.end)


def _from_first_block(document: ParsedDocument) -> Iterator[Evidence]:
    for block in document.blocks[:1]:
        text = document.text[block.start : block.end]
        if "\n" not in text and not text.endswith("."):
            yield Evidence(text, block.start, block.end)
