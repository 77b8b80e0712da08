"""Where references lead: to a document in the library, and to a public address.

All references of a document are looked up together: one query finds the documents that are what the keys
name, one their versions and one their titles, however many references there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.identities import identity_key
from beleidszoeker.ingest.knowledge.model import Reference, ReferenceKind
from beleidszoeker.ingest.knowledge.references.addresses import address_of
from beleidszoeker.search.referring.model import Target


class Resolved(NamedTuple):
    """What a key leads to.

    Attributes:
        target: The document in the library, or ``None``.
        address: The public address, where one is known for certain.
    """

    target: Target | None
    address: str | None


def resolve(
    reader: LibraryReader, references: Iterable[Reference], *, within: str | None = None
) -> dict[str, Resolved]:
    """Return by key what references lead to.

    Of the versions of a work the preferred one is told, of several documents the newest; the document that
    the references stand in goes before both, so that its own number leads nowhere else.

    Args:
        reader: The library.
        references: They.
        within: The document that they stand in, if it is one.
    """
    kinds = {reference.key: reference.kind for reference in references}
    documents = _documents(reader, kinds, within)
    places = {
        document_id: reader.knowledge.references.articles(document_id)
        for document_id in {documents[key].document_id for key in kinds if _article(key) and key in documents}
    }
    return {
        key: Resolved(_placed(documents.get(key), key, places), public_address(kind, key))
        for key, kind in kinds.items()
    }


def public_address(kind: ReferenceKind, key: str) -> str | None:
    """Return the address of a reference, if it is one that a browser may open."""
    address = address_of(kind, key)
    return address if address and address.startswith("https://") else None


def _documents(
    reader: LibraryReader, kinds: Mapping[str, ReferenceKind], within: str | None
) -> dict[str, Target]:
    found = reader.knowledge.references.identities(identity_key(key) for key in kinds)
    every = sorted({document for documents in found.values() for document in documents})
    works = reader.works(every)
    first = {document: works[document][0] if document in works else document for document in every}
    shown = {one.document_id: one for one in reader.versions_of(sorted({*every, *first.values()}))}
    chosen: dict[str, Target] = {}
    for key in kinds:
        documents = found.get(identity_key(key), [])
        candidates = [within] if within in documents else [first[document] for document in documents]
        held = sorted(
            (shown[one] for one in candidates if one in shown),
            key=lambda one: (one.date or "", one.document_id),
            reverse=True,
        )
        if held:
            chosen[key] = Target(held[0].document_id, held[0].title)
    return chosen


def _placed(
    target: Target | None, key: str, places: Mapping[str, Mapping[str, Sequence[int]]]
) -> Target | None:
    """Lead the reference to an article to its heading, where the law has one with its number."""
    number = _article(key)
    if target is None or number is None or number not in places[target.document_id]:
        return target
    start, end = places[target.document_id][number]
    return Target(target.document_id, target.title, start, end)


def _article(key: str) -> str | None:
    """Return the number of an article from its key."""
    return key.removeprefix("art:").partition("@")[0].lower() if key.startswith("art:") else None
