"""Motions and decisions as they are shown and given."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge import StoredDecision, StoredMotion
from beleidszoeker.ingest.knowledge.model import Span
from beleidszoeker.search.commitments.records import Part, ValuePart, source_json
from beleidszoeker.search.excerpts import Excerpt, excerpt


@dataclass(frozen=True, slots=True)
class MotionRecord:
    """A motion with its source.

    Attributes:
        excerpt: The whole motion, literally, with its citation.
        number: Its key, as in ``kst-29826-211``, with where that is told.
        proposers: Who propose it.
        noting: What it establishes.
        considering: What it considers.
        requests: What it asks.
        documents: Ids of documents here that are this Kamerstuk.
    """

    excerpt: Excerpt
    number: ValuePart | None
    proposers: tuple[ValuePart, ...]
    noting: tuple[Part, ...]
    considering: tuple[Part, ...]
    requests: tuple[Part, ...]
    documents: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return source_json(self.excerpt) | {
            "number": asdict(self.number) if self.number else None,
            "documents": list(self.documents),
            **{
                name: [asdict(each) for each in getattr(self, name)]
                for name in ("proposers", "noting", "considering", "requests")
            },
        }


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision with its source.

    Attributes:
        excerpt: The decision, literally, with its citation.
        asked: Whether it is asked for and not yet taken.
        subject: The heading or item that it is about.
    """

    excerpt: Excerpt
    asked: bool
    subject: Part | None

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return source_json(self.excerpt) | {
            "asked": self.asked,
            "subject": asdict(self.subject) if self.subject else None,
        }


def motion_record(reader: LibraryReader, stored: StoredMotion) -> MotionRecord:
    """Return a motion with its source."""
    document_id, motion = stored
    text = reader.text(document_id) or ""
    number = motion.number
    known = reader.publication(number.value).documents if number else ()
    return MotionRecord(
        excerpt=excerpt(reader, document_id, motion.start, motion.end),
        number=ValuePart(number.value, number.start, number.end) if number else None,
        proposers=tuple(ValuePart(each.value, each.start, each.end) for each in motion.proposers),
        noting=_parts(text, motion.noting),
        considering=_parts(text, motion.considering),
        requests=_parts(text, motion.requests),
        documents=tuple(each for each in known if each != document_id),
    )


def decision_record(reader: LibraryReader, stored: StoredDecision) -> DecisionRecord:
    """Return a decision with its source."""
    document_id, decision = stored
    text = reader.text(document_id) or "" if decision.subject else ""
    subject = _parts(text, [decision.subject])[0] if decision.subject else None
    return DecisionRecord(excerpt(reader, document_id, decision.start, decision.end), decision.asked, subject)


def _parts(text: str, spans: Sequence[Span]) -> tuple[Part, ...]:
    return tuple(Part(start, end, text[start:end]) for start, end in spans)
