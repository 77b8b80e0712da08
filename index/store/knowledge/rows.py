"""What documents refer to, promise, ask, decide and name, as rows."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from beleidszoeker.index.store.knowledge.said import Said
from beleidszoeker.ingest.knowledge.model import Knowledge
from beleidszoeker.ingest.prepared import PreparedDocument

Row = dict[str, object]


def knowledge_rows(document_id: str, prepared: PreparedDocument) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for all that a document says."""
    knowledge, said = prepared.knowledge, Said(prepared)
    for table, rows in (
        ("document_references", _references(knowledge)),
        ("commitments", _commitments(knowledge, said)),
        ("motions", _motions(knowledge, said)),
        ("decisions", _decisions(knowledge, said)),
        ("mentions", _mentions(knowledge)),
    ):
        yield from ((table, {"document_id": document_id, **row}) for row in rows)


def _references(knowledge: Knowledge) -> Iterator[Row]:
    for each in knowledge.references:
        yield {
            "start": each.start,
            "end": each.end,
            "kind": each.kind.value,
            "key": each.key,
            "sentences": json.dumps(each.sentences),
        }


def _commitments(knowledge: Knowledge, said: Said) -> Iterator[Row]:
    for each in knowledge.commitments:
        particulars = asdict(each)
        yield {
            "start": each.start,
            "end": each.end,
            "kind": each.kind.value,
            "role": each.role,
            "until": each.term.until if each.term else None,
            "particulars": _json({name: particulars[name] for name in _TOLD}),
            **said.words(each.start, each.end),
        }


def _motions(knowledge: Knowledge, said: Said) -> Iterator[Row]:
    for each in knowledge.motions:
        yield {
            "start": each.start,
            "end": each.end,
            "number": each.number.value if each.number else None,
            "particulars": _json(asdict(each)),
            **said.words(each.start, each.end),
        }


def _decisions(knowledge: Knowledge, said: Said) -> Iterator[Row]:
    for each in knowledge.decisions:
        yield {
            "start": each.start,
            "end": each.end,
            "asked": int(each.asked),
            "subject": _json(each.subject) if each.subject else None,
            **said.words(each.start, each.end, each.subject),
        }


def _mentions(knowledge: Knowledge) -> Iterator[Row]:
    for each in knowledge.mentions:
        yield asdict(each) | {"kind": each.kind.value}


_TOLD = ("promiser", "recipient", "act", "term")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
