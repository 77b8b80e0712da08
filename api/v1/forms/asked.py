"""The form of a question with its limits. It only grows."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.v1.reading.parameters import MOST_VALUES, Day, Kind, Year
from beleidszoeker.index.filters import Filters

_Values = Annotated[list[Annotated[str, Field(max_length=1000)]], Field(max_length=MOST_VALUES)]
_Kinds = Annotated[list[Kind], Field(max_length=MOST_VALUES)]
_Years = Annotated[list[Year], Field(max_length=MOST_VALUES)]


class AskedForm(BaseModel):
    """A question; its limits are the parameters of `/search`."""

    q: str = Field(max_length=LONGEST_QUERY, description="The question, as for `/search`.")
    kind: _Kinds = Field(default=[], description="Only these kinds.")
    date_from: Day | None = Field(default=None, alias="from", description="First day: a year, month or day.")
    date_to: Day | None = Field(default=None, alias="to", description="Last day: a year, month or day.")
    year: _Years = Field(default=[], description="Only of these years; `onbekend` for without a date.")
    organisation: _Values = Field(default=[], description="Part of a name is enough.")
    dossier: _Values = Field(default=[], description="Kamerstukdossiers.")
    programme: _Values = Field(default=[], description="Programmes that documents name: ids or names.")
    document: _Values = Field(default=[], description="Ids of documents.")

    model_config = ConfigDict(extra="forbid")

    def filters(self) -> Filters:
        """Read its filters.

        Raises:
            InvalidFilterError: One of them cannot be read.
        """
        return Filters.parse(
            kinds=self.kind,
            date_from=self.date_from,
            date_to=self.date_to,
            years=self.year,
            organisations=self.organisation,
            dossiers=self.dossier,
            programmes=self.programme,
            documents=self.document,
        )
