"""The headings of a document's text as the reading page shows them."""

import hashlib
import re
from pathlib import Path

from fastapi.testclient import TestClient
from tests.support import run

from beleidszoeker.api.app import create_app
from beleidszoeker.index.library import Library
from beleidszoeker.model.hashing import HashingEmbedder

SKIPPING = """# Peil

Het peil van de Maas.

#### Bij Venlo

Het peil daalt bij Venlo.

## Gevolgen

De schepen varen met minder lading.

### Voor de havens

De havens wachten af.
"""


def test_a_skipped_level_makes_no_gap(tmp_path: Path) -> None:
    """A heading stands one deeper than the one that holds it, whatever level its document gave it."""
    note = tmp_path / "files" / "nota.md"
    note.parent.mkdir()
    note.write_text(SKIPPING, encoding="utf-8")
    assert run(tmp_path / "library", "ingest", note.parent).returncode == 0
    document_id = hashlib.sha256(note.read_bytes()).hexdigest()[:16]
    with TestClient(create_app(Library(tmp_path / "library"), HashingEmbedder)) as client:
        shown = client.get(f"/documenten/{document_id}").text
    found = re.findall(r'<(h\d) id="b\d+" class="read-heading">([^<]+)', shown)
    assert found == [("h3", "Peil"), ("h4", "Bij Venlo"), ("h4", "Gevolgen"), ("h5", "Voor de havens")]
