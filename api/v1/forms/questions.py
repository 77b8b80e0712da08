"""The form of a document's Kamervragen, for validation and OpenAPI. It only grows."""

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

_EXAMPLE: JsonDict = {
    "document_id": "3c3f9f883bb38cbb",
    "title": "Vragen van het lid De Wit over het elektriciteitsnet",
    "source": "antwoorden.pdf",
    "number": "2025Z01234",
    "appendix": None,
    "members": [{"name": "De Wit", "party": "Partij"}],
    "addressees": [{"role": "minister", "portfolio": "Klimaat en Groene Groei", "name": ""}],
    "ministers": [{"role": "minister", "portfolio": "Klimaat en Groene Groei", "name": "Jansen"}],
    "asked": "2025-01-20",
    "answered": "2025-02-10",
    "notice": None,
    "exchanges": [
        {
            "numbers": [1],
            "questions": [
                {"text": "Is het net vol?", "start": 310, "end": 325, "page_first": 1, "page_last": 1}
            ],
            "answer": {
                "text": "Zie het antwoord op vraag 2.",
                "start": 340,
                "end": 368,
                "page_first": 1,
                "page_last": 1,
            },
            "refers_to": [2],
            "defers": True,
            "resolved": [
                {
                    "numbers": [2],
                    "answer": {
                        "text": "Ja, tot 2030.",
                        "start": 430,
                        "end": 443,
                        "page_first": 2,
                        "page_last": 2,
                    },
                }
            ],
        }
    ],
}


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SaidForm(_Form):
    """A literal part of the document."""

    text: str
    start: int = Field(description="First character in the document's canonical text.")
    end: int
    page_first: int | None = Field(description="First page in the file; null where pages are not known.")
    page_last: int | None


class MemberForm(_Form):
    """A member of parliament who asks."""

    name: str
    party: str | None


class MinisterForm(_Form):
    """A member of government."""

    role: str = Field(description="minister, staatssecretaris or minister-president.")
    portfolio: str
    name: str = Field(description="Empty where the document gives the office only.")


class ResolvedForm(_Form):
    """An answer that another one refers to."""

    numbers: list[int]
    answer: SaidForm


class ExchangeForm(_Form):
    """One answer with the questions that it answers, or a question without an answer."""

    numbers: list[int] = Field(description="Numbers of the questions.")
    questions: list[SaidForm] = Field(description="Fewer than numbers where several share one heading.")
    answer: SaidForm | None
    refers_to: list[int] = Field(description="Numbers of other questions whose answers it names.")
    defers: bool = Field(description="Whether the answer does nothing but refer to others.")
    resolved: list[ResolvedForm] = Field(description="What it refers to, where it does nothing else.")


class QuestionsForm(_Form):
    """The Kamervragen of a document."""

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
    notice: SaidForm | None = Field(description="A mededeling in the place of answers.")
    exchanges: list[ExchangeForm]

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})
