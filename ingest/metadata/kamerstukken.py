"""Parliamentary publications that a document is or cites, by their official identifiers."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from beleidszoeker.ingest.document import Evidence, ParsedDocument
from beleidszoeker.ingest.knowledge.model import ReferenceKind
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.knowledge.references.found import Found
from beleidszoeker.ingest.metadata.dossiers import cited_dossiers

_IDENTIFIER = re.compile(r"(?:kst|ah-[et]k|h-[et]k-\d{8}-\d+)-[A-Z\d-]+")
_CASE = re.compile(r"20\d\d[ZD]\d{5}")
_OWN_APPENDIX = re.compile(
    r"\bVergaderjaar\s+(\d{4})\s*[-–]\s*(\d{4})\s+Aanhangsel van de Handelingen\b"
    r"[^\d]{0,200}\n\s*(\d{1,5})\s*\n",
    re.IGNORECASE,
)
_HEAD = 1000
_PUBLISHED = frozenset(
    {ReferenceKind.KAMERSTUK, ReferenceKind.APPENDIX, ReferenceKind.DEBATE, ReferenceKind.CASE}
)


class Publications(NamedTuple):
    """What a text cites, each once.

    Attributes:
        dossiers: As in ``29826``.
        identifiers: As in ``kst-29826-211``.
    """

    dossiers: tuple[str, ...]
    identifiers: tuple[str, ...]


def find_kamerstukken(document: ParsedDocument, cited: Iterable[Found]) -> tuple[Evidence, ...]:
    """Return each publication once, at its first mention; the document itself comes first.

    ``kst-`` are Kamerstukken, ``ah-`` answers to Kamervragen, ``h-`` Handelingen; a bare ``2024Z12345`` is a
    case and ``2024D12345`` a document of the Tweede Kamer.

    Args:
        document: The document.
        cited: The references in its text.
    """
    found: dict[str, Evidence] = {}
    for evidence in (*_own(document), *_published(cited)):
        found.setdefault(evidence.value, evidence)
    return tuple(found.values())


def publications(text: str) -> Publications:
    """Return the dossiers and publications that a text cites.

    >>> publications("Kamerstuk 29 826, nr. 211")
    Publications(dossiers=('29826',), identifiers=('kst-29826-211',))
    """
    cited = tuple(find(text))
    dossiers = (evidence.value for evidence in cited_dossiers(cited))
    identifiers = (evidence.value for evidence in _published(cited))
    return Publications(tuple(dict.fromkeys(dossiers)), tuple(dict.fromkeys(identifiers)))


def _published(cited: Iterable[Found]) -> Iterator[Evidence]:
    for found in cited:
        if found.kind in _PUBLISHED and (_IDENTIFIER.fullmatch(found.key) or _CASE.fullmatch(found.key)):
            yield Evidence(found.key, found.start, found.end)


def _own(document: ParsedDocument) -> Iterator[Evidence]:
    """An answer's number stands alone under *Aanhangsel van de Handelingen*; XML declares its own."""
    declared = document.properties.get("identifier", "")
    if _IDENTIFIER.fullmatch(declared):
        yield Evidence(declared)
    elif re.fullmatch(r"\d{5}(?:-[IVX]+)?-\w{1,4}", document.properties.get("kamerstuk", "")):
        yield Evidence(f"kst-{document.properties['kamerstuk']}")
    question = document.properties.get("question_number", "")
    if _CASE.fullmatch(question):
        yield Evidence(question)
    match = _OWN_APPENDIX.search(document.text[:_HEAD])
    if match:
        yield Evidence(
            f"ah-tk-{match.group(1)}{match.group(2)}-{match.group(3)}", match.start(3), match.end(3)
        )
