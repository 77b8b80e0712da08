"""The embedded model is prepared once per test run and shared; set BELEIDSZOEKER_TEST_MODEL_CACHE to keep it.

``embedded`` is the model as everyone gets it, on OpenVINO; ``reference`` is the same through
sentence-transformers, in full precision.

Beside it stands a tiny weights file of the same format, made here, for what does not need the real one.
"""

import os
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder
from beleidszoeker.model.embedded import FACTS
from beleidszoeker.model.prepare import prepare, prepare_network
from beleidszoeker.model.transformer import TransformerEmbedder
from beleidszoeker.model.unpack import unpack
from beleidszoeker.model.weights import Sizes, parse

TINY = Sizes(
    hidden=32,
    layers=1,
    heads=2,
    feed_forward=64,
    vocabulary=16,
    positions=32,
    token_types=2,
    norm_epsilon=1e-12,
)
TINY_PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁net", "▁vol", "▁query", ":", "▁passage", "a", "<mask>"]


@pytest.fixture(scope="session")
def model_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    kept = os.environ.get("BELEIDSZOEKER_TEST_MODEL_CACHE")
    # The contract tests prepare into this same folder, so whoever comes second finds it ready.
    cache = Path(kept) if kept else tmp_path_factory.getbasetemp() / "model-cache"
    yield cache
    if not kept:
        shutil.rmtree(cache, ignore_errors=True)


@pytest.fixture(scope="session")
def prepared(model_cache: Path) -> Path:
    return prepare_network(model_cache)


@pytest.fixture(scope="session")
def reference(model_cache: Path) -> Embedder:
    return TransformerEmbedder(str(prepare(model_cache)), facts=FACTS)


@pytest.fixture(scope="session")
def embedded(prepared: Path) -> Embedder:
    return load_embedder("embedded", cache_dir=prepared.parent)


@pytest.fixture(scope="session")
def tiny_file() -> bytes:
    return _header() + _vocabulary() + _replacements({"\x01": "", "\t": " ", "ﬁ": "fi"}) + _tensors()


@pytest.fixture
def tiny_model(tmp_path: Path, tiny_file: bytes) -> Path:
    folder = tmp_path / "tiny-e5"
    folder.mkdir()
    unpack(parse(tiny_file), folder)
    return folder


def _header() -> bytes:
    sizes = (TINY.hidden, TINY.layers, TINY.heads, TINY.feed_forward, TINY.vocabulary, TINY.positions)
    return struct.pack("<4sI7ifi", b"E5S1", 1, *sizes, TINY.token_types, TINY.norm_epsilon, 32)


def _vocabulary() -> bytes:
    pieces = [piece.encode() for piece in TINY_PIECES]
    offsets = np.cumsum([0, *map(len, pieces)]).astype("<u4")
    scores = -np.arange(len(pieces), dtype="<f4")
    head = struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, int(offsets[-1]))
    return head + offsets.tobytes() + scores.tobytes() + b"".join(pieces)


def _replacements(table: dict[str, str]) -> bytes:
    entries = b"".join(
        struct.pack(f"<IB{len(new)}I", ord(old), len(new), *map(ord, new)) for old, new in table.items()
    )
    return struct.pack("<iI", len(table), len(entries)) + entries


def _shapes() -> dict[str, tuple[int, ...]]:
    width, wide = TINY.hidden, TINY.feed_forward
    square = {f"l0.{name}": (width, width) for name in ("q", "k", "v", "ao")}
    matrices = {**square, "l0.fi": (wide, width), "l0.fo": (width, wide)}
    pairs: dict[str, tuple[int, ...]] = {
        **matrices,
        "emb.ln": (width,),
        "l0.aln": (width,),
        "l0.oln": (width,),
    }
    rows = {"emb.word": TINY.vocabulary, "emb.pos": TINY.positions, "emb.type": TINY.token_types}
    shapes: dict[str, tuple[int, ...]] = {name: (count, width) for name, count in rows.items()}
    for name, shape in pairs.items():
        shapes |= {f"{name}.w": shape, f"{name}.b": shape[:1]}
    return shapes


def _tensors() -> bytes:
    """The directory and, after it, the tensors: matrices of layers in 4-bit blocks, the rest in float32."""
    shapes = _shapes()
    kinds = {name: int(name.startswith("l0") and len(shape) > 1) for name, shape in shapes.items()}
    blobs = {name: _tensor(kinds[name], int(np.prod(shape))) for name, shape in shapes.items()}
    before = len(_header() + _vocabulary() + _replacements({"\x01": "", "\t": " ", "ﬁ": "fi"}))
    offset = before + 4 + sum(2 + len(name) + 21 for name in shapes)
    directory = struct.pack("<i", len(shapes))
    for name, blob in blobs.items():
        fields = (kinds[name], int(np.prod(shapes[name])), offset, len(blob))
        directory += struct.pack(f"<H{len(name)}sBIQQ", len(name), name.encode(), *fields)
        offset += len(blob)
    return directory + b"".join(blobs.values())


def _tensor(kind: int, elements: int) -> bytes:
    random = np.random.default_rng(elements)
    if not kind:
        return random.normal(size=elements).astype("<f4").tobytes()
    blocks = elements // 32
    scales = np.full((blocks, 1), 0.05, dtype="<f2").view(np.uint8)
    return np.hstack([scales, random.integers(0, 256, (blocks, 16), dtype=np.uint8)]).tobytes()
