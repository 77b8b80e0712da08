"""What an alert says of a document: quote, citation, why, and of which document it is a new version."""

from dataclasses import dataclass
from typing import Any

from beleidszoeker.index.store import LibraryReader, PassageRecord
from beleidszoeker.search.alerting.criterion import Evidence
from beleidszoeker.search.quoting.quotation import GAP, quotation
from beleidszoeker.search.result import Citation, MatchedWord, Quote, SearchResult, to_json

_ENOUGH = "De passage voldoet aan de eisen van de zoekopdracht."


@dataclass(frozen=True, slots=True)
class Earlier:
    """The document that a new one comes instead of.

    Attributes:
        document_id: Its id; it may be gone.
        title: Its title.
        same_file: It stood in the same file; otherwise its text is nearly the same.
    """

    document_id: str
    title: str
    same_file: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document is told of.

    Attributes:
        told: In a Dutch sentence or two.
        words: The words of the question that the passage holds.
        missing: Those that it does not.
        likeness: Cosine of the passage with the question; ``None`` where words decide alone.
        coverage: Share of the question's words that it holds, weighted by rarity.
    """

    told: str
    words: tuple[MatchedWord, ...]
    missing: tuple[str, ...]
    likeness: float | None
    coverage: float


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a document.

    Attributes:
        quotes: Literal parts of the passage, at their place in the document's canonical text.
        citation: Where they stand.
        why: Why it is told.
        new_version_of: What it comes instead of; ``None`` for a document that is wholly new.
    """

    quotes: tuple[Quote, ...]
    citation: Citation
    why: Reason
    new_version_of: Earlier | None = None


def say(
    reader: LibraryReader,
    passage: PassageRecord,
    found: SearchResult,
    evidence: Evidence,
    earlier: Earlier | None = None,
) -> Said:
    """Put together what is said of a document.

    Args:
        reader: The library.
        passage: The passage that answers.
        found: The same as a search shows it.
        evidence: What speaks for it.
        earlier: What the document comes instead of.
    """
    quoted, likeness, why = quotation(reader, passage, found.quotes), evidence.likeness, found.why
    texts = [passage.text[one.start - passage.start : one.end - passage.start] for one in quoted.parts]
    return Said(
        quotes=tuple(Quote(text, one.start, one.end) for text, one in zip(texts, quoted.parts, strict=True)),
        citation=quoted.citation,
        why=Reason(
            told=why.told or _ENOUGH,
            words=why.words,
            missing=why.missing,
            likeness=None if likeness is None else round(likeness, 3),
            coverage=round(evidence.coverage, 3),
        ),
        new_version_of=earlier,
    )


def version_line(said: dict[str, Any]) -> str:
    """Return the sentence that names the earlier version; empty for a document that is wholly new.

    >>> version_line({"new_version_of": {"title": "Voortgang", "same_file": False}})
    'Nieuwe versie van ‘Voortgang’.'
    """
    earlier = said["new_version_of"]
    if earlier is None:
        return ""
    if earlier["same_file"]:
        return f"Nieuwe versie van hetzelfde bestand; eerder stond daar ‘{earlier['title']}’."
    return f"Nieuwe versie van ‘{earlier['title']}’."


def why_line(said: dict[str, Any]) -> str:
    """Return why a document is told of, its earlier version first."""
    return " ".join(filter(None, (version_line(said), said["why"]["told"])))


def quote_line(said: dict[str, Any]) -> str:
    """Return the quotes on one line, as one."""
    return GAP.join(" ".join(quote["text"].split()) for quote in said["quotes"])


def as_data(said: Said) -> dict[str, Any]:
    """Return what is said as plain data, as it is kept."""
    found: dict[str, Any] = to_json(said)
    return found
