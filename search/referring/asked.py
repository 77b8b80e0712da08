"""What a person asks the citations of: any spelling that the grammar reads, a key, or a document's id."""

from collections.abc import Sequence
from typing import NamedTuple

from beleidszoeker.errors import DocumentNotFoundError
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.identities import identity_key
from beleidszoeker.ingest.knowledge.references.finding import find

LONGEST = 300
_FORMS = ("{}", "Kamerstuk {}", "kenmerk {}")  # a number by itself is one of these
_MOST = 20


class Asked(NamedTuple):
    """What is referred to.

    Attributes:
        keys: Its keys.
        documents: Ids of the documents that are it; what they say of themselves does not count.
    """

    keys: tuple[str, ...]
    documents: tuple[str, ...]


def keys_in(written: str) -> list[str]:
    """Return the keys of the references that a text names, in its order; none where it names none.

    >>> keys_in("Kamerstukken II 2024/25, 29 826, nr. 211"), keys_in("29 826-211"), keys_in("iets anders")
    (['kst-29826-211'], ['kst-29826-211'], [])
    """
    asked = " ".join(written[:LONGEST].split())
    for form in _FORMS:
        if found := list(dict.fromkeys(each.key for each in find(form.format(asked)))):
            return found[:_MOST]
    return []


def of_keys(reader: LibraryReader, keys: Sequence[str]) -> Asked:
    """Ask for what some keys lead to."""
    found = reader.knowledge.references.identities(identity_key(key) for key in keys)
    return Asked(
        tuple(keys), tuple(sorted({one for key in keys for one in found.get(identity_key(key), ())}))
    )


def of_document(reader: LibraryReader, document_id: str) -> Asked:
    """Ask for a document by all keys that lead to it or to another version of it.

    Raises:
        DocumentNotFoundError: There is no such document.
    """
    own = [reader.document(document_id).id]
    own += [version.document_id for version in reader.other_versions(document_id)]
    keys = {key for each in own for key in reader.knowledge.references.keys_of(each)}
    return Asked(tuple(sorted(keys)), tuple(own))


def of_writing(reader: LibraryReader, written: str) -> Asked:
    """Ask for what a person typed: the id of a document, a reference in any spelling, or a key."""
    typed = " ".join(written[:LONGEST].encode(errors="replace").decode().split())
    try:
        return of_document(reader, typed)
    except DocumentNotFoundError:
        return of_keys(reader, keys_in(typed) or ([typed] if typed else []))
