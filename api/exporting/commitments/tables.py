"""Tables of commitments, motions and decisions, for a spreadsheet."""

from collections.abc import Sequence

from beleidszoeker.api.exporting.commitments.links import link_of
from beleidszoeker.api.exporting.table import table
from beleidszoeker.ingest.kinds import KINDS
from beleidszoeker.search.commitments import CommitmentRecord, DecisionRecord, MotionRecord
from beleidszoeker.search.commitments.telling import ROLES, STATUSES
from beleidszoeker.search.excerpts import Excerpt

_PROMISED = (
    *("nr", "toezegging", "wat", "wie", "rol", "aan wie", "termijn", "vanaf", "tot en met", "status"),
    *("mogelijk antwoord", "bron van dat antwoord", "organisaties"),
)
_SOURCE = ("bron", "titel", "soort", "datum", "pagina", "document", "begin", "eind", "permalink")


def commitments_table(records: Sequence[CommitmentRecord], base: str) -> bytes:
    """Return a row for each commitment: literal, with how it stands and where.

    Args:
        records: The commitments.
        base: Address of the service, for permalinks.
    """
    return table((*_PROMISED, *_SOURCE), (_commitment(record, base) for record in records))


def motions_table(records: Sequence[MotionRecord], base: str) -> bytes:
    """Return a row for each motion; arguments as for ``commitments_table``."""
    heads = ("nr", "nummer", "indieners", "constaterende", "overwegende", "verzoek", *_SOURCE)
    rows = (
        (
            record.number.value if record.number else "",
            ", ".join(each.value for each in record.proposers),
            *("\n".join(part.text for part in parts) for parts in (record.noting, record.considering)),
            "\n".join(part.text for part in record.requests),
            *_source(record.excerpt, base),
        )
        for record in records
    )
    return table(heads, rows)


def decisions_table(records: Sequence[DecisionRecord], base: str) -> bytes:
    """Return a row for each decision; arguments as for ``commitments_table``."""
    heads = ("nr", "besluit", "onderwerp", "stand", *_SOURCE)
    rows = (
        (
            record.excerpt.text,
            record.subject.text if record.subject else "",
            "gevraagd" if record.asked else "genomen",
            *_source(record.excerpt, base),
        )
        for record in records
    )
    return table(heads, rows)


def _commitment(record: CommitmentRecord, base: str) -> tuple[str, ...]:
    term, best = record.term, (record.suggestions or (None,))[0]
    return (
        record.excerpt.text,
        record.act.text,
        record.promiser.value,
        ROLES.get(record.role, record.role),
        record.recipient.value if record.recipient else "",
        term.text if term else "",
        (term.since or "") if term else "",
        (term.until or "") if term else "",
        STATUSES[record.status],
        best.excerpt.text if best else "",
        best.excerpt.label if best else "",
        ", ".join(record.organisations),
        *_source(record.excerpt, base),
    )


def _source(found: Excerpt, base: str) -> tuple[str, ...]:
    last = found.page_last if found.page_last != found.page_first else None
    pages = "–".join(str(page) for page in (found.page_first, last) if page is not None)
    return (
        found.label,
        found.title,
        KINDS.get(found.kind, found.kind),
        found.date or "",
        pages,
        found.document_id,
        str(found.start),
        str(found.end),
        link_of(found, base),
    )
