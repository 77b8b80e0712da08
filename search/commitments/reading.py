"""From stored commitments to records: a page of them at a time."""

from collections.abc import Sequence

from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge import State, StoredCommitment, state_of
from beleidszoeker.ingest.document import Evidence
from beleidszoeker.ingest.knowledge.model import Commitment
from beleidszoeker.search.commitments.records import (
    CommitmentRecord,
    Part,
    Status,
    Suggestion,
    TermPart,
    ValuePart,
)
from beleidszoeker.search.commitments.suggesting import Suggesting
from beleidszoeker.search.excerpts import Excerpt, excerpt


def commitment_records(
    reader: LibraryReader,
    stored: Sequence[StoredCommitment],
    *,
    today: str,
    suggesting: Suggesting | None = None,
) -> list[CommitmentRecord]:
    """Return commitments with their sources and how they stand.

    Args:
        reader: The library.
        stored: Which; a page of them, since each costs a look at later documents.
        today: ISO day.
        suggesting: Looks for what may answer to them; without it nobody looks.
    """
    own = reader.facets(sorted({each.document_id for each in stored}))
    return [
        _record(
            excerpt(reader, document_id, commitment.start, commitment.end),
            commitment,
            today=today,
            organisations=own[document_id].organisations if document_id in own else (),
            suggestions=suggesting.of(reader, document_id, commitment) if suggesting else None,
        )
        for document_id, commitment in stored
    ]


def _record(
    found: Excerpt,
    commitment: Commitment,
    *,
    today: str,
    organisations: tuple[str, ...],
    suggestions: tuple[Suggestion, ...] | None,
) -> CommitmentRecord:
    state = state_of(commitment, today)
    term = commitment.term
    return CommitmentRecord(
        excerpt=found,
        kind=commitment.kind.value,
        status=Status.POSSIBLY_MET if suggestions else Status(state.value),
        promiser=_value(commitment.promiser),
        role=commitment.role,
        recipient=_value(commitment.recipient) if commitment.recipient else None,
        act=Part(*commitment.act, _within(found, *commitment.act)),
        term=TermPart(term.start, term.end, _within(found, term.start, term.end), term.since, term.until)
        if term
        else None,
        overdue=state is State.OVERDUE,
        organisations=organisations,
        suggestions=suggestions,
    )


def _value(evidence: Evidence) -> ValuePart:
    return ValuePart(evidence.value, evidence.start, evidence.end)


def _within(found: Excerpt, start: int, end: int) -> str:
    """Return words of the sentence; empty for a span that is not in it."""
    if not found.start <= start <= end <= found.end:
        return ""
    return found.text[start - found.start : end - found.start]
