"""Records of references as people check them: literal words, and where they lead."""

from dataclasses import asdict, dataclass
from typing import Any

from beleidszoeker.index.store.knowledge.references import Place
from beleidszoeker.search.excerpts import Excerpt


@dataclass(frozen=True, slots=True)
class Said:
    """Literal words of a document.

    Attributes:
        start: First character in the canonical text.
        end: One past the last.
        text: The words.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """The document in the library that a reference leads to.

    Attributes:
        document_id: The document.
        title: Its title.
        start: First character of the place in it, for an article of a law that was found; else ``None``.
        end: One past the last.
    """

    document_id: str
    title: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """A reference in a document.

    Attributes:
        document_id: The document that it stands in.
        start: First character.
        end: One past the last.
        text: The literal reference.
        kind: What it leads to, a ``ReferenceKind``.
        key: One for all its spellings.
        sentences: The sentences that it counts for: for a footnote those that carry its marker.
        page_first: Page in the file on which it begins, or ``None``.
        resolves_to: The document in the library, or ``None`` where it is not there.
        address: The public address, where one is known for certain.
    """

    document_id: str
    start: int
    end: int
    text: str
    kind: str
    key: str
    sentences: tuple[Said, ...]
    page_first: int | None
    resolves_to: Target | None
    address: str | None

    @property
    def own(self) -> bool:
        """Whether the document names itself."""
        return self.resolves_to is not None and self.resolves_to.document_id == self.document_id

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that refers to what was asked for.

    Attributes:
        kind: A ``ReferenceKind``.
        key: The key of the reference.
        reference: The literal reference.
        page_first: Page in the file on which it begins, or ``None``.
        excerpts: The sentences that it counts for, with their citation; where it counts for none, the
            paragraph, line or cell that it stands in.
        footnote: The footnote that it stands in, ``None`` where it stands in the text.
        place: Where it stands in the order of what refers to the same.
    """

    kind: str
    key: str
    reference: Said
    page_first: int | None
    excerpts: tuple[Excerpt, ...]
    footnote: Said | None
    place: Place

    @property
    def document_id(self) -> str:
        """The document that refers."""
        return self.place[1]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready data; a form that only grows."""
        return {
            "document_id": self.document_id,
            "kind": self.kind,
            "key": self.key,
            "reference": asdict(self.reference),
            "page_first": self.page_first,
            "excerpts": [each.to_json() for each in self.excerpts],
            "footnote": asdict(self.footnote) if self.footnote else None,
        }
