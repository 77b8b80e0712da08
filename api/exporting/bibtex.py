"""BibTeX: one entry for each document, its quotations as annotation.

Fields after Patashnik, *BibTeXing* (1988), and ``date``, ``url``, ``annotation`` of biblatex, which older
styles pass over. The text is UTF-8.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from beleidszoeker.api.exporting.cited import Cited, by_document, one_line, pages_of
from beleidszoeker.ingest.kinds import KINDS

_REPORTS = {"rapport", "voortgangsrapportage"}
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_UNSAFE = re.compile(r"[\\{}\s]")  # in an address, where nothing else is escaped


def to_bibtex(items: Sequence[Cited]) -> bytes:
    """Return the documents of these quotations as BibTeX, UTF-8."""
    entries = [_entry(group) for group in by_document(items)]
    return "\n".join(entries).encode("utf-8", "replace")


def key_of(item: Cited) -> str:
    """Return the key of a document: the same in each export, and of no other document.

    Kind, year and first word of the title for people, then the document's id.
    """
    citation = item.citation
    word = next((word for word in _plain(citation.title).split() if len(word) > 3), "")  # noqa: PLR2004 - no article
    year = (citation.date or "")[:4]
    return f"{_plain(citation.kind).replace(' ', '')}{year}{word}-{_plain(citation.document_id)}"


def _entry(group: Sequence[Cited]) -> str:
    kind = "techreport" if group[0].citation.kind in _REPORTS else "misc"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(group))
    return f"@{kind}{{{key_of(group[0])},\n{fields}}}\n"


def _fields(group: Sequence[Cited]) -> Iterator[tuple[str, str]]:
    first = group[0]
    citation = first.citation
    yield "title", f"{{{_escaped(citation.title)}}}"  # a brace more keeps capitals as they are
    if first.organisations:
        yield "author", " and ".join(f"{{{_escaped(name)}}}" for name in first.organisations)
        yield "institution", _escaped(first.organisations[0])
    if citation.date:
        yield "year", citation.date[:4]
        yield "date", citation.date
    yield "type", _escaped(KINDS.get(citation.kind, citation.kind))
    if len(group) == 1 and citation.page_first is not None:
        yield "pages", pages_of(citation).replace("-", "--")
    yield "url", _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", citation.url or first.link)
    yield "langid", "dutch"
    yield "note", _escaped(citation.label if len(group) == 1 else citation.source)
    yield "annotation", " ".join(_annotation(item) for item in group)


def _annotation(item: Cited) -> str:
    note = f" {item.note}" if item.note else ""
    return _escaped(f"“{item.quote}” ({item.citation.label}){note}")


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(char, char) for char in one_line(text))


def _plain(text: str) -> str:
    """Return a text in lower-case ASCII letters and figures, words apart."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", ascii_only))
