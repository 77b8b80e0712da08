"""Works: documents that say nearly the same are versions of one.

Candidates come from bands of their MinHash signatures (Indyk & Motwani 1998; Leskovec, Rajaraman & Ullman,
*Mining of Massive Datasets*, section 3.4), and are compared as a whole. Measured on real documents: letters
and decisions that merely share a template resemble each other for at most 0.40; a text in which one word in
twenty was replaced, or of which a fifth was left out, resembles its original for 0.65 to 0.85.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from beleidszoeker.index.minhash import WIDTH, Signature, resemblance
from beleidszoeker.index.store import LibraryReader, LibraryWriter, VersionRecord

ALIKE = 0.55
"""From this resemblance on two documents are versions of one work."""

_ROWS = 3
_CONCEPT = re.compile(r"concept|(?<![a-z])draft|versie[ _-]?0", re.IGNORECASE)


def assign_works(reader: LibraryReader, writer: LibraryWriter) -> int:
    """Find the works among all documents and store them; return how many have more than one version."""
    signatures = {document_id: found for document_id, found in reader.signatures() if len(found)}
    groups = [
        sorted(reader.versions_of(group), key=_preference) for group in group_alike(signatures, least=ALIKE)
    ]
    writer.save_works([[version.document_id for version in group] for group in groups])
    return len(groups)


def group_alike(signatures: dict[str, Signature], *, least: float) -> list[list[str]]:
    """Return the groups of two or more documents that are alike, directly or through others.

    Args:
        signatures: Signature of each document, shape ``(128,)``.
        least: Resemblance from which two documents are alike.
    """
    root = {document_id: document_id for document_id in signatures}
    for one, other in _candidates(signatures):
        first, second = _find(root, one), _find(root, other)
        if first != second and resemblance(signatures[one], signatures[other]) >= least:
            root[max(first, second)] = min(first, second)
    groups: dict[str, list[str]] = defaultdict(list)
    for document_id in sorted(signatures):
        groups[_find(root, document_id)].append(document_id)
    return [group for group in groups.values() if len(group) > 1]


def _candidates(signatures: dict[str, Signature]) -> Iterator[tuple[str, str]]:
    """Yield pairs that agree on a whole band; within a band each is paired with the next."""
    for start in range(0, WIDTH - _ROWS + 1, _ROWS):
        buckets: dict[bytes, list[str]] = defaultdict(list)
        for document_id, found in signatures.items():
            buckets[found[start : start + _ROWS].tobytes()].append(document_id)
        for bucket in buckets.values():
            yield from pairwise(bucket)


def _find(root: dict[str, str], document_id: str) -> str:
    while root[document_id] != document_id:
        root[document_id] = root[root[document_id]]
        document_id = root[document_id]
    return document_id


def _preference(version: VersionRecord) -> tuple[bool, str, bool, str]:
    """Final before concept, newest first, with pages before without."""
    concept = any(_CONCEPT.search(name) for name in (version.title, version.source))
    return (concept, _descending(version.date), not version.has_pages, version.document_id)


def _descending(day: str | None) -> str:
    return "".join(chr(ord("9") - int(digit)) for digit in (day or "").replace("-", "")) or "~"
