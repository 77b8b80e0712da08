"""The embedded model on OpenVINO, shared by threads."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder

LONG = "De minister onderzoekt de netcapaciteit in Groningen. " * 40


@pytest.fixture
def fresh(prepared: Path) -> Embedder:
    """An embedder that has opened nothing and remembers nothing."""
    return load_embedder(cache_dir=prepared.parent)


def test_threads_may_share_an_embedder(fresh: Embedder, embedded: Embedder) -> None:
    """Eight threads that open, embed and count at once get what one gets alone."""
    texts = [f"Vraag {number} over netcongestie" + " en meer" * number for number in range(10)]
    with ThreadPoolExecutor(8) as pool:
        passages = [pool.submit(fresh.encode_passages, texts) for _ in range(2)]
        together = list(pool.map(lambda text: fresh.encode_queries([text]), texts))
        counts = list(pool.map(fresh.count_tokens, texts * 4))
    np.testing.assert_allclose(together, [embedded.encode_queries([text]) for text in texts], atol=1e-5)
    np.testing.assert_array_equal(passages[0].result(), passages[1].result())
    assert counts == [embedded.count_tokens(text) for text in texts] * 4


def test_a_question_does_not_wait_for_a_batch_of_passages(fresh: Embedder) -> None:
    """While batches of the longest passages are computed, a question takes less time than one of them."""
    finished: list[float] = []
    fresh.encode_queries(["Wat is netcongestie?"])
    with ThreadPoolExecutor(1) as pool:
        library = pool.submit(
            fresh.encode_passages, [LONG] * 48, progress=lambda _: finished.append(time.perf_counter())
        )
        while not finished:
            time.sleep(0.01)
        waits = []
        for number in range(8):
            before = time.perf_counter()
            fresh.encode_queries([f"Wat is netcongestie {number}?"])
            waits.append(time.perf_counter() - before)
        library.result()
    assert np.median(waits) < np.median(np.diff(finished)) / 2


def test_an_error_in_progress_stops_the_work_and_nothing_else(fresh: Embedder) -> None:
    """Whoever stops half-way, as Ctrl-C does, can go on with the same embedder."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fresh.encode_passages([LONG] * 32, progress=stop)
    assert fresh.encode_passages(["net", "vol"]).shape == (2, 384)


def test_a_question_is_remembered(fresh: Embedder) -> None:
    """The second time it takes a tenth of the time at most, and gives the same numbers."""
    fresh.encode_queries(["warm"])
    before = time.perf_counter()
    first = fresh.encode_queries([LONG])
    between = time.perf_counter()
    second = fresh.encode_queries([LONG])
    assert time.perf_counter() - between < (between - before) / 10
    np.testing.assert_array_equal(first, second)
