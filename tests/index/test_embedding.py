"""Embedding beside other work."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.support import CountingEmbedder, Shelf, made

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.index.embedding import BATCH, Embedding
from beleidszoeker.index.ingestion import ingest
from beleidszoeker.index.report import NullReporter
from beleidszoeker.ingest.sandbox.pool import ParserPool
from beleidszoeker.model.base import Progress, Vectors


class Told(NullReporter):
    """Keeps what it is told of passages."""

    def __init__(self) -> None:
        self.embedded_of: list[tuple[int, int]] = []

    def embedded(self, done: int, known: int) -> None:
        self.embedded_of.append((done, known))


class Unusable(CountingEmbedder):
    """A model that cannot be loaded."""

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        raise ModelUnavailableError(f"Het model is er niet voor {len(texts)} teksten ({progress}).")


def many(count: int, topic: str = "water") -> str:
    return "\n\n".join(f"Over {topic} {number}. Er komt een dijk." for number in range(count))


def none_left() -> bool:
    return not any(thread.name.startswith("embedding") for thread in threading.enumerate())


def test_full_batches_are_kept_while_other_work_goes_on(tmp_path: Path) -> None:
    """What waits for its turn is ids; a batch that is not full waits for the next files."""
    shelf, told = Shelf(tmp_path / "library"), Told()
    stored = [shelf.put(f"{n}.txt", made(many(BATCH, f"kade {n}"))) for n in range(2)]
    stored.append(shelf.put("rest.txt", made(many(3, "spoor"))))
    with (
        shelf.library.writing() as writer,
        Embedding(shelf.library, writer, shelf.embedder, reporter=told) as embedding,
        ThreadPoolExecutor(1) as reading,
    ):
        for document_id in stored:
            embedding.add(document_id)
        embedding.work_until(reading.submit(time.sleep, 3.0))
        assert told.embedded_of[-1] == (2 * BATCH, 2 * BATCH + 3)
        assert len(shelf.library.reader.lacking_keys(shelf.embedder.id)) == 3
        embedding.finish()
    assert shelf.library.reader.lacking_keys(shelf.embedder.id) == []
    assert embedding.vectors == 2 * BATCH + 3
    assert none_left()


def test_all_that_is_read_counts_at_once(tmp_path: Path) -> None:
    """However far reading is ahead; a document that comes twice counts once, unless it was stored anew."""
    shelf, told = Shelf(tmp_path / "library"), Told()
    stored = [shelf.put(f"{n}.txt", made(many(BATCH, f"kade {n}")), content=f"{n}") for n in range(4)]
    with (
        shelf.library.writing() as writer,
        Embedding(shelf.library, writer, shelf.embedder, reporter=told) as embedding,
        ThreadPoolExecutor(1) as reading,
    ):
        for document_id in [*stored, stored[0]]:
            embedding.add(document_id)
        assert told.embedded_of == [(0, number * BATCH) for number in range(1, 5)]
        record = shelf.library.reader.sources()["/0.txt"]
        writer.remove_sources(["/0.txt"])
        writer.save(record, made(many(BATCH, "kade 0")))
        embedding.add(stored[0])
        assert told.embedded_of[-1] == (0, 5 * BATCH)
        embedding.work_until(reading.submit(time.sleep, 3.0))
    assert told.embedded_of[-1] == (4 * BATCH, 4 * BATCH)
    assert shelf.library.reader.lacking_keys(shelf.embedder.id) == []


def test_what_is_known_is_not_embedded_again(tmp_path: Path) -> None:
    """Equal passages of two documents once; a lost sentence without the passage around it."""
    shelf = Shelf(tmp_path / "library")
    for name in ("a.txt", "b.txt"):
        shelf.put(name, made(many(2)), content=name)
    shelf.publish()
    assert sorted(shelf.embedder.embedded) == sorted(set(shelf.embedder.embedded))
    shelf.embedder.embedded.clear()
    shelf.library._connection().execute("DELETE FROM sentence_vectors")
    shelf.publish()
    assert sorted(shelf.embedder.embedded) == ["Er komt een dijk."]


def test_a_model_that_cannot_be_used_ends_the_ingest(tmp_path: Path) -> None:
    """With its own error, and without a thread that goes on; what was stored stays."""
    shelf = Shelf(tmp_path / "library")
    shelf.embedder = Unusable()
    (tmp_path / "brief.txt").write_text(many(3), encoding="utf-8")
    with ParserPool(workers=1, rules_only=True, ocr=False) as pool, pytest.raises(ModelUnavailableError):
        ingest(shelf.library, [tmp_path / "brief.txt"], shelf.embedder, pool)
    assert len(shelf.library.reader.documents()) == 1
    assert none_left()


def test_leaving_early_gives_up_the_batch_in_hand(tmp_path: Path) -> None:
    """Ctrl-C waits for a few texts, not for a batch."""
    shelf = Shelf(tmp_path / "library")
    began = threading.Event()

    class Slow(CountingEmbedder):
        """Takes a minute for a batch."""

        def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
            began.set()
            for _ in texts:
                time.sleep(0.2)
                assert progress is not None
                progress(1)
            return super().encode_passages(texts)

    def leave_early(document_id: str) -> None:
        with (
            shelf.library.writing() as writer,
            Embedding(shelf.library, writer, Slow(), reporter=NullReporter()) as embedding,
        ):
            embedding.add(document_id)
            embedding._begin_full()
            assert began.wait(10)
            raise KeyboardInterrupt

    document_id, started = shelf.put("a.txt", made(many(BATCH))), time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        leave_early(document_id)
    assert time.monotonic() - started < 0.2 * BATCH / 2
    assert none_left()
