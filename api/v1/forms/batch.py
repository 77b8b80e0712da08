"""The forms of many questions at once. They only grow."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.problems.form import PROBLEM, Problem
from beleidszoeker.api.v1.forms.examples import SEARCH
from beleidszoeker.api.v1.forms.search import SearchForm
from beleidszoeker.api.v1.reading.parameters import LONGEST_QUERY, MOST_VALUES, Day, Kind, Year
from beleidszoeker.index.filters import Filters
from beleidszoeker.search.result import Sort

MOST_QUESTIONS = 50
_Values = Annotated[list[Annotated[str, Field(max_length=1000)]], Field(max_length=MOST_VALUES)]
_Kinds = Annotated[list[Kind], Field(max_length=MOST_VALUES)]
_Years = Annotated[list[Year], Field(max_length=MOST_VALUES)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuestionForm(_Form):
    """A question; its fields are the parameters of `/search`."""

    q: str = Field(max_length=LONGEST_QUERY, description="The question, as for `/search`.")
    k: int = Field(default=10, ge=1, le=100, description="How many passages at most.")
    sort: Sort = Field(default=Sort.RELEVANCE, description="Best first, or newest document first.")
    kind: _Kinds = Field(default=[], description="Only these kinds.")
    date_from: Day | None = Field(default=None, alias="from", description="First day: a year, month or day.")
    date_to: Day | None = Field(default=None, alias="to", description="Last day: a year, month or day.")
    year: _Years = Field(default=[], description="Only of these years; `onbekend` for without a date.")
    organisation: _Values = Field(default=[], description="Part of a name is enough.")
    dossier: _Values = Field(default=[], description="Kamerstukdossiers.")
    document: _Values = Field(default=[], description="Ids of documents.")

    def filters(self) -> Filters:
        """Read its filters.

        Raises:
            InvalidFilterError: One of them cannot be read.
        """
        return Filters.parse(
            kinds=tuple(self.kind),
            date_from=self.date_from,
            date_to=self.date_to,
            years=tuple(self.year),
            organisations=tuple(self.organisation),
            dossiers=tuple(self.dossier),
            documents=tuple(self.document),
        )


class BatchForm(_Form):
    """Questions to answer at once."""

    queries: list[QuestionForm] = Field(min_length=1, max_length=MOST_QUESTIONS)
    fields: list[Annotated[str, Field(max_length=200)]] = Field(
        default=[],
        max_length=100,
        description="Only these fields of each answer, by dotted names: `results.citation.label`.",
    )

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "queries": [
                        {"q": "netcapaciteit Chemelot", "k": 3},
                        {"q": "stikstof", "kind": ["kamerbrief"], "from": "2024"},
                    ]
                }
            ]
        },
    )


class AnswerForm(_Form):
    """The answer to one of the questions, or why it has none."""

    answer: SearchForm | None
    problem: Problem | None


class AnswersForm(_Form):
    """The answers, in the order of the questions."""

    answers: list[AnswerForm]

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"answers": [{"answer": SEARCH, "problem": None}, {"answer": None, "problem": PROBLEM}]}
            ]
        },
    )
