"""What holds for every parser: any bytes give drafts or a named error, and the same bytes the same drafts."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidszoeker.errors import DocumentError
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.drafts import DraftDocument
from beleidszoeker.ingest.formats import PARSERS

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
SMALLEST = {
    path.suffix: path.read_bytes()
    for path in sorted(DOCUMENTS.iterdir(), key=lambda path: path.stat().st_size, reverse=True)
}
RANDOM = random.Random(3)  # noqa: S311 - bytes to read, not secrets
SUFFIXES = sorted(PARSERS)


def damaged(data: bytes) -> Iterator[bytes]:
    """A file cut short, with bytes changed, with a piece gone, and with a piece twice."""
    for share in (0.01, 0.3, 0.7, 0.99):
        yield data[: int(len(data) * share)]
    for _ in range(12):
        changed = bytearray(data)
        for _ in range(RANDOM.choice((1, 5, 50))):
            changed[RANDOM.randrange(len(changed))] = RANDOM.randrange(256)
        yield bytes(changed)
    at = len(data) // 2
    yield data[:at] + data[at + 40 :]
    yield data[:at] + data[at - 200 :]


def parse(suffix: str, data: bytes) -> DraftDocument | None:
    try:
        return PARSERS[suffix]().parse(data)
    except DocumentError:
        return None


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\x00" * 64, b"PK\x03\x04", b"<", RANDOM.randbytes(4096)], ids=range(6)
)
def test_bytes_that_are_no_document_give_drafts_or_a_named_error(suffix: str, data: bytes) -> None:
    """No parser raises anything but a DocumentError, whatever it is given; what it reads can be composed."""
    parsed = parse(suffix, data)
    assert parsed is None or isinstance(compose(parsed).text, str)


@pytest.mark.parametrize("suffix", sorted(set(SMALLEST) & set(SUFFIXES)))
def test_a_damaged_document_gives_drafts_or_a_named_error(suffix: str) -> None:
    """A real file that was cut, changed or mixed up costs a named error at most."""
    for data in damaged(SMALLEST[suffix]):
        parsed = parse(suffix, data)
        assert parsed is None or isinstance(compose(parsed).text, str)


@pytest.mark.parametrize("suffix", sorted(set(SMALLEST) & set(SUFFIXES)))
def test_the_same_file_gives_the_same_drafts(suffix: str) -> None:
    """Parsing depends on the bytes alone."""
    first, second = (parse(suffix, SMALLEST[suffix]) for _ in range(2))
    assert first is not None
    assert first == second
