"""What became of a passage that was cited: for permalinks that stay right.

The id of a passage holds a digest of its file, its place and its text, so it never comes to mean other text;
it can only cease to be. Then this says what is there now, and whether the words that were cited still are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.errors import PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.minhash import Signature, resemblance
from beleidszoeker.index.store import DocumentRecord, LibraryReader, PassageRecord
from beleidszoeker.index.store.former import Sketch, nearness, sketch_of
from beleidszoeker.index.works import ALIKE
from beleidszoeker.search.quoting.quotation import Part, Span, digest_of

_LEAST = 0.15
"""Share of pairs of words from which a passage is shown as what may have taken the place."""


class Fate(StrEnum):
    """What became of a passage."""

    SAME = "same"
    """It is what it was, and holds what was quoted."""
    MISQUOTED = "misquoted"
    """It is what it was, but never held what the link says that it quotes."""
    REREAD = "reread"
    """Its file is what it was, but the program reads or cuts it in another way by now."""
    REPLACED = "replaced"
    """Its document is gone; another version is there."""
    REMOVED = "removed"
    """Its document is gone."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a permalink leads.

    Attributes:
        fate: What became of the passage.
        document: The document that is there now: its own or a later version; ``None`` where there is none.
        passage: The passage itself, or the one that has the quote now, or the nearest one; ``None`` for none.
        literal: Whether all that was quoted stands there literally; false where nothing was quoted and the
            passage is not what it was.
        parts: Where in that document the quoted parts stand; none unless ``literal``.
    """

    fate: Fate
    document: DocumentRecord | None = None
    passage: PassageRecord | None = None
    literal: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def spans(self) -> list[Span]:
        """The parts, as spans of the passage's text; none without a passage."""
        if self.passage is None:
            return []
        return [(part.start - self.passage.start, part.end - self.passage.start) for part in self.parts]


def follow(reader: LibraryReader, passage_id: str, parts: Sequence[Part] = ()) -> Followed:
    """Return what became of a passage and of what was quoted of it.

    Args:
        reader: The library.
        passage_id: The passage, as it was cited.
        parts: What was quoted of it.

    Raises:
        PassageNotFoundError: There never was one with this id, as far as is known.
    """
    try:
        passage = reader.passage(passage_id)
    except PassageNotFoundError as unknown:
        found = _elsewhere(reader, passage_id, parts)
        if found is None:
            raise unknown from None
        return found
    document = reader.document(passage.document_id)
    if all(_is_in(passage, part) for part in parts):
        return Followed(Fate.SAME, document, passage, literal=True, parts=tuple(parts))
    return Followed(Fate.MISQUOTED, document, passage)


def _elsewhere(reader: LibraryReader, passage_id: str, parts: Sequence[Part]) -> Followed | None:
    """Look in its document, where the file is the same, else in what took the document's place."""
    document_id, sketch = passage_id.rsplit("-", 1)[0], reader.former_sketch(passage_id)
    former = reader.former_document(document_id)
    if reader.text(document_id) is not None:
        found = _found_in(reader, Fate.REREAD, document_id, sketch, parts)
        return found if sketch or found.literal else None
    if former is None:
        return None
    successors = former.replaced_by or _alike(reader, former.signature)
    choices = [_found_in(reader, Fate.REPLACED, each, sketch, parts) for each in successors]
    best = max(choices, key=lambda each: (each.literal, each.passage is not None), default=None)
    return best or Followed(Fate.REMOVED)


def _alike(reader: LibraryReader, signature: Signature) -> tuple[str, ...]:
    """Return the document most like one that is gone, where it is like enough to be a version of it."""
    near = [(resemblance(signature, other), document_id) for document_id, other in reader.signatures()]
    most, document_id = max(near, default=(0.0, ""))
    return (document_id,) if most >= ALIKE else ()


def _found_in(
    reader: LibraryReader, fate: Fate, document_id: str, sketch: Sketch, parts: Sequence[Part]
) -> Followed:
    """Look for the parts literally, each where a sentence begins; without them for the nearest passage."""
    document = reader.document(document_id)
    keys = reader.keys(Filters(documents=(document_id,))).tolist()
    passages = sorted(reader.passages(keys).values(), key=lambda each: each.ordinal)
    found = _literally(reader.text(document_id) or "", passages, parts)
    if found:
        holder = reader.passage_over(document_id, found[0].start, found[0].end)
        passage = reader.passage(holder) if holder else None
        return Followed(fate, document, passage, literal=True, parts=found)
    likeness, place = max(
        ((nearness(sketch, sketch_of(each.text)), -each.ordinal) for each in passages), default=(0.0, 0)
    )
    return Followed(fate, document, passages[-place] if likeness >= _LEAST else None)


def _literally(text: str, passages: Sequence[PassageRecord], parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return where all parts stand in a text, the nearest to their old place; nothing unless all do."""
    starts = {each.start + start for each in passages for start, _ in ((0, 0), *each.sentences)}
    found = []
    for part in parts:
        length = part.end - part.start
        places = (start for start in starts if digest_of(text[start : start + length]) == part.digest)
        start = min(places, key=lambda place: (abs(place - part.start), place), default=None)
        if start is None:
            return ()
        found.append(Part(start, start + length, part.digest))
    return tuple(found)


def _is_in(passage: PassageRecord, part: Part) -> bool:
    if part.start < passage.start or part.end > passage.end:
        return False
    return digest_of(passage.text[part.start - passage.start : part.end - passage.start]) == part.digest
