"""What changed between two texts: commitments and deadlines that answer to each other, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.index.snapshot import Snapshot
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.ingest.knowledge.model import Term
from beleidszoeker.search.excerpts import Excerpt, excerpt
from beleidszoeker.search.timeline.said import Alike, Said, alike, are_about_the_same, as_said, shared_words
from beleidszoeker.search.timeline.wording import Run, differences

SENTENCE, AROUND, OF_ONE_WORK = 1.0, 0.6, 0.7
"""Least likeness of two commitments of different texts, of what stands around them, and of two versions."""
SUPPORTED = 0.8
"""Enough of the sentence where both passages refer to or name the same."""
MOST = 500
"""Commitments of one document that are compared."""


class Moved(StrEnum):
    """What became of a deadline."""

    SAME = "same"
    LATER = "later"
    EARLIER = "earlier"
    ADDED = "added"
    DROPPED = "dropped"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class ChangedSide:
    """One side of a change.

    Attributes:
        excerpt: The literal sentence and where it stands.
        runs: The same words, as what stayed and what changed.
        term: The words of its term, literally; ``None`` where it has none.
        until: The last day that they mean, ISO 8601, or ``None``.
    """

    excerpt: Excerpt
    runs: tuple[Run, ...]
    term: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A commitment in two texts, or in one of them only.

    Attributes:
        before: In the first; ``None`` where only the second has it.
        after: In the second; ``None`` where only the first has it.
        likeness: How much they are like each other, 0 to 2; ``None`` where there is one side.
        literal: Whether both say the same, word for word.
        shared: Words that make them alike.
        deadline: What became of the deadline; ``None`` where there is one side, or neither has a term.
    """

    before: ChangedSide | None
    after: ChangedSide | None
    likeness: float | None = None
    literal: bool = False
    shared: tuple[str, ...] = ()
    deadline: Moved | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two documents.

    Attributes:
        before: Id of the first.
        after: Id of the second.
        same_work: Whether they are versions of one work; else what is side by side only seems the same.
        pairs: Commitments of both, in the order of the second.
        only_before: Those that the second has nothing like.
        only_after: Those that the first has nothing like.
        notes: What the person should know, in Dutch sentences.
    """

    before: str
    after: str
    same_work: bool
    pairs: tuple[Change, ...]
    only_before: tuple[Change, ...]
    only_after: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def changes(reader: LibraryReader, snapshot: Snapshot, before: str, after: str) -> Changes:
    """Return what became of the commitments of one document in another.

    Args:
        reader: The library.
        snapshot: Its published snapshot.
        before: Id of the earlier document.
        after: Id of the later one.

    Raises:
        DocumentNotFoundError: There is none with one of these ids.
    """
    same_work = after in {each.document_id for each in reader.other_versions(before)}
    old, new = (_commitments(reader, snapshot, document) for document in (before, after))
    found = alike(new, old)
    pairs = dict(_pairs(found, new, old, same_work=same_work)) if before != after else {}
    taken = set(pairs.values())
    return Changes(
        before,
        after,
        same_work,
        tuple(
            change(reader, old[left], new[right], float(found.sentence[right, left]))
            for right, left in sorted(pairs.items())
        ),
        tuple(Change(_side(reader, each), None) for place, each in enumerate(old) if place not in taken),
        tuple(Change(None, _side(reader, each)) for place, each in enumerate(new) if place not in pairs),
        tuple(_cut(old, new)),
    )


def are_alike(found: Alike, place: tuple[int, int], one: Said, other: Said) -> bool:
    """Tell whether two commitments of different texts seem to be about the same; rather not than wrongly."""
    row, column = place
    sentence, around = found.sentence[row, column], found.around[row, column]
    least = SUPPORTED if found.shared[row, column] else SENTENCE
    return bool(sentence >= least and around >= AROUND) and are_about_the_same(one, other)


def change(reader: LibraryReader, old: Said, new: Said, likeness: float) -> Change:
    """Return two commitments side by side."""
    before, after = differences(old.text, new.text)
    return Change(
        _side(reader, old, before),
        _side(reader, new, after),
        likeness=round(likeness, 3),
        literal=old.text.split() == new.text.split(),
        shared=shared_words(old, new),
        deadline=_moved(old, new),
    )


def _commitments(reader: LibraryReader, snapshot: Snapshot, document_id: str) -> list[Said]:
    reader.document(document_id)
    return as_said(reader, snapshot, document_id, reader.knowledge.commitments.of(document_id)[: MOST + 1])


def _pairs(
    found: Alike, new: Sequence[Said], old: Sequence[Said], *, same_work: bool
) -> Iterator[tuple[int, int]]:
    """Yield the pairs in which each is the other's best, and that are alike enough."""
    together = found.sentence + found.around / 2
    if not together.size:
        return
    best, back = together.argmax(axis=1), together.argmax(axis=0)
    for row, column in enumerate(best.tolist()):
        if back[column] != row:
            continue
        versions = same_work and found.sentence[row, column] >= OF_ONE_WORK
        if versions or are_alike(found, (row, column), new[row], old[column]):
            yield row, column


def _side(reader: LibraryReader, said: Said, runs: tuple[Run, ...] | None = None) -> ChangedSide:
    each = said.commitment
    return ChangedSide(
        excerpt(reader, said.document_id, each.start, each.end),
        runs if runs is not None else (Run(said.text, changed=False),),
        _words(said, each.term) if each.term else None,
        each.term.until if each.term else None,
    )


def _words(said: Said, term: Term) -> str:
    """Return the words of a term; they stand in the commitment's own sentence."""
    start = said.commitment.start
    return said.text[max(term.start - start, 0) : max(term.end - start, 0)]


def _moved(old: Said, new: Said) -> Moved | None:
    before, after = old.commitment.term, new.commitment.term
    if before is None or after is None:
        return Moved.DROPPED if before else Moved.ADDED if after else None
    if before.until and after.until and before.until != after.until:
        return Moved.LATER if after.until > before.until else Moved.EARLIER
    if before.until == after.until and before.until:
        return Moved.SAME
    return Moved.SAME if _words(old, before) == _words(new, after) else Moved.REWORDED


def _cut(*sides: Sequence[Said]) -> Iterator[str]:
    if any(len(each) > MOST for each in sides):
        yield f"Van elk document zijn de eerste {MOST} toezeggingen vergeleken."
