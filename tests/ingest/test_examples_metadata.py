"""The example documents say who they are: title, kind and date, as the manifest lists them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFEST: list[dict[str, Any]] = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))[
    "document"
]
SPLIT = SentenceSplitter(trained=None).split


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_title_kind_and_date_come_out_of_the_content(entry: dict[str, Any]) -> None:
    """A file that goes by a name that says nothing is still known by what it says."""
    path = CORPUS / "documents" / entry["file"]
    found = prepare_document(f"x{path.suffix}", path.read_bytes(), split=SPLIT).metadata
    date = found.date.value if found.date else None
    expected = entry["date"].isoformat() if "date" in entry else None
    assert (found.title.value, found.kind.value, date) == (entry["title"], entry["kind"], expected)
