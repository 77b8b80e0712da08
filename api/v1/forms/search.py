"""The forms of the API's answers, for validation and OpenAPI. They only grow."""

from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.problems.form import Problem
from beleidszoeker.api.v1.forms.examples import DOCUMENT, PASSAGE, SEARCH, STATUS
from beleidszoeker.api.v1.forms.facets import FacetForm
from beleidszoeker.search.result import Manner, Place

__all__ = [
    "CitationForm",
    "DocumentForm",
    "EffectForm",
    "EvidenceForm",
    "MatchedWordForm",
    "PassageForm",
    "PlaceForm",
    "Problem",
    "QuoteForm",
    "ResultForm",
    "SearchForm",
    "StatusForm",
    "VersionForm",
    "WhyForm",
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuoteForm(_Form):
    """A literal part of the passage's text."""

    text: str
    start: int = Field(description="First character in the passage's text.")
    end: int = Field(description="One past the last: text[start:end] is the quote.")


class CitationForm(_Form):
    """Where a passage stands."""

    document_id: str
    title: str
    kind: str
    date: str | None = Field(description="ISO 8601 day.")
    source: str = Field(description="Name of the file.")
    page_first: int | None = Field(description="First page in the file; null where pages are not known.")
    page_last: int | None
    section: list[str]
    label: str = Field(description="The citation in the house notation, in Dutch.")
    url: str | None
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    confidence: float | None = Field(
        description="How sure character recognition was, 0 to 100; null where the text is the file's own."
    )
    printed: str | None = Field(
        default=None,
        description="Page numbers as printed, where they are not the file's; null where they are the same.",
        examples=["35-36"],
    )


class MatchedWordForm(_Form):
    """A word of the query that a passage holds."""

    asked: str = Field(description="The word, or words that were taken together, as in the query.")
    found: list[str] = Field(description="At most three words that answer to it, as they stand there.")
    how: Manner = Field(
        description="exact: the same but for capitals and accents; stem: another form of it; variant: "
        "spelled otherwise; correction: the word that was meant; abbreviation: spelled out or abbreviated; "
        "prefix: it begins so; part: the query's word is a part of this compound; compound: the query's word "
        "is a compound, of which these are parts; related: another wording of it, from the thesaurus."
    )
    where: Place = Field(
        description="text: the passage; footnote: one that it cites; heading: title and headings above it; "
        "context: column heads, or the question to an answer. In several places: the first of these."
    )


class EffectForm(_Form):
    """Something that makes up the score."""

    name: str
    value: float = Field(description="What it adds to the score, or takes away.")


class WhyForm(_Form):
    """Why a passage was found."""

    lexical: float = Field(description="Score by words, standardised over the candidates.")
    dense: float = Field(description="Score by meaning, likewise; 0 where meaning took no part.")
    terms: list[str] = Field(description="Words of the query that it holds.")
    words: list[MatchedWordForm] = Field(
        description="The same in full, headings included, most telling first; a word once for each manner."
    )
    missing: list[str] = Field(description="Words of the query that neither it nor its headings hold.")
    effects: list[EffectForm] = Field(description="What makes up the score, before it is brought to 0 to 1.")
    told: str = Field(description="All this in a Dutch sentence or two; may be empty.")


class VersionForm(_Form):
    """Another version of the document that a passage stands in."""

    document_id: str
    title: str
    date: str | None
    source: str


class ResultForm(_Form):
    """One passage found."""

    rank: int
    score: float = Field(description="Between 0 and 1; compare within one answer only.")
    passage_id: str
    text: str
    quotes: list[QuoteForm]
    highlights: list[tuple[int, int]] = Field(description="Spans of matched words in the text.")
    footnotes: list[str] = Field(description="Footnotes that the passage cites.")
    citation: CitationForm
    why: WhyForm
    versions: list[VersionForm] = Field(
        description="Other versions of its document; they are not among the results."
    )


class SearchForm(_Form):
    """The answer to a query."""

    query: str
    answered: bool = Field(description="False when nothing relevant was found.")
    took_ms: float
    results: list[ResultForm]
    message: str | None
    notes: list[str] = Field(description="How the query was read where that is not plain, in Dutch.")
    total: int = Field(description="How many passages can be paged through, these among them; at most 100.")
    next: str | None = Field(
        default=None, description="`cursor` for what comes after these results; null where that is nothing."
    )
    facets: list[FacetForm] | None = Field(
        default=None, description="By what the documents found can be told apart; null unless asked for."
    )

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [SEARCH]})


class PlaceForm(_Form):
    """A rectangle of paper under a passage."""

    page: int
    box: tuple[float, float, float, float] = Field(
        description="Left, bottom, right, top in points, origin at the page's lower left."
    )


class PassageForm(_Form):
    """A passage in full."""

    passage_id: str
    text: str
    sentences: list[tuple[int, int]]
    footnotes: list[str]
    citation: CitationForm
    places: list[PlaceForm]

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [PASSAGE]})


class EvidenceForm(_Form):
    """A value with the place in the document's canonical text that it was read from."""

    value: str
    start: int = Field(description="First character; -1 where the value stands in no text: file properties.")
    end: int = Field(description="One past the last; -1 likewise.")


class DocumentForm(_Form):
    """A document without its text."""

    id: str
    title: str
    kind: str
    date: str | None
    source: str | None
    pages: int | None = Field(description="Number of pages; null where the format has none.")
    passages: int
    sources: list[str]
    language: str
    url: str | None
    organisations: list[str]
    dossiers: list[str]
    warnings: list[str]
    authors: list[str] = Field(description="Who signed or wrote it, office before holder.")
    addressees: list[str] = Field(description="Offices and bodies that it is addressed to.")
    departments: list[str] = Field(description="Directorates and the like that are named as its sender.")
    kenmerk: str | None = Field(description="The sender's reference.")
    uw_kenmerk: str | None = Field(description="The addressee's reference.")
    kamerstukken: list[str] = Field(
        description="Parliamentary publications that it is or cites: kst-29826-211."
    )
    session_year: str | None = Field(description="Its vergaderjaar: 2024-2025.")
    evidence: dict[str, list[EvidenceForm]] = Field(description="Where each field was read.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [DOCUMENT]})


class StatusForm(_Form):
    """Whether the service lives or is ready."""

    status: str
    snapshot: int | None = Field(default=None, description="Number of the published snapshot.")
    passages: int | None = None
    model: str | None = None

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [STATUS]})
