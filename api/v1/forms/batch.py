"""The forms of many questions at once. They only grow."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.problems.form import PROBLEM, Problem
from beleidszoeker.api.v1.forms.asked import AskedForm
from beleidszoeker.api.v1.forms.examples import SEARCH
from beleidszoeker.api.v1.forms.search import SearchForm
from beleidszoeker.search.result import Sort

MOST_QUESTIONS = 50


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuestionForm(AskedForm):
    """A question; its fields are the parameters of `/search`."""

    k: int = Field(default=10, ge=1, le=100, description="How many passages at most.")
    sort: Sort = Field(default=Sort.RELEVANCE, description="Best first, or newest document first.")


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
