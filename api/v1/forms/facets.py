"""The form of facets. It only grows."""

from pydantic import BaseModel, ConfigDict, Field


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FacetValueForm(_Form):
    """Something to choose."""

    value: str = Field(description="What the filter takes.")
    label: str = Field(description="How it is called, in Dutch.")
    count: int = Field(description="How many documents there are at least when it is chosen.")
    chosen: bool = Field(description="Whether it is among the filters.")


class FacetForm(_Form):
    """One way to tell the documents found apart; its own chosen values do not limit its counts."""

    name: str = Field(description="kind, year, organisation, programme or dossier: its filter.")
    values: list[FacetValueForm] = Field(description="Most documents first; years newest first.")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "name": "kind",
                    "values": [{"value": "kamerbrief", "label": "Kamerbrief", "count": 12, "chosen": False}],
                }
            ]
        },
    )
