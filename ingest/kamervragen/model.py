"""What a set of parliamentary questions is made of; every span stands in the document's canonical text."""

from dataclasses import dataclass

from beleidszoeker.ingest.document import Evidence

Span = tuple[int, int]
"""First character and one past the last."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question or an answer.

    Attributes:
        head: The heading above it, as in *Vraag 3, 4 en 5* or *Antwoord*.
        span: What is asked or answered, without the heading; empty where nothing is.
    """

    head: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer with the question or questions that it answers, or a question that has none.

    Attributes:
        numbers: Numbers of the questions, as they are counted in the set.
        questions: The questions in order; fewer than numbers where several stand under one heading, none
            where the document gives answers only.
        answer: The answer, or ``None``.
        refers_to: Numbers of other questions whose answers it names.
        defers: Whether it does nothing but refer, as in *Zie het antwoord op vraag 2*.
    """

    numbers: tuple[int, ...]
    questions: tuple[Turn, ...]
    answer: Turn | None
    refers_to: tuple[int, ...] = ()
    defers: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A member of parliament who asks.

    Attributes:
        name: Surname as printed.
        party: Its party as printed, shared by the members named before it without one.
    """

    name: Evidence
    party: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Minister:
    """A member of government.

    Attributes:
        role: *minister*, *staatssecretaris* or *minister-president*.
        portfolio: What of, as printed; empty where the text does not say.
        name: Surname as printed, or initials and surname; empty where the text gives the office only.
        start: First character of the mention in the canonical text.
        end: One past the last character.
    """

    role: str
    portfolio: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of one document with their answers.

    Attributes:
        exchanges: In the order of the questions.
        number: The question number, as in *2024Z12345*.
        appendix: Identifier in the Aanhangsel van de Handelingen, as in *ah-tk-20232024-1314*.
        members: Who ask.
        addressees: Whom they ask.
        ministers: Who answer: first who signs, then on whose behalf.
        asked: ISO day that the questions were sent.
        answered: ISO day that the answers came, or the notice.
        notice: A *mededeling* that stands in the place of answers, for instance of a delay.
    """

    exchanges: tuple[Exchange, ...]
    number: Evidence | None = None
    appendix: Evidence | None = None
    members: tuple[Member, ...] = ()
    addressees: tuple[Minister, ...] = ()
    ministers: tuple[Minister, ...] = ()
    asked: Evidence | None = None
    answered: Evidence | None = None
    notice: Span | None = None
