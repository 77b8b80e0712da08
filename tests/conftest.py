"""Fixtures for all rooms: an empty library in a folder of its own, and parser processes shared by the run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidszoeker.ingest.sandbox.pool import ParserPool
from tests.support import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path / "library")
    with made.library:
        yield made


@pytest.fixture(scope="session")
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=1, rules_only=True) as made:
        yield made
