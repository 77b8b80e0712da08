"""*Is dit eerder gevraagd?* and searching questions and answers apart from each other."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.library import Library
from beleidszoeker.index.store.asked import SetFilters
from beleidszoeker.index.store.said import MOST_CHARACTERS, Side
from beleidszoeker.index.wording import wording
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.asked.archive import Archive, Place, Shelf
from beleidszoeker.search.asked.likeness import Likeness
from beleidszoeker.search.asked.telling import ASKED, Why
from beleidszoeker.search.asked.versions import Versions

MOST_FOUND = 100
LONGEST_DRAFT = 20_000
_POOL = 5
"""How many texts are looked at for each that is wanted: others are versions of the same."""
_FAR = 4
"""How many times less than the best a question may be like a draft to be shown next to it."""
_NEAR = 0.86
"""Cosine from which a text without a word in common is about the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """An exchange that was found.

    Attributes:
        place: Where it stands.
        why: What was found in it.
        versions: Ids of other documents with the same exchange.
    """

    place: Place
    why: Why
    versions: tuple[str, ...] = ()


class Finder:
    """Finds exchanges in one library; safe to use from many threads.

    Args:
        library: The library.
        embedder: Makes the vectors of what is asked for.
    """

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library = library
        self._embedder = embedder
        self._archive = Archive(library, embedder.id, embedder.dimension)

    def earlier(self, draft: str, *, count: int = 10, filters: SetFilters | None = None) -> tuple[Found, ...]:
        """Return the questions most like a draft, best first; see ``Why`` for whether they are the same.

        Args:
            draft: A question as somebody would put it.
            count: How many at most, 1 to 100.
            filters: Limits.
        """
        shelf, draft = self._archive.shelf(Side.QUESTION), readable(draft)
        if not draft or not shelf.places:
            return ()
        vector = self._embedder.encode_queries([draft[:MOST_CHARACTERS]])[0]
        found = shelf.texts.like(wording(draft), vector)
        return self._chosen(shelf, found, found.score > found.score.max() / _FAR, count, filters)

    def search(
        self, query: str, side: Side | None, *, count: int = 10, filters: SetFilters | None = None
    ) -> tuple[Found, ...]:
        """Return the exchanges whose question, answer, or both for ``None``, hold what is asked for.

        Args:
            query: Some words or a question.
            side: Where to look.
            count: How many at most, 1 to 100.
            filters: Limits.
        """
        shelf, query = self._archive.shelf(side), readable(query)
        if not query or not shelf.places:
            return ()
        vector = self._embedder.encode_queries([query[:MOST_CHARACTERS]])[0]
        found = shelf.texts.holding(wording(query), vector)
        telling = (found.words > 0) | (found.meaning >= _NEAR)
        return self._chosen(shelf, found, telling, count, filters)

    def _chosen(
        self,
        shelf: Shelf,
        found: Likeness,
        wanted: NDArray[np.bool_],
        count: int,
        filters: SetFilters | None,
    ) -> tuple[Found, ...]:
        count = max(1, min(count, MOST_FOUND))
        if filters:
            wanted = wanted & _among(
                shelf, {each.document_id for each in self._library.reader.asked_sets(filters)}
            )
        numbers = np.flatnonzero(wanted)
        order = numbers[np.argsort(-found.score[numbers], kind="stable")]
        versions = Versions(self._library.reader)
        kept: dict[object, Found] = {}
        for number in order[: count * _POOL].tolist():
            place = shelf.places[number]
            key = versions.key(place)
            if key not in kept and len(kept) == count:
                break
            kept[key] = versions.joined(kept.get(key), Found(place, _why(found, number)))
        return tuple(kept.values())


def asked_before(found: Collection[Found]) -> bool:
    """Tell whether the best of what was found is the same question."""
    return any(each.why.score >= ASKED for each in found)


def readable(text: str) -> str:
    """Return what was typed without half characters, ends of lines for spaces, and not endless."""
    return " ".join(text[:LONGEST_DRAFT].encode("utf-8", "replace").decode().split())


def _among(shelf: Shelf, documents: set[str]) -> NDArray[np.bool_]:
    return np.fromiter((place[0] in documents for place in shelf.places), np.bool_, len(shelf.places))


def _why(found: Likeness, number: int) -> Why:
    return Why(
        *(round(float(each[number]), 4) for each in (found.score, found.words, found.pairs, found.meaning))
    )
