"""The documents that a query names by their number: they come first, and an answer says what they are."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.store import LibraryReader, Publication
from beleidszoeker.search.query import Reference, name_of
from beleidszoeker.search.ranking.choosing import Picked

_MOST = 3
_LEFT_OUT = "Het document dat deze vraag noemt, valt buiten haar grenzen."


class Named(NamedTuple):
    """What a reference leads to.

    Attributes:
        documents: Ids of the documents that bear the number.
        notes: What to say of them, in Dutch sentences.
        cited: Whether a document cites what is named, or is it: there is something to show.
    """

    documents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cited: bool = False


def look_up(reader: LibraryReader, reference: Reference | None) -> Named:
    """Return the documents that a reference names, one version of each."""
    if reference is None:
        return Named()
    asked = reference.identifiers[:_MOST]
    found = [reader.publication(identifier) for identifier in asked]
    documents = [one for each in found for one in _versions_aside(reader, each.documents)]
    notes = [_said(name_of(name), each) for name, each in zip(asked, found, strict=True)]
    own = reader.documents_of_kenmerk(reference.kenmerk) if reference.kenmerk and not documents else ()
    if own:
        notes = [f"Dit is het document met kenmerk {reader.document(own[0]).value('kenmerk')}."]
    documents = list(dict.fromkeys((*documents, *_versions_aside(reader, own))))
    return Named(tuple(documents), tuple(notes), bool(documents) or any(each.cited for each in found))


def in_front(
    reader: LibraryReader, named: Named, found: list[Picked], *, allowed: NDArray[np.int64] | None
) -> list[Picked]:
    """Return what was found with a passage of each document that was named before the others.

    It is the best of its passages that was found, else its first.

    Args:
        reader: The library.
        named: What the query names.
        found: What was found, best first.
        allowed: Only passages with these keys may be shown; ``None`` for all.
    """
    if not named.documents:
        return found
    best = {item.document: item for item in reversed(found)}
    missing = [document for document in named.documents if document not in best]
    keys = [key for key in reader.first_passages(missing) if _allows(allowed, key)]
    firsts = {document: Picked(key, document, 0.0, 0.0, 0.0) for key, document in reader.owners(keys).items()}
    own = [(best | firsts)[each] for each in named.documents if each in best or each in firsts]
    top = max((item.score for item in found), default=0.0)
    rest = [item for item in found if item not in own]
    return [*(_raised(item, top + len(own) - place) for place, item in enumerate(own)), *rest]


def told(named: Named, found: Sequence[Picked]) -> tuple[str, ...]:
    """Return what to say of the documents that were named, by what is shown of them."""
    shown = {item.document for item in found}
    return (_LEFT_OUT,) if named.documents and shown.isdisjoint(named.documents) else named.notes


def _raised(item: Picked, score: float) -> Picked:
    return item._replace(score=score, effects=(*item.effects, ("reference", score - item.score)))


def _said(name: str, publication: Publication) -> str:
    if publication.documents:
        return f"Dit is {name}; daarna volgen passages die ernaar verwijzen of erop lijken."
    if publication.cited:
        return f"{name} zelf is niet in de bibliotheek herkend; documenten die ernaar verwijzen zijn er wel."
    return f"{name} is niet in de bibliotheek gevonden, en geen document verwijst ernaar."


def _versions_aside(reader: LibraryReader, documents: Sequence[str]) -> list[str]:
    """Return the documents, of those that are versions of one work only the preferred one."""
    works = reader.works(documents)
    return sorted({works[each][0] if each in works else each for each in documents})


def _allows(allowed: NDArray[np.int64] | None, key: int) -> bool:
    if allowed is None:
        return True
    place = int(np.searchsorted(allowed, key))
    return place < len(allowed) and int(allowed[place]) == key
