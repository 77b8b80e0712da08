"""One question put to a snapshot: what it looks for, its candidates, and whether they answer it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.model.reranking import Reranker
from beleidszoeker.search.explaining.matching import QueryWords
from beleidszoeker.search.live import View
from beleidszoeker.search.query import ParsedQuery, as_lexical, rarities, understand
from beleidszoeker.search.quoting.meaning import nearness
from beleidszoeker.search.ranking.answerable import VERBATIM, Signs, is_answered
from beleidszoeker.search.ranking.choosing import Found
from beleidszoeker.search.ranking.evidence import with_evidence
from beleidszoeker.search.ranking.fusion import Fused
from beleidszoeker.search.ranking.rereading import LOOKED_AT, read_again
from beleidszoeker.search.ranking.retrieval import POOL, Mode, retrieve
from beleidszoeker.search.ranking.weighing import weigh

_LOOK_AT = 5


class Asked:
    """A question that was understood.

    Args:
        view: Where to look.
        query: The question, read.
        embedder: Makes its vector.
        mode: Which sides take part.
        literally: Take words that the corpus does not know as they are spelled.

    Attributes:
        words: Its words, ready to be looked for in passages.
        notes: What the person should know of how its words were understood, in Dutch sentences.
    """

    def __init__(
        self, view: View, query: ParsedQuery, embedder: Embedder, mode: Mode, *, literally: bool = False
    ) -> None:
        lexical, linear = view.snapshot.lexical, view.snapshot.map
        self._view, self._query, self._embedder, self._mode = view, query, embedder, mode
        self._understood = understand(lexical, query.words, query.demands, literally=literally)
        self._telling = rarities(lexical, self._understood.wanted)
        self._vector = None if mode is Mode.LEXICAL else embedder.encode_queries([self._understood.words])[0]
        self._mapped = linear.apply(self._vector) if linear and self._vector is not None else self._vector
        self.words = QueryWords(lexical.analyser, self._understood.wanted, self._telling, typed=query.text)
        self.notes = self._understood.notes

    def candidates(
        self, reader: LibraryReader, filters: Filters, *, reranker: Reranker | None = None, pool: int = POOL
    ) -> Fused:
        """Return the candidates, best first."""
        view, wanted = self._view, self._understood.wanted
        fused = retrieve(
            view.snapshot,
            vector=self._mapped,
            words=as_lexical(wanted, self._query.demands),
            mode=self._mode,
            weigh=partial(weigh, wanted, self._telling, passages=len(view.snapshot.lexical)),
            filters=filters,
            allowed=view.limited(self._query.demands, filters),
            without=view.removed,
            pool=pool,
        )
        fused = with_evidence(fused, view.owners.of(fused.keys))
        if reranker is None:
            return fused
        best = reader.passages(fused.keys[:LOOKED_AT].tolist())
        return read_again(fused, self._understood.words, best, reranker)

    def is_answered_by(self, reader: LibraryReader, fused: Fused, *, exactly: bool) -> bool:
        """Look at the best candidates, by both sides together and by words alone: do they answer?

        Args:
            reader: Where the passages stand.
            fused: The candidates.
            exactly: Only by its words: a number that is not there is like no other number.
        """
        by_words = np.argsort(-fused.lexical, kind="stable")[:_LOOK_AT]
        keys = list(dict.fromkeys([*fused.keys[by_words].tolist(), *fused.keys[:_LOOK_AT].tolist()]))
        coverage = self._coverage(reader.passages(keys), keys)
        if exactly or coverage >= VERBATIM:
            return coverage >= VERBATIM
        if self._vector is None or self._mapped is None:
            return True
        mapped = self._view.snapshot.map is not None
        sentence = self._nearest_sentence(self._mapped, keys) if mapped else None
        signs = Signs(self._nearest(reader, self._vector, keys), sentence, coverage)
        return is_answered(signs, model=self._embedder.id)

    def _coverage(self, records: Mapping[int, PassageRecord], keys: Iterable[int]) -> float:
        """Return the greatest coverage of these passages; where one is enough by itself, no other is read."""
        best = 0.0
        for key in keys:
            if key in records and best < VERBATIM:
                best = max(best, self.words.coverage(*_parts(records[key])))
        return best

    def likeness(self, keys: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the cosine of each of these passages with the question, after the map; 0 by words alone."""
        if self._mapped is None:
            return np.zeros(len(keys), dtype=np.float32)
        return self._view.snapshot.dense.scores(self._mapped, keys)

    def nearness_of(self, item: Found) -> Sequence[float] | None:
        """Return what the meaning of each of a passage's sentences counts, where it is known."""
        return self.nearness_in(item.passage)

    def nearness_in(self, passage: PassageRecord) -> Sequence[float] | None:
        """Return the same for a passage that need not have been found."""
        sentences = self._view.snapshot.sentences.of(passage.key)
        if self._mapped is None or len(sentences) != len(passage.sentences):
            return None
        return nearness(self._mapped, sentences, total=self.words.total)

    def _nearest(self, reader: LibraryReader, vector: Vectors, keys: Sequence[int]) -> float:
        """Return the highest cosine of these passages before the map."""
        _, vectors = reader.vectors(self._embedder.id, self._embedder.dimension, keys=keys)
        return float(np.max(vectors @ vector, initial=-1.0))

    def _nearest_sentence(self, mapped: Vectors, keys: Sequence[int]) -> float:
        """Return the highest cosine of their sentences after the map; of one without them its own."""
        snapshot, asked = self._view.snapshot, np.array(keys, dtype=np.int64)
        sentences = snapshot.sentences.best(mapped, asked)
        passages = snapshot.dense.scores(mapped, asked)
        return float(np.max(np.where(np.isfinite(sentences), sentences, passages), initial=-1.0))


def all_words(passage: PassageRecord) -> str:
    """What the lexical index knows of a passage: text, headings, context and footnotes."""
    return "\n".join(_parts(passage))


def _parts(passage: PassageRecord) -> tuple[str, ...]:
    return passage.text, passage.title, *passage.section, passage.context, *passage.notes
