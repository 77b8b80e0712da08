"""``/documenten``: all documents, newest first, with filters that stand in the address."""

from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from beleidszoeker.api.http.line import IN_LINE
from beleidszoeker.api.pages.rendering import is_partial, page
from beleidszoeker.api.service import ServiceDependency
from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.index.store.catalogue import Counts, Wanted
from beleidszoeker.ingest.kinds import KINDS

router = APIRouter()
_ON_A_PAGE = 25
_MOST_WORDS = 12


class Choice(NamedTuple):
    """A value that can be chosen.

    Attributes:
        value: As it stands in the address.
        label: As people read it.
        documents: How many have it.
    """

    value: str
    label: str
    documents: int


class Asked(NamedTuple):
    """What the form holds."""

    titel: str
    soort: str
    jaar: str
    organisatie: str

    @property
    def wanted(self) -> Wanted:
        """The documents that it asks for."""
        filters = Filters.parse(
            kinds=(self.soort,) if self.soort else (),
            years=(self.jaar,) if self.jaar else (),
            organisations=(self.organisatie,) if self.organisatie else (),
        )
        return Wanted(filters, tuple(self.titel.split()[:_MOST_WORDS]))

    def address(self, number: int) -> str:
        """The address of a page of its answer."""
        given = {name: value for name, value in self._asdict().items() if value}
        asked = urlencode({**given, "pagina": number} if number > 1 else given, errors="replace")
        return "/documenten" + ("?" + asked if asked else "")


@router.get("/documenten", dependencies=[IN_LINE])
def documents_page(
    request: Request,
    service: ServiceDependency,
    *,
    titel: Annotated[str, Query(max_length=300)] = "",
    soort: Annotated[str, Query(max_length=60)] = "",
    jaar: Annotated[str, Query(max_length=20)] = "",
    organisatie: Annotated[str, Query(max_length=300)] = "",
    pagina: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show the documents."""
    asked = Asked(titel.strip(), soort, jaar, organisatie.strip())
    reader, wanted = service.reader, asked.wanted
    records, total = reader.catalogue(wanted, start=(pagina - 1) * _ON_A_PAGE, count=_ON_A_PAGE)
    return page(
        request,
        "documents/list.html" if is_partial(request) else "documents/page.html",
        asked=asked,
        records=records,
        total=total,
        number=pagina,
        last=max(-(-total // _ON_A_PAGE), 1),
        choices=_choices(reader.catalogue_counts(wanted), asked),
    )


def _choices(counts: Counts, asked: Asked) -> dict[str, list[Choice]]:
    return {
        "soort": list(
            _offered(((value, KINDS.get(value, value), n) for value, n in counts.kinds), asked.soort)
        ),
        "jaar": list(
            _offered(
                ((value, "zonder datum" if value == UNDATED else value, n) for value, n in counts.years),
                asked.jaar,
            )
        ),
        "organisatie": list(
            _offered(((value, value, n) for value, n in counts.organisations), asked.organisatie)
        ),
    }


def _offered(found: Iterable[tuple[str, str, int]], chosen: str) -> Iterator[Choice]:
    """Yield what can be chosen; what is chosen stands among it, also where nothing has it."""
    choices = [Choice(*each) for each in found]
    if chosen and chosen not in {choice.value for choice in choices}:
        choices.insert(0, Choice(chosen, KINDS.get(chosen, chosen), 0))
    yield from choices
