"""The whole way of an adaptation: gather pairs, prove the gain, keep the map or not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.index.durable import swap_in
from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import publish
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.vector_map import VectorMap, map_name
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.adaptation.pairs import Pairs, collection_from_library, pairs_from_collection
from beleidszoeker.search.adaptation.training import Training, train
from beleidszoeker.search.adaptation.validation import Gain, Material, cross_validate
from beleidszoeker.search.measuring.beir import read_collection
from beleidszoeker.search.measuring.evaluation import collection_library
from beleidszoeker.search.query import as_lexical, wanted_terms

FEWEST_PAIRS = 100
_POOL = 200


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A learnt map with the proof.

    Attributes:
        gain: What it brings on documents that it never saw.
        map: Learnt from all pairs.
    """

    gain: Gain
    map: VectorMap


def learn_for(library: Library, embedder: Embedder, *, folder: Path | None, reporter: Reporter) -> Adaptation:
    """Learn a map for a library; keep it, and publish with it, only where the gain is certain.

    Args:
        library: Whose map it will be.
        embedder: Whose vectors are mapped.
        folder: BEIR collection to learn from; ``None`` for the library's own Kamervragen.
        reporter: Is told of the progress.

    Raises:
        ConfigurationError: There is too little to learn from.
    """
    collection = read_collection(folder) if folder else collection_from_library(library)
    _enough(
        sum(map(len, collection.judgements.values())),
        len({title or text for text, (title, _) in collection.texts.items()}),
    )
    before = library.vector_map(embedder.id)
    with collection_library(collection, embedder, reporter=reporter) as (temporary, owners):
        learnt = adapt(temporary, embedder, pairs_from_collection(collection, owners), before=before)
    if learnt.gain.certain:
        with library.writing() as writer:
            swap_in(library.folder / map_name(embedder.id), learnt.map.to_bytes())
            publish(library, writer, embedder, reporter=reporter)
    return learnt


def adapt(
    library: Library,
    embedder: Embedder,
    pairs: Pairs,
    *,
    training: Training | None = None,
    before: VectorMap | None = None,
) -> Adaptation:
    """Learn a map from pairs whose passages stand in a library, and measure it by cross-validation.

    Args:
        library: Holds the passages, embedded and published.
        embedder: Whose vectors are mapped.
        pairs: What to learn from.
        training: How.
        before: The map in use, which the new one must beat.

    Raises:
        ConfigurationError: There are too few pairs, or too few documents, to learn from.
    """
    _enough(len(pairs.queries), len(set(pairs.groups)))
    material = _material(library, embedder, pairs)
    learn = _learner(material, training)
    gain = cross_validate(material, learn, before=before)
    return Adaptation(gain, learn(np.arange(len(pairs.queries))))


def _enough(pairs: int, documents: int) -> None:
    if pairs < FEWEST_PAIRS or documents < 5:  # noqa: PLR2004 - one document a fold
        raise ConfigurationError(
            f"Er zijn {pairs} vraag-antwoordparen; nodig zijn er minstens {FEWEST_PAIRS}.",
            advice="Neem meer beantwoordingen van Kamervragen op, of geef een BEIR-map.",
        )


def _learner(material: Material, training: Training | None) -> Callable[[NDArray[np.int64]], VectorMap]:
    def learn(rows: NDArray[np.int64]) -> VectorMap:
        pairs = np.stack([rows, material.answers[rows]], axis=1)
        return train(material.queries, material.passages, pairs, training=training)

    return learn


def _material(library: Library, embedder: Embedder, pairs: Pairs) -> Material:
    keys, passages = library.reader.vectors(embedder.id, embedder.dimension)
    snapshot = library.snapshots.open(model=embedder.id)
    lexical = []
    for query in pairs.queries:
        words = as_lexical(wanted_terms(snapshot.lexical.analyser, query))
        hits = snapshot.lexical.search(words, _POOL)
        known = np.isin(hits.keys, keys)
        rows = np.searchsorted(keys, hits.keys[known])
        lexical.append(hits._replace(keys=rows, scores=hits.scores[known]))
    return Material(
        queries=embedder.encode_queries(list(pairs.queries)),
        passages=passages,
        answers=np.searchsorted(keys, pairs.keys),
        lexical=lexical,
        groups=pairs.groups,
    )
