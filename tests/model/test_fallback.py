"""What happens where OpenVINO is missing, or its network is damaged; children are real processes."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

import beleidszoeker
from beleidszoeker.errors import ModelDamagedError, ModelError
from beleidszoeker.model import load_embedder
from beleidszoeker.model.base import Embedder, Vectors
from beleidszoeker.model.fallback import FallbackEmbedder
from beleidszoeker.model.hashing import HashingEmbedder

EMBED = """
import logging, sys
from pathlib import Path
from beleidszoeker.model import load_embedder

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")
embedder = load_embedder(cache_dir=Path(sys.argv[1]))
for _ in range(2):
    print(embedder.encode_queries(["Het net zit vol."])[0, :3].tolist())
print("openvino" in sys.modules, "torch" in sys.modules)
"""


@pytest.fixture
def copied(tmp_path: Path, prepared: Path) -> Iterator[Path]:
    """The network's folder in a cache of its own, to be damaged."""
    yield Path(shutil.copytree(prepared, tmp_path / prepared.name))
    shutil.rmtree(tmp_path)


@pytest.fixture
def ready(tmp_path: Path, prepared: Path, reference: Embedder) -> Path:
    """A cache that holds both folders; ``reference`` has made the second one."""
    cache = tmp_path / "cache"
    cache.mkdir()
    for folder in prepared.parent.iterdir():
        if folder.is_dir():
            (cache / folder.name).symlink_to(folder)
    assert reference.id
    return cache


def packages_without_openvino(folder: Path) -> Path:
    """All that is installed here, but for OpenVINO."""
    folder.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith("openvino"):
            (folder / path.name).symlink_to(path)
    return folder


def embed_in_child(packages: Path, cache: Path) -> list[str]:
    """What a process says that finds its packages in ``packages`` and nowhere else."""
    source = Path(beleidszoeker.__file__).parents[1]
    command = [sys.executable, "-S", "-c", EMBED, str(cache)]
    environment = os.environ | {"PYTHONPATH": f"{packages}{os.pathsep}{source}"}
    return subprocess.run(
        command, capture_output=True, check=True, text=True, env=environment
    ).stdout.splitlines()


@pytest.mark.parametrize("broken", [False, True], ids=["missing", "broken"])
def test_without_openvino_sentence_transformers_computes(
    tmp_path: Path, ready: Path, reference: Embedder, *, broken: bool
) -> None:
    """The vectors are the same, and one warning says what happened."""
    packages = packages_without_openvino(tmp_path / "packages")
    if broken:
        (packages / "openvino.py").write_text("raise ImportError('libopenvino.so: wrong ELF class')")
    warning, first, second, modules = embed_in_child(packages, ready)
    assert warning.startswith("WARNING OpenVINO is hier niet")
    assert warning.endswith("sentence-transformers: dat is trager.")
    assert first == second
    vector = reference.encode_queries(["Het net zit vol."])[0]
    np.testing.assert_allclose(json.loads(first), vector[:3], atol=1e-5)
    assert modules == "False True"


@pytest.mark.parametrize("name", ["network.xml", "network.bin", "skeleton.json"])
def test_what_is_damaged_is_made_again(copied: Path, embedded: Embedder, name: str) -> None:
    """Other bytes in a file of the right size are noticed at the first use; then all is made anew, once."""
    size = (copied / name).stat().st_size
    (copied / name).write_bytes(b"\xa5" * size)
    reports: list[str] = []
    vectors = load_embedder(cache_dir=copied.parent, report=reports.append).encode_queries(["net"])
    np.testing.assert_array_equal(vectors, embedded.encode_queries(["net"]))
    assert reports == [
        "Het taalmodel wordt eenmalig uitgepakt (160 MB).",
        "Het taalmodel wordt vastgelegd op schijf.",
    ]


class Failing(HashingEmbedder):
    """An embedder that says what it is and cannot embed."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        raise ModelDamagedError(f"{len(texts)} vragen kunnen niet.")


def test_an_embedder_that_fails_is_not_asked_again() -> None:
    """The error is told once, the second is made once, and answers from then on."""
    said: list[ModelError] = []
    made: list[HashingEmbedder] = []

    def second() -> HashingEmbedder:
        made.append(HashingEmbedder())
        return made[-1]

    embedder = FallbackEmbedder(Failing(), second=second, say=said.append)
    assert (embedder.id, embedder.dimension, embedder.max_tokens) == ("hashing-64-v1", 64, 512)
    assert embedder.count_tokens("net vol") == 2
    assert made == []
    for _ in range(3):
        np.testing.assert_array_equal(
            embedder.encode_queries(["net"]), HashingEmbedder().encode_queries(["net"])
        )
    assert embedder.encode_passages(["net"]).shape == (1, 64)
    assert [error.message for error in said] == ["1 vragen kunnen niet."]
    assert len(made) == 1
