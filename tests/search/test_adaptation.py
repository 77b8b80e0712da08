"""Learning the linear map: on made-up vectors with a known answer, and on a real small library."""

from pathlib import Path

import numpy as np
import pytest
from tests.support import NULL

from beleidszoeker.errors import ConfigurationError
from beleidszoeker.index.base import Hits
from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.library import Library
from beleidszoeker.index.vector_map import VectorMap
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model.base import Vectors
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.adaptation import (
    Material,
    Training,
    collection_from_library,
    cross_validate,
    learn_for,
    train,
)

QUESTIONS = 300
DIMENSION = 16


def unit(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def material(*, learnable: bool) -> Material:
    """Answers are their questions plus noise — in a few dimensions that a map can suppress, or in all."""
    random = np.random.default_rng(3)
    meaning = random.normal(size=(QUESTIONS, DIMENSION))
    loud = 4.0 * (np.arange(DIMENSION) < DIMENSION // 2) if learnable else np.full(DIMENSION, 2.0)
    queries = unit((meaning + loud * random.normal(size=meaning.shape)).astype(np.float32))
    passages = unit((meaning + loud * random.normal(size=meaning.shape)).astype(np.float32))
    nothing = Hits(np.empty(0, np.int64), np.empty(0, np.float32))
    groups = [f"document {number % 30}" for number in range(QUESTIONS)]
    return Material(queries, passages, np.arange(QUESTIONS), [nothing] * QUESTIONS, groups)


def learn_from(data: Material, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> VectorMap:
    pairs = np.stack([rows, data.answers[rows]], axis=1)
    return train(data.queries, data.passages, pairs, training=Training(epochs=60, rate=1e-2, penalty=0.1))


def test_a_map_that_can_help_is_found_and_proven() -> None:
    """Where noise sits in some dimensions the map learns to ignore them, and the interval shows it."""
    data = material(learnable=True)
    gain = cross_validate(data, lambda rows: learn_from(data, rows), before=None)
    assert gain.certain
    assert gain.dense_after > gain.dense_before + 0.1
    assert gain.queries == QUESTIONS


def test_a_gain_that_is_not_there_is_not_claimed() -> None:
    """Where there is nothing to learn the interval says so, though the training pairs fit better."""
    data = material(learnable=False)
    gain = cross_validate(data, lambda rows: learn_from(data, rows), before=None)
    assert not gain.certain


def test_no_training_at_all_leaves_the_identity() -> None:
    """Learning starts where nothing changes."""
    data = material(learnable=True)
    linear = train(data.queries, data.passages, np.array([[0, 0]]), training=Training(epochs=0))
    assert np.array_equal(linear.matrix, np.eye(DIMENSION, dtype=np.float32))


def test_the_same_pairs_give_the_same_map() -> None:
    """The order of the pairs is drawn from a fixed seed."""
    data = material(learnable=True)
    rows = np.arange(QUESTIONS)
    assert np.allclose(learn_from(data, rows).matrix, learn_from(data, rows).matrix, atol=1e-5)


@pytest.fixture
def kamervragen(tmp_path: Path) -> Library:
    """A library with one set of questions, two of them answered together."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "antwoorden.md").write_text(
        "# Antwoorden op Kamervragen over het elektriciteitsnet\n\n"
        "## Vraag 1\n\nHoe vol is het elektriciteitsnet in Zuid-Limburg op dit moment?\n\n"
        "## Antwoord 1\n\nHet net is vol; nieuwe aansluitingen staan op een wachtlijst.\n\n"
        "## Vraag 2\n\nWanneer is er weer ruimte voor bedrijven met plannen?\n\n"
        "## Vraag 3\n\nWie betaalt de uitbreiding van het net in deze regio?\n\n"
        "## Antwoord 2 en 3\n\nDe netbeheerder verwacht ruimte in 2030 en betaalt de uitbreiding.\n",
        encoding="utf-8",
    )
    library = Library(tmp_path / "library", create=True)
    with ParserPool(workers=1, rules_only=True) as pool:
        ingest(library, [folder], HashingEmbedder(), pool)
    return library


def test_questions_meet_their_answers(kamervragen: Library) -> None:
    """Each question is judged by the answer that it got, also where one answer serves two; the answer
    stands alone.
    """
    found = collection_from_library(kamervragen)
    pairs = {
        (question.split()[0], found.texts[text][1].split()[1])
        for name, question in found.queries.items()
        for text in found.judgements[name]
    }
    assert pairs == {("Hoe", "net"), ("Wanneer", "netbeheerder"), ("Wie", "netbeheerder")}


def test_too_few_pairs_are_refused_with_advice(kamervragen: Library) -> None:
    """Three pairs teach nothing that one could prove."""
    with pytest.raises(ConfigurationError, match="3 vraag-antwoordparen"):
        learn_for(kamervragen, HashingEmbedder(), folder=None, reporter=NULL)
