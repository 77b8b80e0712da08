"""Kamervragen: each question with its answer, who asked whom, and when."""

from beleidszoeker.ingest.kamervragen.finding import find_questions
from beleidszoeker.ingest.kamervragen.model import Exchange, Member, Minister, QuestionSet, Span, Turn
from beleidszoeker.ingest.kamervragen.referring import resolve

__all__ = [
    "Exchange",
    "Member",
    "Minister",
    "QuestionSet",
    "Span",
    "Turn",
    "find_questions",
    "resolve",
]
