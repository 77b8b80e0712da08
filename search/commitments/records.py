"""A commitment as it is shown and given: literal words with their places, and how it stands."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from beleidszoeker.search.excerpts import Excerpt


class Status(StrEnum):
    """How a commitment stands on a day. None of it says that a promise was kept or broken."""

    OPEN = "open"
    """Its last day has not passed, or it names none."""
    OVERDUE = "overdue"
    """Its last day has passed, and no later document here seems to answer to it."""
    POSSIBLY_MET = "possibly-met"
    """A later document seems to answer to it: a suggestion, for a person to judge."""
    REPORTED = "reported"
    """It says what was promised elsewhere, earlier."""
    FULFILLED = "fulfilled"
    """The document itself says that a promise was kept."""


@dataclass(frozen=True, slots=True)
class Part:
    """Literal words.

    Attributes:
        start: First character in the document's canonical text.
        end: One past the last.
        text: The words.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A person or body, as it was understood.

    Attributes:
        value: Written out.
        start: First character of the words that tell it; -1 where the document's signature does.
        end: One past the last; -1 likewise.
    """

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermPart:
    """By when: the words, and the days that they mean.

    Attributes:
        start: First character.
        end: One past the last.
        text: The words.
        since: First ISO day, where the words say one.
        until: Last ISO day on which the promise is kept; ``None`` where the words name no day.
    """

    start: int
    end: int
    text: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence of a later document that may answer to a commitment.

    Attributes:
        excerpt: The sentence, literally, with its citation.
        says_so: Whether that sentence says itself that a promise was kept.
        shared: Keys of what both documents refer to.
        names: Names that stand in both sentences or passages.
        why: Why it is suggested, in Dutch sentences.
    """

    excerpt: Excerpt
    says_so: bool
    shared: tuple[str, ...]
    names: tuple[str, ...]
    why: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        told = {"says_so": self.says_so, "shared": self.shared, "names": self.names, "why": self.why}
        return source_json(self.excerpt) | {name: _listed(value) for name, value in told.items()}


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """A commitment with its source.

    Attributes:
        excerpt: The sentence, literally, with its citation.
        kind: ``promise``, ``reported`` or ``fulfilled``.
        status: How it stands.
        promiser: Who binds itself.
        role: ``minister``, ``cabinet``, ``region`` or ``other``.
        recipient: To whom; ``None`` where it is not said.
        act: What is promised.
        term: By when; ``None`` where it is not said.
        overdue: Whether its last day has passed, whatever may answer to it.
        organisations: Whose document it is.
        suggestions: What may answer to it, best first; ``None`` where that was not looked for.
    """

    excerpt: Excerpt
    kind: str
    status: Status
    promiser: ValuePart
    role: str
    recipient: ValuePart | None
    act: Part
    term: TermPart | None
    overdue: bool
    organisations: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] | None

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        suggestions = None if self.suggestions is None else [each.to_json() for each in self.suggestions]
        return source_json(self.excerpt) | {
            "kind": self.kind,
            "status": self.status.value,
            "promiser": asdict(self.promiser),
            "role": self.role,
            "recipient": asdict(self.recipient) if self.recipient else None,
            "act": asdict(self.act),
            "term": asdict(self.term) if self.term else None,
            "overdue": self.overdue,
            "organisations": list(self.organisations),
            "suggestions": suggestions,
        }


def source_json(found: Excerpt) -> dict[str, Any]:
    """Return literal words and their source as JSON-ready data; ``kind`` is left to what they are."""
    data = found.to_json()
    data["document_kind"] = data.pop("kind")
    return data


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
