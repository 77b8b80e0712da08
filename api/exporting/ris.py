"""RIS, for reference managers: one record for each document, its quotations as notes.

After *RIS Format Specifications* (Reference Manager, 2011): a tag of two characters, two spaces, a hyphen, a
space and the value; ``TY`` first, ``ER`` last; lines end with CR and LF; an ``ID`` of capitals and figures.
"""

from collections.abc import Iterator, Sequence

from beleidszoeker.api.exporting.cited import LONGEST_TITLE, Cited, by_document, one_line, pages_of
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.quoting.citation import named_title

_TYPES = {"rapport": "RPRT", "voortgangsrapportage": "RPRT"}
_OTHERWISE = "GOVDOC"


def to_ris(items: Sequence[Cited]) -> bytes:
    """Return the documents of these quotations as RIS, UTF-8."""
    lines = [
        f"{tag}  - {one_line(value)}".rstrip() if tag != "ER" else "ER  - "
        for group in by_document(items)
        for tag, value in _record(group)
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def _record(group: Sequence[Cited]) -> Iterator[tuple[str, str]]:
    first = group[0]
    citation = first.citation
    yield "TY", _TYPES.get(citation.kind, _OTHERWISE)
    yield "ID", citation.document_id.upper()
    yield "TI", named_title(citation.title, citation.kind, longest=LONGEST_TITLE)
    yield from (
        ("A1", f"{name},") for name in first.organisations if not set(name) & set(",*")
    )  # no given name
    yield from (("PB", name) for name in first.organisations[:1])
    if citation.date:
        yield "PY", citation.date[:4]
        yield "DA", citation.date.replace("-", "/") + "/"
    yield "M3", KINDS.get(citation.kind, citation.kind)
    yield "LA", "nl"
    pages = pages_of(citation)
    if len(group) == 1 and pages:
        yield "SP", pages.split("-")[0]
        yield "EP", pages.split("-")[-1]
    yield "UR", citation.url or first.link
    for item in group:
        yield "N1", f"“{item.quote}” ({item.citation.label}) {item.link}"
        yield from (("N1", note) for note in [item.note] if note)
    yield "ER", ""
