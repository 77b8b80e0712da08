"""Commitments, motions and decisions as people check them: literal, cited, with what may answer to them."""

from beleidszoeker.search.commitments.decided import (
    DecisionRecord,
    MotionRecord,
    decision_record,
    motion_record,
)
from beleidszoeker.search.commitments.reading import commitment_records
from beleidszoeker.search.commitments.records import (
    CommitmentRecord,
    Part,
    Status,
    Suggestion,
    TermPart,
    ValuePart,
)
from beleidszoeker.search.commitments.suggesting import Suggesting

__all__ = [
    "CommitmentRecord",
    "DecisionRecord",
    "MotionRecord",
    "Part",
    "Status",
    "Suggesting",
    "Suggestion",
    "TermPart",
    "ValuePart",
    "commitment_records",
    "decision_record",
    "motion_record",
]
