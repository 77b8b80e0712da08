"""A second look at the best candidates."""

import numpy as np
import pytest
from tests.support import Shelf, made, passage_record

from beleidszoeker.index.base import Hits
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.model.reranking import SharedWordsReranker
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.ranking.fusion import Candidates, Fused, Weights, fuse
from beleidszoeker.search.ranking.rereading import LOOKED_AT, read_again


def candidates(count: int) -> Fused:
    """Candidates 1, 2, … in this order."""
    near = np.linspace(1, 0, count, dtype=np.float32)
    nothing = Hits(np.empty(0, np.int64), np.empty(0, np.float32))
    keys = np.arange(1, count + 1, dtype=np.int64)
    return fuse(Candidates(keys, near, near, nothing), Weights(1.0, 0.0))


def records(*texts: str) -> dict[int, PassageRecord]:
    return {key: passage_record(key=key, title="", text=text) for key, text in enumerate(texts, start=1)}


def test_what_reads_best_comes_first() -> None:
    """Of near candidates the one that answers, as reading tells; the effect is told and adds up."""
    texts = records("water", "lucht", "net", "zee")
    found = read_again(candidates(4), "net", texts, SharedWordsReranker())
    assert found.keys.tolist() == [3, 1, 2, 4]
    assert np.sum(list(found.effects.values()), axis=0) == pytest.approx(found.scores, abs=1e-6)


def test_only_the_best_are_read() -> None:
    """The others stay behind them, in their order."""
    before = candidates(LOOKED_AT + 10)
    texts = ["water"] * LOOKED_AT + ["net"] * 10
    found = read_again(before, "net", records(*texts), SharedWordsReranker()).keys.tolist()
    assert found == before.keys.tolist()
    texts[LOOKED_AT - 1] = "net"
    found = read_again(before, "net", records(*texts), SharedWordsReranker()).keys.tolist()
    assert found.index(LOOKED_AT) < LOOKED_AT - 1
    assert found[LOOKED_AT:] == list(range(LOOKED_AT + 1, LOOKED_AT + 11))


def test_nothing_to_read() -> None:
    """No candidates, and one that was removed meanwhile."""
    assert len(read_again(candidates(0), "net", {}, SharedWordsReranker()).keys) == 0
    assert read_again(candidates(2), "net", records("net"), SharedWordsReranker()).keys.tolist() == [1, 2]


def test_the_engine_reads_when_it_is_told_to(shelf: Shelf) -> None:
    """Each result then says what reading added; without a reranker there is no such part."""
    shelf.fill(made("Het net is vol."), made("Net als water."), made("De lucht is schoon."))
    engine = SearchEngine(shelf.library, shelf.embedder, reranker=SharedWordsReranker())
    (first, *_) = engine.search("is het net vol").results
    assert first.text == "Het net is vol."
    assert "reading" in {effect.name for effect in first.why.effects}
    (first, *_) = shelf.engine().search("is het net vol").results
    assert "reading" not in {effect.name for effect in first.why.effects}
