"""The way of a prepared document out of the parser's process."""

import json
from pathlib import Path

import pytest

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.sandbox.wire import from_wire, to_wire

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
SPLIT = SentenceSplitter(trained=None).split


@pytest.mark.parametrize("path", sorted(DOCUMENTS.iterdir()), ids=lambda path: path.name)
def test_a_document_survives_json(path: Path) -> None:
    """What comes out of JSON equals what went in, types and all."""
    prepared = prepare_document(path.name, path.read_bytes(), split=SPLIT)
    assert from_wire(json.loads(json.dumps(to_wire(prepared)))) == prepared


@pytest.mark.parametrize(
    "data", [{}, {"document": {}}, {"document": None, "metadata": None, "passages": None}]
)
def test_another_shape_is_refused(data: dict[str, object]) -> None:
    """A process that answers something else is not believed."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_wire(data)


def test_a_field_of_another_type_is_refused() -> None:
    """Each field is held against its type: a number is no text, and a kind must be one that exists."""
    prepared = prepare_document("brief.txt", b"De raad besluit vandaag over de brug.", split=SPLIT)
    for name, wrong in (("text", 3), ("blocks", [{"kind": "code", "start": 0, "end": 1}])):
        data = json.loads(json.dumps(to_wire(prepared)))
        data["document"][name] = wrong
        with pytest.raises(ValueError, match=name):
            from_wire(data)
