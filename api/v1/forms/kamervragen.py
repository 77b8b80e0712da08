"""The forms of Kamervragen that were found. They only grow."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.v1.forms.questions import MemberForm, MinisterForm
from beleidszoeker.api.v1.reading.parameters import Day
from beleidszoeker.search.asked import LONGEST_DRAFT, MOST_FOUND, SetFilters, Side, read_limits

_EXAMPLE_SAID: JsonDict = {
    "text": "Is het elektriciteitsnet vol?",
    "start": 310,
    "end": 339,
    "page_first": 1,
    "page_last": 1,
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "label": "Beantwoording Kamervragen over het elektriciteitsnet, 10 februari 2025, p. 1",
    "matches": [[7, 23]],
}
_EXAMPLE_ANSWER: JsonDict = {
    **_EXAMPLE_SAID,
    "text": "Ja, tot 2030.",
    "start": 350,
    "end": 363,
    "matches": [],
}
_EXAMPLE_SET: JsonDict = {
    "document_id": "3c3f9f883bb38cbb",
    "title": "Beantwoording Kamervragen over het elektriciteitsnet",
    "source": "antwoorden.pdf",
    "number": "2025Z01234",
    "appendix": None,
    "members": [{"name": "De Wit", "party": "ABC"}],
    "addressees": [{"role": "minister", "portfolio": "Klimaat en Groene Groei", "name": ""}],
    "ministers": [{"role": "minister", "portfolio": "Klimaat en Groene Groei", "name": "Jansen"}],
    "asked": "2025-01-20",
    "answered": "2025-02-10",
    "delay_days": 21,
}
_EXAMPLE_FOUND: JsonDict = {
    "rank": 1,
    "score": 0.81,
    "why": {"told": "bijna dezelfde woorden", "words": 0.86, "pairs": 0.7, "meaning": 0.96},
    **_EXAMPLE_SET,
    "numbers": [1],
    "questions": [_EXAMPLE_SAID],
    "answer": _EXAMPLE_ANSWER,
    "refers_to": [],
    "defers": False,
    "resolved": [],
    "versions": [],
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CitedForm(_Form):
    """A literal part of the document with its citation."""

    text: str
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    page_first: int | None = Field(description="First page in the file; null where pages are not known.")
    page_last: int | None
    passage_id: str | None = Field(description="The passage that holds most of it.")
    label: str = Field(description="The citation in the house notation.")
    matches: list[tuple[int, int]] = Field(description="Words that what was asked has too, in `text`.")


class LikenessForm(_Form):
    """Why it was found."""

    told: str = Field(description="In a word, in Dutch.")
    words: float = Field(description="Share of telling words, weighed by rarity.")
    pairs: float = Field(description="Share of words that stand next to each other.")
    meaning: float = Field(description="Cosine of the vectors.")


class MeantForm(_Form):
    """An answer that another one refers to."""

    numbers: list[int]
    answer: CitedForm


class AskedSetForm(_Form):
    """Who asked what document's Kamervragen of whom, and when."""

    document_id: str
    title: str
    source: str | None
    number: str | None = Field(description="Question number, as in 2024Z12345.")
    appendix: str | None = Field(description="Identifier in the Aanhangsel, as in ah-tk-20232024-1314.")
    members: list[MemberForm]
    addressees: list[MinisterForm] = Field(description="Whom the questions are put to.")
    ministers: list[MinisterForm] = Field(description="Who answer: first who signs.")
    asked: str | None = Field(description="ISO 8601 day.")
    answered: str | None
    delay_days: int | None = Field(description="Days from question to answer; null where a day is not known.")


class ListedSetForm(AskedSetForm):
    """A set of Kamervragen in the list; `/documents/{document_id}/questions` has its texts."""

    questions: int = Field(description="How many questions, by their numbers.")
    answers: int = Field(description="How many answers; one may answer several questions.")


class SetsForm(_Form):
    """Sets of Kamervragen, latest answers first."""

    total: int
    sets: list[ListedSetForm]
    next: str | None = Field(description="Cursor for the next page; null on the last.")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"total": 1, "sets": [{**_EXAMPLE_SET, "questions": 4, "answers": 4}], "next": None}]
        },
    )


class FoundQuestionForm(AskedSetForm):
    """A question with its answer, as found."""

    rank: int
    score: float = Field(description="0 to 1; what it means is told by `why`.")
    why: LikenessForm
    numbers: list[int] = Field(description="Numbers of the questions in their set.")
    questions: list[CitedForm]
    answer: CitedForm | None
    refers_to: list[int] = Field(description="Numbers of other questions whose answers it names.")
    defers: bool = Field(description="Whether the answer does nothing but refer to others.")
    resolved: list[MeantForm] = Field(description="What it refers to, where it does nothing else.")
    versions: list[str] = Field(description="Ids of other documents with the same question.")


class EarlierForm(_Form):
    """Whether a draft was asked before."""

    query: str
    asked_before: bool = Field(description="Whether the first result counts as the same question.")
    message: str | None = Field(description="What a person must know, in Dutch.")
    took_ms: float
    results: list[FoundQuestionForm]

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": "Klopt het dat het elektriciteitsnet vol is?",
                    "asked_before": True,
                    "message": None,
                    "took_ms": 31.5,
                    "results": [_EXAMPLE_FOUND],
                }
            ]
        },
    )


class FoundForm(_Form):
    """Questions and answers that hold what was searched for."""

    query: str
    side: str = Field(description="question, answer or both.")
    message: str | None = Field(description="What a person must know, in Dutch.")
    took_ms: float
    results: list[FoundQuestionForm]

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": "elektriciteitsnet",
                    "side": Side.QUESTION.value,
                    "message": None,
                    "took_ms": 28.0,
                    "results": [_EXAMPLE_FOUND],
                }
            ]
        },
    )


class DraftForm(_Form):
    """A draft question; its limits are the parameters of `/kamervragen`."""

    q: str = Field(max_length=LONGEST_DRAFT, description="The draft, as it would be asked.")
    k: int = Field(default=10, ge=1, le=MOST_FOUND, description="How many questions at most.")
    date_from: Day | None = Field(default=None, alias="from", description="First day that it was asked.")
    date_to: Day | None = Field(default=None, alias="to", description="Last day that it was asked.")
    member: str = Field(default="", max_length=200, description="Part of the name of a member who asks.")
    party: str = Field(default="", max_length=200, description="Its party, in any case.")
    minister: str = Field(
        default="", max_length=200, description="Part of name or portfolio of who is asked or answers."
    )

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"q": "Klopt het dat het elektriciteitsnet vol is?", "k": 5}]},
    )

    def limits(self) -> SetFilters:
        """Read its limits.

        Raises:
            InvalidFilterError: A day cannot be read.
        """
        return read_limits(
            self.date_from, self.date_to, member=self.member, party=self.party, minister=self.minister
        )
