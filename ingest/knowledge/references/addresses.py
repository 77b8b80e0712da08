"""Public addresses of what is referred to; only forms that their publishers document."""

import re
from collections.abc import Callable, Mapping

from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.lawtable import identifier_of

_OFFICIAL = "https://zoek.officielebekendmakingen.nl"
_EUROPEAN = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
_PUBLICATION = re.compile(r"(?:kst|ah|h)-[A-Za-z\d-]+")
_GAZETTE = re.compile(r"(stb|stcrt|trb)-(\d{4})-\d+")
_FIRST_YEARS = {"stb": 1995, "stcrt": 2010, "trb": 1995}
_CASE_LAW = re.compile(r"ECLI:([A-Z]{2}):[A-Z\d]+:\d{4}:[A-Z\d.]+")
_CELEX = re.compile(r"\d{5}[A-Z]{1,2}\d{4}")
_PROPOSAL = re.compile(r"(COM|SWD|JOIN|SEC)\((\d{4})\)(\d+)")


def address_of(kind: str, key: str) -> str | None:
    """Return the public address of what a reference leads to; ``None`` where none is known for certain.

    Publications before they were put online (the gazettes before 1995, the Staatscourant before 2010) have
    none, nor have a department's kenmerk and an article of a law whose identifier we do not know.

    Args:
        kind: A ``ReferenceKind``.
        key: As in ``Reference.key``.

    >>> address_of("kamerstuk", "kst-29826-211")
    'https://zoek.officielebekendmakingen.nl/kst-29826-211.html'
    >>> address_of("artikel", "art:3:4@awb")
    'https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:4'
    """
    known = {str(one): address for one, address in _ADDRESSES.items()}
    address = known.get(str(kind))
    return address(key) if address else None


def _publication(key: str) -> str | None:
    return f"{_OFFICIAL}/{key}.html" if _PUBLICATION.fullmatch(key) else None


def _dossier(key: str) -> str | None:
    match = re.fullmatch(r"dossier-(\d{5}(?:-[A-Z\d]{1,6})?)", key)
    return f"{_OFFICIAL}/dossier/{match[1]}" if match else None


def _gazette(key: str) -> str | None:
    match = _GAZETTE.fullmatch(key)
    return f"{_OFFICIAL}/{key}.html" if match and int(match[2]) >= _FIRST_YEARS[match[1]] else None


def _debate(key: str) -> str | None:
    return _publication(key) if re.fullmatch(r"h-[et]k-\d{8}-\d+-\d+", key) else None


def _case(key: str) -> str | None:
    """Only documents: of a case (``Z``) the address must name a document as well."""
    document = re.fullmatch(r"20\d\dD\d{5}", key)
    return f"https://www.tweedekamer.nl/kamerstukken/detail?id={key}&did={key}" if document else None


def _article(key: str) -> str | None:
    match = re.fullmatch(r"art:([\w:.]+)@(.+)", key)
    law = identifier_of(match[2]) if match else None
    if not match or not law:
        return None
    return f"{_EUROPEAN}CELEX:{law}" if _CELEX.fullmatch(law) else _paragraph(law, match[1])


def _paragraph(law: str, article: str) -> str:
    """By the Juriconnect standard."""
    return f"https://wetten.overheid.nl/jci1.3:c:{law}&artikel={article}"


def _case_law(key: str) -> str | None:
    match = _CASE_LAW.fullmatch(key)
    if not match:
        return None
    if match[1] == "EU":
        return f"{_EUROPEAN}ecli:{key}"
    return f"https://uitspraken.rechtspraak.nl/details?id={key}" if match[1] == "NL" else None


def _european(key: str) -> str | None:
    if _CELEX.fullmatch(key):
        return f"{_EUROPEAN}CELEX:{key}"
    match = _PROPOSAL.fullmatch(key)
    return f"{_EUROPEAN}{match[1]}:{match[2]}:{match[3]}:FIN" if match else None


_ADDRESSES: Mapping[ReferenceKind, Callable[[str], str | None]] = {
    ReferenceKind.KAMERSTUK: _publication,
    ReferenceKind.DOSSIER: _dossier,
    ReferenceKind.APPENDIX: _publication,
    ReferenceKind.DEBATE: _debate,
    ReferenceKind.CASE: _case,
    ReferenceKind.LAW_GAZETTE: _gazette,
    ReferenceKind.GOVERNMENT_GAZETTE: _gazette,
    ReferenceKind.TREATY_SERIES: _gazette,
    ReferenceKind.ARTICLE: _article,
    ReferenceKind.CASE_LAW: _case_law,
    ReferenceKind.EUROPEAN: _european,
}
