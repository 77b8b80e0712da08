"""Models that read question and passage together, played by a tiny one of random parameters."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertForSequenceClassification

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model.reranking import SharedWordsReranker, load_reranker


@pytest.fixture(params=[1, 3], ids=["one score", "three scores"])
def cross_encoder(request: pytest.FixtureRequest, tiny_model: Path) -> Path:
    """The folder of the tiny model, its network replaced by one that scores pairs."""
    config = BertConfig(
        vocab_size=16,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=32,
    )
    config.num_labels = request.param
    for name in ("modules.json", "config_sentence_transformers.json", "sentence_bert_config.json"):
        (tiny_model / name).unlink()
    torch.manual_seed(1)
    BertForSequenceClassification(config).save_pretrained(tiny_model)
    return tiny_model


@pytest.mark.parametrize("cross_encoder", [1], indirect=True)
def test_each_passage_gets_a_score_of_its_own(cross_encoder: Path) -> None:
    """In the order given, the same again, also by itself; none for none."""
    reranker = load_reranker(str(cross_encoder))
    scores = reranker.scores("net", ["net vol", "vol", "net net net"])
    assert scores.shape == (3,)
    assert scores.dtype == np.float32
    assert len(set(scores.tolist())) == 3
    assert reranker.scores("net", ["vol"]) == pytest.approx(scores[1:2], abs=1e-5)
    assert reranker.scores("net", []).shape == (0,)


@pytest.mark.parametrize("cross_encoder", [3], indirect=True)
def test_a_model_for_something_else_is_refused(cross_encoder: Path) -> None:
    """One that gives several numbers for a pair tells nothing about an answer."""
    with pytest.raises(ModelUnavailableError, match="geen score"):
        load_reranker(str(cross_encoder)).scores("net", ["vol"])


def test_what_is_not_there_is_explained(tmp_path: Path) -> None:
    """A folder without a model, and a name that can be none."""
    with pytest.raises(ModelUnavailableError, match="niet te laden"):
        load_reranker(str(tmp_path)).scores("net", ["vol"])
    with pytest.raises(ModelUnavailableError, match="na te lezen") as caught:
        load_reranker("geen model!")
    assert "BELEIDSZOEKER_RERANKER" in caught.value.advice


def test_shared_words() -> None:
    """The one without a model counts words, in any case."""
    scores = load_reranker("woorden").scores("Het NET", ["het net", "een net", "water", ""])
    assert scores.tolist() == [1.0, 0.5, 0.0, 0.0]
    assert SharedWordsReranker().scores("", ["net"]).tolist() == [0.0]
