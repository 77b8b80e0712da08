"""Models other than the embedded one, played by a tiny model of random parameters."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model import load_embedder

COMMIT = "0123456789abcdef0123456789abcdef01234567"
ASK_THE_HUB = """
import sys
from pathlib import Path
from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model import load_embedder
embedder = load_embedder("eigen/tiny-e5", cache_dir=Path("."))
print(embedder.id, embedder.dimension, embedder.count_tokens("net"))
try:
    load_embedder("eigen/onbekend", cache_dir=Path(".")).dimension
except ModelUnavailableError as error:
    print(error.code)
"""


def test_a_folder_is_named_after_its_content(tiny_model: Path) -> None:
    """The id changes with the parameters, also when no file changes its size."""
    before = load_embedder(str(tiny_model), cache_dir=tiny_model).id
    weights = tiny_model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    after = load_embedder(str(tiny_model), cache_dir=tiny_model).id
    assert before.startswith("tiny-e5@")
    assert before != after


def test_a_folder_says_its_own_sizes(tiny_model: Path) -> None:
    """Dimension, longest input and prefix come from the model."""
    embedder = load_embedder(str(tiny_model), cache_dir=tiny_model)
    assert (embedder.dimension, embedder.max_tokens) == (32, 32)
    assert embedder.count_tokens("net vol") == len(["<s>", "▁passage", ":", "▁net", "▁vol", "</s>"])


def test_without_a_tokenizer_file_the_model_counts(tiny_model: Path, tmp_path: Path) -> None:
    """Counting falls back on the tokenizer inside the model, and still cuts nothing."""
    embedder = load_embedder(str(tiny_model), cache_dir=tmp_path)
    vectors = embedder.encode_passages(["net " * 100])
    (tiny_model / "tokenizer.json").unlink()
    assert embedder.count_tokens("net " * 100) > 100
    assert vectors.shape == (1, 32)


def test_a_folder_without_a_model_is_explained(tmp_path: Path) -> None:
    """The message names the folder and the advice names the setting."""
    with pytest.raises(ModelUnavailableError, match=str(tmp_path)) as caught:
        _ = load_embedder(str(tmp_path), cache_dir=tmp_path).dimension
    assert "BELEIDSZOEKER_MODEL=embedded" in caught.value.advice


def test_a_model_of_the_hub_is_named_after_its_commit(tiny_model: Path, tmp_path: Path) -> None:
    """From the hub's cache it loads without network, with E5's prefixes; what is not there is explained."""
    settings = tiny_model / "config_sentence_transformers.json"
    settings.write_text(json.dumps(json.loads(settings.read_text()) | {"prompts": {}}))
    repository = tmp_path / "hub" / "models--eigen--tiny-e5"
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(COMMIT)
    (repository / "snapshots").mkdir()
    tiny_model.rename(repository / "snapshots" / COMMIT)
    said = subprocess.run(
        [sys.executable, "-W", "error", "-c", ASK_THE_HUB],
        env=os.environ | {"HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stdout.split() == ["eigen/tiny-e5@0123456789ab", "32", "5", "model-unavailable"]


def test_a_question_has_its_turn_between_batches(tiny_model: Path) -> None:
    """While many passages are embedded, a question has its turn after at most two batches more."""
    embedder, begun = load_embedder(str(tiny_model), cache_dir=tiny_model), threading.Event()
    done: list[int] = []

    def progress(count: int) -> None:
        done.append(count)
        begun.set()

    with ThreadPoolExecutor(1) as pool:
        library = pool.submit(embedder.encode_passages, ["net " * 30] * 8 * 200, progress=progress)
        begun.wait()
        before = len(done)
        embedder.encode_queries(["Wat is net?"])
        assert len(done) <= before + 2
        library.result()
    assert len(done) == 200
