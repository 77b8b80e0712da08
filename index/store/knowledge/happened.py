"""What the timeline reads of the store: records with their day."""

from typing import NamedTuple


class Moment(NamedTuple):
    """A record of a document with its day.

    Attributes:
        kind: ``document``, ``commitment``, ``deadline``, ``motion``, ``decision``.
        manner: The commitment's kind; ``asked`` or ``taken`` of a decision.
        day: ISO day or ``None``.
        document_id: The document.
        start: First character of the record, -1 where it does not stand in the text.
        end: One past its last.
        dated_start: First character of the words that the day was read from, or -1.
        dated_end: One past their last.
        until: Last day of a commitment's term.
    """

    kind: str
    manner: str
    day: str | None
    document_id: str
    start: int
    end: int
    dated_start: int
    dated_end: int
    until: str | None


class Asked(NamedTuple):
    """One exchange of a set of Kamervragen: a question, its answer, and what is known of the set.

    Attributes:
        document_id: The document.
        number: The set's number, as in ``2024Z12345``.
        asked: ISO day that the set was sent.
        asked_start: First character of the words that say so, or -1.
        asked_end: One past their last.
        answered: ISO day of the answers.
        answered_start: Likewise.
        answered_end: Likewise.
        notice_start: First character of what stands in the place of answers, or -1.
        notice_end: One past its last.
        date: The document's own day.
        question_start: First character of the question, or -1.
        question_end: One past its last.
        answer_start: First character of the answer, or -1.
        answer_end: One past its last.
    """

    document_id: str
    number: str | None
    asked: str | None
    asked_start: int
    asked_end: int
    answered: str | None
    answered_start: int
    answered_end: int
    notice_start: int
    notice_end: int
    date: str | None
    question_start: int
    question_end: int
    answer_start: int
    answer_end: int


class Cited(NamedTuple):
    """A reference to a document of the library.

    Attributes:
        key: What it refers to.
        day: The day of the document that it stands in.
        document_id: That document.
        start: First character.
        end: One past the last.
    """

    key: str
    day: str | None
    document_id: str
    start: int
    end: int


class Promised(NamedTuple):
    """Where a commitment stands.

    Attributes:
        day: Its document's ISO day.
        document_id: The document.
        start: Its first character.
        key: The passage that it begins in.
    """

    day: str
    document_id: str
    start: int
    key: int
