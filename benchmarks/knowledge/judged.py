"""Judgements: spans of real documents with what a reader said of them, and no text.

Readers judged without seeing what the program finds. Commitments and most references were judged by two
readers; where they disagreed whether a sentence is a commitment, it counts as none.
"""

import csv
import hashlib
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.prepared import PreparedDocument

JUDGED = Path(__file__).parents[2] / "tests" / "golden" / "knowledge"
SHARED = Path(__file__).parents[2].parent / "shared" / "corpus"
_SPLIT = SentenceSplitter(trained=None).split


@dataclass(frozen=True, slots=True)
class Judged:
    """One document that readers judged.

    Attributes:
        id: As a library calls it.
        digest: Of the canonical text that was judged: 16 hex digits of its SHA-256.
        sentences: How many it has.
        parts: What was judged: ``references``, ``commitments``, ``mentions``.
        path: How the file's path below the shared documents begins; ``!/`` parts an archive from its member.
    """

    id: str
    digest: str
    sentences: int
    parts: frozenset[str]
    path: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """What readers said.

    Attributes:
        name: Of the set: ``first``, on which the program was improved afterwards; ``second``, ``third`` and
            ``fourth``, on which the reading of commitments was. The third and fourth are mostly debates.
        folder: Where the tables are.
    """

    name: str
    folder: Path = JUDGED

    def documents(self, part: str | None = None) -> list[Judged]:
        """Return the documents of which a part was judged, or any."""
        found = [
            Judged(
                r["document"], r["text"], int(r["sentences"]), frozenset(r["judged"].split(",")), r["path"]
            )
            for r in self._table("documents")
            if r["set"] == self.name
        ]
        return [each for each in found if part is None or part in each.parts]

    def rows(self, part: str) -> list[dict[str, str]]:
        """Return what was said of a part: rows with ``document``, ``start``, ``end`` and more."""
        known = {each.id for each in self.documents(part)}
        return [row for row in self._table(part) if row["document"] in known]

    def _table(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t"))


@cache
def prepared(document: Judged) -> PreparedDocument:
    """Return a document as the program reads it.

    Raises:
        ValueError: Its text is no longer the one that was judged; then the spans say nothing.
    """
    name, data = _read(document.path)
    found = prepare_document(name, data, split=_SPLIT)
    if hashlib.sha256(found.document.text.encode()).hexdigest()[:16] != document.digest:
        raise ValueError(f"the canonical text of {document.path} is not the one that was judged")
    return found


def _read(path: str) -> tuple[str, bytes]:
    archive, _, member = path.partition("!/")
    if member:
        with tarfile.open(SHARED / archive) as file:
            inside = file.extractfile(next(each for each in file if each.name.endswith(member)))
            assert inside is not None
            return Path(member).name, inside.read()
    found = next(_beginning(path))
    return found.name, found.read_bytes()


def _beginning(path: str) -> Iterator[Path]:
    folder, _, name = path.rpartition("/")
    return (each for each in sorted((SHARED / folder).iterdir()) if each.name.startswith(name))
