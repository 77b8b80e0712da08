"""Kamervragen in the store: to rows and back."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import msgspec

from beleidszoeker.ingest.kamervragen.model import QuestionSet

Row = dict[str, object]


def question_rows(document_id: str, questions: QuestionSet) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for a document's questions, the set before its exchanges."""
    data = asdict(questions)
    exchanges = data.pop("exchanges")
    yield (
        "question_sets",
        {
            "document_id": document_id,
            "number": questions.number.value if questions.number else None,
            "asked": questions.asked.value if questions.asked else None,
            "answered": questions.answered.value if questions.answered else None,
            "particulars": json.dumps(data, ensure_ascii=False),
        },
    )
    for ordinal, exchange in enumerate(exchanges):
        yield "exchanges", {"document_id": document_id, "ordinal": ordinal, **_exchange_row(exchange)}


def _exchange_row(exchange: dict[str, Any]) -> Row:
    return {
        "numbers": json.dumps(exchange["numbers"]),
        "questions": json.dumps(exchange["questions"]),
        "answer": json.dumps(exchange["answer"]) if exchange["answer"] else None,
        "refers_to": json.dumps(exchange["refers_to"]),
        "defers": int(exchange["defers"]),
    }


def read_questions(connection: sqlite3.Connection, document_id: str) -> QuestionSet | None:
    """Return the questions that a document holds; ``None`` where it holds none."""
    query = "SELECT particulars FROM question_sets WHERE document_id = ?"
    row = connection.execute(query, (document_id,)).fetchone()
    if row is None:
        return None
    exchanges = connection.execute(
        "SELECT numbers, questions, answer, refers_to, defers FROM exchanges WHERE document_id = ? "
        "ORDER BY ordinal",
        (document_id,),
    )
    found = [
        {name: json.loads(value) if isinstance(value, str) else value for name, value in dict(each).items()}
        for each in exchanges
    ]
    data = json.loads(row["particulars"]) | {"exchanges": found}
    return msgspec.convert(data, QuestionSet, strict=False)  # SQLite has no booleans


def documents_with_questions(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of documents that hold questions and that a file holds, latest answers first."""
    held = "EXISTS (SELECT 1 FROM sources s WHERE s.document_id = q.document_id)"
    query = f"SELECT q.document_id FROM question_sets q WHERE {held} "  # noqa: S608 - the line above
    order = "ORDER BY q.answered IS NULL, q.answered DESC, q.document_id"
    return [row[0] for row in connection.execute(query + order)]
