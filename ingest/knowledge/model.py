"""What a document says that can be acted upon; every record is a span of the canonical text."""

from dataclasses import dataclass
from enum import StrEnum

from beleidszoeker.ingest.document import Evidence

Span = tuple[int, int]
"""First character and one past the last, in the canonical text."""


class ReferenceKind(StrEnum):
    """What a reference leads to."""

    KAMERSTUK = "kamerstuk"
    DOSSIER = "dossier"
    APPENDIX = "aanhangsel"
    DEBATE = "handelingen"
    CASE = "zaak"
    COMMITMENT = "toezegging"
    LAW_GAZETTE = "stb"
    GOVERNMENT_GAZETTE = "stcrt"
    TREATY_SERIES = "trb"
    ARTICLE = "artikel"
    CASE_LAW = "ecli"
    EUROPEAN = "eu"
    KENMERK = "kenmerk"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another document, to a law's article, or to a judgment.

    Attributes:
        kind: What it leads to.
        key: One for all its spellings: ``kst-29826-211``, ``art:3:4@awb``, ``32024R1735``.
        start: First character.
        end: One past the last.
        sentences: The sentences it counts for: the one it stands in; for a footnote those that carry its
            marker.
    """

    kind: ReferenceKind
    key: str
    start: int
    end: int
    sentences: tuple[Span, ...] = ()


class CommitmentKind(StrEnum):
    """What a sentence does with a commitment."""

    PROMISE = "promise"
    REPORTED = "reported"
    FULFILLED = "fulfilled"


@dataclass(frozen=True, slots=True)
class Term:
    """When something will be done, in the words of the text.

    Attributes:
        start: First character of the words.
        end: One past the last.
        until: The last day on which the promise is kept, ISO 8601; ``None`` where the words name no day.
        since: The first day, where the words say one.
    """

    start: int
    end: int
    until: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that promises, says what was promised, or says that a promise is kept.

    Attributes:
        kind: Which of these.
        start: First character of the sentence.
        end: One past the last.
        promiser: Who binds itself: ``minister van Financiën``, ``kabinet``; without a place in the text where
            the document's own signature tells it.
        role: ``minister``, ``cabinet``, ``region`` or ``other``.
        recipient: To whom; ``None`` where it is not said.
        act: What is promised: the clause of the sentence that says it.
        term: By when; ``None`` where it is not said.
    """

    kind: CommitmentKind
    start: int
    end: int
    promiser: Evidence
    role: str
    recipient: Evidence | None
    act: Span
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion that stands in the text.

    Attributes:
        start: First character.
        end: One past the last.
        number: Of its Kamerstuk, as in ``kst-29826-211``, where it is told.
        proposers: Members who propose it.
        noting: What it establishes (*constaterende dat*).
        considering: What it considers (*overwegende dat*).
        requests: What it asks of the government (*verzoekt de regering*).
    """

    start: int
    end: int
    number: Evidence | None = None
    proposers: tuple[Evidence, ...] = ()
    noting: tuple[Span, ...] = ()
    considering: tuple[Span, ...] = ()
    requests: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what a nota asks to be decided, or what a list of decisions records.

    Attributes:
        start: First character.
        end: One past the last.
        asked: Whether it is still asked for (*Geadviseerd besluit*), and not yet taken.
        subject: The heading or item that it is about; ``None`` where it has none.
    """

    start: int
    end: int
    asked: bool
    subject: Span | None = None


class NameKind(StrEnum):
    """What a name is the name of."""

    PROGRAMME = "programme"
    CLUSTER = "cluster"
    PLACE = "place"
    ORGANISATION = "organisation"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text.

    Attributes:
        start: First character.
        end: One past the last.
        kind: What it is the name of.
        name: Id of the entry of the gazetteer, as in ``miek``; empty for a name that it does not have; for
            an abbreviation that this document spells out itself the key of the written-out name, with its
            ``~``.
        surface: The name as it is written here, on one line.
    """

    start: int
    end: int
    kind: NameKind
    name: str
    surface: str

    @property
    def key(self) -> str:
        """What all mentions of one name share: its entry, or ``~`` and its letters where it has none."""
        return self.name or f"~{self.surface.casefold()}"


@dataclass(frozen=True, slots=True)
class Definition:
    """A sentence that says what something with a name is.

    Attributes:
        start: First character of the sentence.
        end: One past the last.
        name: Key of the name, as of its mentions.
        strength: How plainly it says so, 1 to 100.
    """

    start: int
    end: int
    name: str
    strength: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of this in one document, each in the order of the text."""

    references: tuple[Reference, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    motions: tuple[Motion, ...] = ()
    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    definitions: tuple[Definition, ...] = ()


NOTHING = Knowledge()
"""Of a document that was not analysed, or says nothing of the kind."""
