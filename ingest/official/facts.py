"""What an official publication states about itself, as properties of its document."""

import re
from collections.abc import Iterator

from lxml import etree

from beleidszoeker.ingest.metadata.dates import dates
from beleidszoeker.ingest.official.debates import item_title
from beleidszoeker.ingest.official.identifiers import address, find_identifier, stated_by
from beleidszoeker.ingest.official.inline import local, plain

_LAWS = frozenset({"wettekst", "regeling-tekst", "wet-besluit", "regeling", "circulaire"})
_DECLARED = {
    "DCTERMS.title": "title",
    "DC.title": "title",
    "DCTERMS.issued": "date",
    "DCTERMS.available": "date",
    "OVERHEIDop.vergaderjaar": "session_year",
    "OVERHEIDop.dossiernummer": "dossiers",
    "DCTERMS.language": "language",
}
_PAPERS = (
    ("motie", re.compile(r"^(?:\w+ )*motie\b", re.IGNORECASE)),
    ("kamerbrief", re.compile(r"^brief van de (?:minister|staatssecretaris)", re.IGNORECASE)),
    ("schriftelijk-overleg", re.compile(r"schriftelijk overleg", re.IGNORECASE)),
)
_SENT_IN = re.compile(r"\s*\((?:ingezonden|ontvangen)\b.*$", re.DOTALL)
_CITED_PAPER = re.compile(r"^(?:M|kst)-(\d{5})(?:-([IVXLC]+))?-\d+$")
_SESSION_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_MOST_DOSSIERS = 30


def properties(root: etree._Element) -> dict[str, str]:
    """Return the properties; what the file declares outright goes before what its parts say."""
    found: dict[str, str] = {"title_is_declared": "yes"}
    for name, value in (*_declared(root), *_of_the_kind(root), *_common(root)):
        if value and name not in found:
            found[name] = value
    if "title" not in found:
        del found["title_is_declared"]
    return found


def _declared(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("{*}meta"):
        name, content = meta.get("name") or "", (meta.get("content") or "").strip()
        if name in _DECLARED:
            yield _DECLARED[name], _session(content) if _DECLARED[name] == "session_year" else content
    identifier = _identifier(root)
    if identifier:
        yield from (("identifier", identifier), ("url", address(identifier)))
        yield from stated_by(identifier)


def _identifier(root: etree._Element) -> str:
    """The file's own identifier: in its metadata or on its root, never one that it cites."""
    metas = (meta for meta in root.iter("{*}meta") if "dentifier" in (meta.get("name") or ""))
    records = (meta for meta in root.iter("{*}meta") if "MetadataRecord" in (meta.get("name") or ""))
    stated = [meta.get("content") or "" for meta in (*metas, *records)]
    return next(filter(None, map(find_identifier, [*stated, root.get("bwb-id") or ""])), "")


def _of_the_kind(root: etree._Element) -> Iterator[tuple[str, str]]:
    names = {local(element) for element in root.iter()}
    if "handelingen" in names:
        yield from _debate(root)
    elif "kamervragen" in names:
        yield from _questions(root, answered="antwoord" in names)
    elif "kamerstuk" in names:
        yield from _paper(root)
    elif names & _LAWS:
        yield from _law(root)


def _debate(root: etree._Element) -> Iterator[tuple[str, str]]:
    yield "kind", "handelingen"
    held = next(root.iter("{*}handelingen"), root)
    items = [child for child in held if any(local(part) == "nr" for part in child)]
    if items:
        yield "title", item_title(items[0])
    yield "date", _first_date(plain(next(root.iter("{*}vergaderdatum"), None)))
    cited = [element.get("id") or "" for element in root.iter("{*}motie")]
    cited += [element.get("doc") or "" for element in root.iter("{*}extref")]
    dossiers = ("-".join(filter(None, match.groups())) for match in map(_CITED_PAPER.match, cited) if match)
    yield "dossiers", ",".join(list(dict.fromkeys(dossiers))[:_MOST_DOSSIERS])


def _questions(root: etree._Element, *, answered: bool) -> Iterator[tuple[str, str]]:
    if answered:
        yield "kind", "beantwoording-kamervragen"
    yield "title", _SENT_IN.sub("", _text(root, "kamervraagomschrijving") or _text(root, "omschr"))
    yield "question_number", _text(root, "kamervraagnummer") or _text(root, "vraagnummer")


def _paper(root: etree._Element) -> Iterator[tuple[str, str]]:
    parts = {local(element.getparent()): plain(element) for element in root.iter("{*}titel")}
    own = parts.get("stuk", "")
    yield "title", "; ".join(filter(None, (parts.get("dossier", ""), own)))
    yield from (("kind", kind) for kind, pattern in _PAPERS if pattern.search(own))
    issued = next(root.iter("{*}datumtekst"), None)
    if issued is not None:
        stated = [date.get("isodatum") or "" for date in issued.iter("{*}datum")]
        yield from (("date", value) for value in (*stated, _first_date(plain(issued))))
    number = re.sub(r"[^\dIVXLCR-]", "", _text(root, "dossiernr"))
    yield "dossiers", number
    paper = _text(root, "ondernummer")
    yield "kamerstuk", f"{number}-{paper}" if number and paper else ""


def _law(root: etree._Element) -> Iterator[tuple[str, str]]:
    yield "kind", "regeling"
    full = _text(root, "intitule") or _text(root, "officiele-titel")
    yield "title", _text(root, "citeertitel") or full
    yield from (("date", _first_date(full)), ("date", root.get("inwerkingtreding") or ""))


def _common(root: etree._Element) -> Iterator[tuple[str, str]]:
    for line in root.iter("{*}tekstregel"):
        if line.get("inhoud") == "vergaderjaar":
            yield "session_year", _session(plain(line))
        elif line.get("inhoud") == "kameraanduiding":
            yield "organisation", re.sub(r" der Staten-Generaal$", "", plain(line))


def _text(root: etree._Element, name: str) -> str:
    return plain(next(root.iter(f"{{*}}{name}"), None))


def _session(text: str) -> str:
    match = _SESSION_YEAR.search(text)
    return "-".join(match.groups()) if match else ""


def _first_date(text: str) -> str:
    return next((value for value, _, _ in dates(text)), "")
