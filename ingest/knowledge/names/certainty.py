"""Which of the spellings found are the names that they look like, as the whole document tells."""

import re
from collections.abc import Iterator, Sequence

from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.ingest.knowledge.names.learning import Learnt
from beleidszoeker.ingest.knowledge.names.matching import Found

_ENOUGH = 3
"""So many programmes, clusters and ministries make a document one in which their abbreviations are used."""
_LIST = r"(?:,|,?\s(?:en|of)|/)\s"
_ARTICLE = r"(?:(?:de|het)\s)?"
_BEFORE = re.compile(rf"{_LIST}{_ARTICLE}\Z")
_AFTER = re.compile(rf"{_LIST}{_ARTICLE}")
_AT_A_PLACE = re.compile(
    r"\b(?:in|te|uit|bij|nabij|rond|naar|rondom|van|gemeenten|regio|stad)\s\Z", re.IGNORECASE
)
_NEAR = 12
_LISTED = (NameKind.CLUSTER, NameKind.ORGANISATION)
"""Kinds whose names of doubt count beside a certain one of their kind: *SABIC, OCI en DSM*."""


def certain(text: str, found: Sequence[Found], learnt: Learnt) -> Iterator[Found]:
    """Yield what is certain to be a name; what the document itself defines counts for what it says."""
    document = _Document(text, found, learnt)
    return (each for each in found if document.has(each))


class _Document:
    """What a document tells of the names in it."""

    def __init__(self, text: str, found: Sequence[Found], learnt: Learnt) -> None:
        self._text, self._meanings = text, learnt.meanings
        plain = [each for each in found if not each.form.unsure and self._defined(each) is None]
        self._named = {each.form.entry for each in plain} | set(learnt.meanings.values())
        self._is_of_policy = len({each.form.entry for each in plain if _is_of_policy(each)}) >= _ENOUGH
        self._starts = {(each.form.kind, each.start) for each in plain}
        self._ends = {(each.form.kind, each.end) for each in plain}

    def has(self, found: Found) -> bool:
        """Tell whether a spelling is the name that it looks like."""
        form, meant = found.form, self._defined(found)
        if meant is not None:
            return meant == form.entry
        if form.unsure and form.kind is NameKind.PLACE:
            return self._is_place(found)
        if form.kind in _LISTED and self._is_listed(found):
            return True
        return not form.unsure or form.entry in self._named or (form.unsure == 1 and self._is_of_policy)

    def _defined(self, found: Found) -> str | None:
        """Return the entry that the document itself gives an abbreviation; ``None`` where it says nothing."""
        return self._meanings.get(self._text[found.start : found.end]) if found.form.short else None

    def _is_place(self, found: Found) -> bool:
        """Tell whether an ordinary word (*Best*, *Epe*) is a place: named so, or among places."""
        before = self._text[max(0, found.start - _NEAR) : found.start]
        if found.form.entry in self._named and _AT_A_PLACE.search(before):
            return True
        return self._is_listed(found)

    def _is_listed(self, found: Found) -> bool:
        """Tell whether a name stands in a list beside another of its kind."""
        kind, before = found.form.kind, self._text[max(0, found.start - _NEAR) : found.start]
        behind, ahead = _BEFORE.search(before), _AFTER.match(self._text, found.end)
        return bool(
            (behind and (kind, found.start - len(behind[0])) in self._ends)
            or (ahead and (kind, ahead.end()) in self._starts)
        )


def _is_of_policy(found: Found) -> bool:
    return found.form.kind in (NameKind.PROGRAMME, NameKind.CLUSTER) or found.form.entry.startswith("min-")
