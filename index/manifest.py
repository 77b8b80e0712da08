"""The manifest of a snapshot: what it was made of and with."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from beleidszoeker.errors import SnapshotMismatchError
from beleidszoeker.index.durable import checksum, flush_file
from beleidszoeker.index.dutch import ANALYSER_VERSION

FORMAT = 6
_READABLE = (3, 4, 5, FORMAT)
"""In 3 vectors have full precision; 3 and 4 know no programmes; before 6 all vectors are compared. They
answer as well; the next publication renews them."""

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds; ``check`` refuses one that does not match.

    Attributes:
        number: The snapshot's number.
        model: Id of the embedder whose vectors it holds.
        dimension: Length of a vector.
        passages: How many passages it holds.
        keys: Digest of the passage keys.
        content: Digest of which passages these are; the database tells the same while the snapshot is up to
            date.
        files: Checksum of each file, by path relative to the snapshot.
        map: Digest of the linear map that its vectors went through; empty for none.
        dense: Which index of vectors it has, ``kind``, and what that was built with.
        analyser: Version of the Dutch analysis.
        format: Version of this layout.
    """

    number: int
    model: str
    dimension: int
    passages: int
    keys: str
    content: str
    files: dict[str, str]
    map: str = ""
    dense: dict[str, str | int] = field(default_factory=lambda: {"kind": "exact"})
    analyser: int = ANALYSER_VERSION
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Write the manifest; it comes last, so a folder without one is unfinished."""
        path = folder / MANIFEST
        path.write_text(json.dumps(asdict(self), indent=2, sort_keys=True) + "\n", encoding="utf-8")
        flush_file(path)

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of a snapshot.

        Raises:
            SnapshotMismatchError: It is missing, damaged, or of another version of this program.
        """
        try:
            manifest = cls(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
            manifest.dense["kind"]  # what is no table, or tells no kind, is damaged too
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise mismatch("het manifest ontbreekt of is beschadigd") from error
        if manifest.format not in _READABLE or manifest.analyser != ANALYSER_VERSION:
            raise mismatch("hij is gemaakt met een andere versie van Beleidszoeker")
        return manifest

    def check(self, folder: Path, *, model: str | None, thorough: bool = False) -> None:
        """See that the files are those of the manifest.

        Args:
            folder: The snapshot's folder.
            model: Id of the embedder that will be used; ``None`` when none is.
            thorough: Compute every checksum; otherwise only see that the files are there.

        Raises:
            SnapshotMismatchError: Something differs; the message says what.
        """
        if model is not None and model != self.model:
            raise mismatch(f"hij is gemaakt met model '{self.model}', niet met '{model}'")
        for name, digest in self.files.items():
            path = folder / name
            if not path.is_file() or (thorough and checksum(path) != digest):
                raise mismatch(f"het bestand {name} ontbreekt of is veranderd")


def digest_keys(keys: NDArray[np.int64]) -> str:
    """Return the digest of passage keys, which ascend."""
    return hashlib.sha256(keys.astype("<i8").tobytes()).hexdigest()


def mismatch(reason: str) -> SnapshotMismatchError:
    """Return the error that a snapshot cannot be used, with the reason as half a Dutch sentence."""
    return SnapshotMismatchError(
        f"De index past niet bij de bibliotheek: {reason}.",
        advice="Herstel hem met: beleidszoeker doctor --repair",
    )
