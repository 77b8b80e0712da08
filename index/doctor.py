"""Examining a library, and rebuilding what can be rebuilt: everything but the databases."""

from dataclasses import dataclass

import numpy as np

from beleidszoeker.errors import LibraryError
from beleidszoeker.index.desk import DESK_NAME, Desk
from beleidszoeker.index.library import Library
from beleidszoeker.index.manifest import FORMAT
from beleidszoeker.index.publication import embed_missing, publish
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.sqlite import what_is_wrong
from beleidszoeker.model.base import Embedder


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check.

    Attributes:
        check: Its English name.
        ok: Whether all is well.
        message: What was seen, in Dutch.
    """

    check: str
    ok: bool
    message: str


def examine(library: Library, embedder: Embedder) -> list[Finding]:
    """Check database, vectors and snapshot, every checksum included.

    Passages of removed documents may still stand in the snapshot: they are never returned. Where nobody
    kept anything there is no desk, and no word of it.
    """
    findings = [_database(library), _vectors(library, embedder), _snapshot(library, embedder)]
    return [*findings, _desk(library)] if (library.folder / DESK_NAME).exists() else findings


def repair(library: Library, embedder: Embedder, *, reporter: Reporter) -> None:
    """Embed what has no vector, sentences included, and publish a new snapshot from the database.

    The desk is left alone: what people keep cannot be made again.
    """
    with library.writing() as writer:
        embed_missing(library, writer, embedder, reporter=reporter)
        publish(library, writer, embedder, reporter=reporter, force=True)


def _database(library: Library) -> Finding:
    problem = library.reader.integrity()
    return Finding("database", problem is None, problem or "De database is heel.")


def _vectors(library: Library, embedder: Embedder) -> Finding:
    missing = len(library.reader.missing_vectors(embedder.id))
    if missing:
        return Finding("vectors", ok=False, message=f"{missing} passages hebben nog geen vector.")
    words_only = len(library.reader.missing_sentences(embedder.id))
    if words_only:
        message = f"Van {words_only} passages hebben de zinnen nog geen vector."
        return Finding("vectors", ok=False, message=message)
    return Finding("vectors", ok=True, message="Alle passages hebben een vector.")


def _snapshot(library: Library, embedder: Embedder) -> Finding:
    try:
        snapshot = library.snapshots.open(model=embedder.id, thorough=True)
    except LibraryError as error:
        return Finding("snapshot", ok=False, message=error.message)
    unknown = np.setdiff1d(library.reader.keys(), snapshot.keys)
    if len(unknown):
        return Finding("snapshot", ok=False, message=f"{len(unknown)} passages staan nog niet in de index.")
    if snapshot.manifest.format != FORMAT:
        message = "De index is nog van een vorige versie: hij is goed, maar kan minder dan een nieuwe."
        return Finding("snapshot", ok=False, message=message)
    return Finding("snapshot", ok=True, message=f"Index {snapshot.manifest.number} past bij de database.")


def _desk(library: Library) -> Finding:
    try:
        with Desk(library.folder).reading() as connection:
            wrong = what_is_wrong(connection)
    except LibraryError as error:
        wrong = error.message
    if wrong is None:
        return Finding("desk", ok=True, message="Mappen en zoekopdrachten zijn heel.")
    advice = f"Zet een reservekopie van {DESK_NAME} terug"
    return Finding("desk", ok=False, message=f"Mappen en zoekopdrachten zijn beschadigd: {wrong}. {advice}.")
