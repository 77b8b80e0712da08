"""Parameters that several addresses share."""

from typing import Annotated, TypeAlias

from fastapi import Path, Query
from pydantic import WithJsonSchema

from beleidszoeker.api.options import LONGEST_QUERY
from beleidszoeker.api.v1.reading.cursors import LONGEST_CURSOR
from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.ingest.kinds import KINDS

LANGUAGE = (
    'The question, in plain words: they rank. Everything else limits: `"exact phrase"`, `-without`, '
    '`-"without this phrase"`, `this OR that` (or `OF`), `prefix*` (three letters or more), and the fields '
    "`soort:kamerbrief`, `na:2024` (from that day on), `voor:2025-06` (until its end), `dossier:29826`, "
    '`organisatie:"Economische Zaken"`, `programma:MIEK`, `titel:netbeheer`, `document:ID`. A field '
    "given twice means either; `-soort:nota` leaves out; fields and filters must both hold. A reference by "
    "itself (`Kamerstuk 29826-211`, `2024Z12345`, a kenmerk) leads to its document. Nothing is a syntax "
    "error: what makes no sense is taken as words, and `notes` says so."
)
MOST_VALUES = 100
"""Of one filter."""

Question: TypeAlias = Annotated[
    str, Query(max_length=LONGEST_QUERY, description=LANGUAGE, examples=["netcapaciteit Chemelot"])
]
Count: TypeAlias = Annotated[
    int, Query(ge=1, le=100, description="How many passages at most.", examples=[10])
]
Cursor: TypeAlias = Annotated[
    str | None,
    Query(
        max_length=LONGEST_CURSOR,
        description="Where to go on: `next` of the answer before, with all other parameters as they were.",
    ),
]
DocumentId: TypeAlias = Annotated[
    str, Path(description="Id of a document, as in `citation.document_id`.", examples=["3c3f9f883bb38cbb"])
]
PassageId: TypeAlias = Annotated[
    str, Path(description="Id of a passage, as in a result.", examples=["3c3f9f883bb38cbb-0f12ab34"])
]
_Values: TypeAlias = list[str] | None
_DAY = "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"
# Told, not checked here: what does not fit is a problem with a code of its own, `invalid-filter`.
Kind: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted(KINDS)})]
Year: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^([0-9]{{4}}|{UNDATED})$"})]
Day: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": _DAY})]


async def read_filters(
    *,
    kind: Annotated[
        list[Kind] | None,
        Query(max_length=MOST_VALUES, description="Only these kinds.", examples=[["kamerbrief"]]),
    ] = None,
    date_from: Annotated[
        Day | None,
        Query(alias="from", description="First day: a year, month or day.", examples=["2024-01-01"]),
    ] = None,
    date_to: Annotated[
        Day | None, Query(alias="to", description="Last day: a year, month or day.", examples=["2025-12-31"])
    ] = None,
    year: Annotated[
        list[Year] | None,
        Query(
            max_length=MOST_VALUES,
            description="Only of these years; `onbekend` for documents without a date.",
            examples=[["2024"]],
        ),
    ] = None,
    organisation: Annotated[
        _Values,
        Query(
            max_length=MOST_VALUES, description="Part of a name is enough.", examples=[["Economische Zaken"]]
        ),
    ] = None,
    dossier: Annotated[
        _Values, Query(max_length=MOST_VALUES, description="Kamerstukdossiers.", examples=[["29826"]])
    ] = None,
    programme: Annotated[
        _Values,
        Query(
            max_length=MOST_VALUES,
            description="Programmes that documents name: an id or a name of `/programmes`.",
            examples=[["miek"]],
        ),
    ] = None,
    document: Annotated[
        _Values,
        Query(max_length=MOST_VALUES, description="Ids of documents.", examples=[["3c3f9f883bb38cbb"]]),
    ] = None,
) -> Filters:
    """Read the filters from a request; repeat a parameter for *either*.

    ``async`` so that no other thread is woken for it.
    """
    return Filters.parse(
        kinds=kind,
        date_from=date_from,
        date_to=date_to,
        years=year,
        organisations=organisation,
        dossiers=dossier,
        programmes=programme,
        documents=document,
    )
