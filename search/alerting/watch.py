"""One question that is held against documents one by one."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import NothingToWatchError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.alerting.criterion import FLOOR, WEIGHT, Evidence, is_calibrated, is_told
from beleidszoeker.search.alerting.material import Material
from beleidszoeker.search.asking import Asked
from beleidszoeker.search.live import View
from beleidszoeker.search.named import look_up
from beleidszoeker.search.presenting import present
from beleidszoeker.search.query import completed, parse
from beleidszoeker.search.ranking.choosing import Found, Picked
from beleidszoeker.search.ranking.retrieval import Mode
from beleidszoeker.search.result import SearchResult

_MOST = 100  # passages of one document that are looked at, nearest in meaning first
_CLOSE, _NEAR = 0.55, 0.4  # cosines: docs/alerts.md
_VERY_GOOD, _GOOD, _FAIR = 4.0, 2.5, 1.0  # what ``telling`` calls by these words


class Hit(NamedTuple):
    """A document that answers.

    Attributes:
        passage: The passage that answers best.
        evidence: What speaks for it.
    """

    passage: PassageRecord
    evidence: Evidence


class Watch:
    """A question with its limits, over one snapshot.

    Its words are taken as they are spelled: what no document knows yet may be just what is waited for.

    Args:
        view: The snapshot.
        reader: Where passages stand.
        embedder: Makes the question's vector.
        query: The question, in the language of searches.
        filters: Limits beside those in it.

    Attributes:
        notes: How the question was read where that is not plain, in Dutch sentences.
        analyser: The index' own.

    Raises:
        NothingToWatchError: It has no words.
    """

    def __init__(
        self, view: View, reader: LibraryReader, embedder: Embedder, query: str, filters: Filters
    ) -> None:
        parsed = completed(parse(query), view.snapshot.lexical)
        if not any(char.isalnum() for char in parsed.words):
            raise NothingToWatchError(
                "Deze zoekopdracht heeft geen woorden om op te letten.",
                advice="Typ een of meer woorden om te zoeken.",
            )
        self._view, self._reader = view, reader
        self._worded = parsed.worded
        self._exactly = bool(parsed.reference and parsed.reference.identifiers)
        self._named = frozenset(look_up(reader, parsed.reference).documents)
        self._calibrated = is_calibrated(embedder.id, mapped=view.snapshot.map is not None)
        self._limits = filters.both(parsed.filters)
        self._asked = Asked(view, parsed, embedder, Mode.HYBRID, literally=True)
        self._allowed = view.limited(parsed.demands, self._limits)
        self.notes = parsed.notes
        self.analyser = view.snapshot.lexical.analyser

    def candidates(self, pool: int) -> NDArray[np.int64]:
        """Return the keys of the passages that come into question, so many from each side."""
        return self._asked.candidates(self._reader, self._limits, pool=pool).keys

    def hits(self, keys: NDArray[np.int64], material: Material) -> list[Hit]:
        """Return which documents answer, each with its best passage, in the order of their keys.

        Args:
            keys: Passages that may answer; all of a document for a judgement of the whole of it.
            material: Reads them.
        """
        best: dict[str, Hit] = {}
        near = self._near(keys)
        for passage, terms in material.of(list(near)):
            likeness = near[passage.key] if self._calibrated else None
            hit = Hit(passage, Evidence(likeness, self._asked.words.covered(terms)))
            held = best.get(passage.document_id, hit)
            if self._is_told(hit) and hit.evidence.strength >= held.evidence.strength:
                best[passage.document_id] = hit
        return sorted(best.values(), key=lambda hit: hit.passage.key)

    def present(self, hit: Hit) -> SearchResult:
        """Return what is said of a document that answers: quotes, citation, and why."""
        likeness = hit.evidence.likeness
        dense = 0.0 if likeness is None else _FAIR
        if likeness is not None and likeness >= _NEAR:
            dense = _VERY_GOOD if likeness >= _CLOSE else _GOOD
        effects = (("meaning", likeness or 0.0), ("words", WEIGHT * hit.evidence.coverage))
        picked = Picked(
            hit.passage.key,
            hit.passage.document_id,
            hit.evidence.strength,
            dense,
            hit.evidence.coverage,
            effects,
        )
        found = Found(hit.passage, picked)
        return present(self._reader, 1, found, self._asked.words, self._asked.nearness_of(found))

    def _near(self, keys: NDArray[np.int64]) -> dict[int, float]:
        """Return the passages worth reading, by key, with their cosines, nearest first.

        They meet the limits, may reach the floor whatever words they hold, and are among the nearest of
        their document.
        """
        keys = np.intersect1d(keys, self._view.snapshot.keys)
        keys = keys if self._allowed is None else np.intersect1d(keys, self._allowed)
        cosines = self._asked.likeness(keys)
        order = np.argsort(-cosines, kind="stable")
        near = dict(zip(keys[order].tolist(), cosines[order].tolist(), strict=True))
        if not self._calibrated or self._exactly:
            return near
        if not self._worded:
            near = {key: cosine for key, cosine in near.items() if cosine + WEIGHT >= FLOOR}
        return self._nearest_of_each(near)

    def _nearest_of_each(self, near: Mapping[int, float]) -> dict[int, float]:
        owners, taken = self._reader.owners(list(near)), Counter[str]()
        kept = {}
        for key, cosine in near.items():
            owner = owners.get(key, "")
            taken[owner] += 1
            if owner and taken[owner] <= _MOST:
                kept[key] = cosine
        return kept

    def _is_told(self, hit: Hit) -> bool:
        if self._worded or hit.passage.document_id in self._named:
            return True
        return is_told(hit.evidence, exactly=self._exactly)
