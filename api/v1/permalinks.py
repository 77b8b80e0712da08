"""``/api/v1/passages/{id}/permalink``: a citation to copy, and what became of a passage that was cited."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from beleidszoeker.api.exporting.copying import Copied, copy_of
from beleidszoeker.api.exporting.links import LONGEST_PART, MOST_PARTS, read_parts
from beleidszoeker.api.http.address import site_of
from beleidszoeker.api.http.line import in_line_with
from beleidszoeker.api.service import Service, ServiceDependency
from beleidszoeker.api.v1.forms.examples import CITATION
from beleidszoeker.api.v1.forms.search import CitationForm
from beleidszoeker.api.v1.reading.responses import BUSY, PROBLEMS
from beleidszoeker.search.following import Fate, Followed, follow
from beleidszoeker.search.result import to_json

router = APIRouter(responses=PROBLEMS)
_LINK = "http://localhost:8765/passages/3c3f9f883bb38cbb-0f12ab34?snapshot=7&citaat=1042-1088-5a0c3f11"
_QUOTE = "Een hindernis is het tekort aan netcapaciteit."
_LABEL = CITATION["label"]
_EXAMPLE: JsonDict = {
    "passage_id": "3c3f9f883bb38cbb-0f12ab34",
    "fate": "same",
    "literal": True,
    "document_id": "3c3f9f883bb38cbb",
    "found_in": "3c3f9f883bb38cbb-0f12ab34",
    "link": _LINK,
    "quote": _QUOTE,
    "citation": CITATION,
    "text": f"“{_QUOTE}” ({_LABEL})\n{_LINK}",
    "html": f'<blockquote cite="{_LINK}"><p>“{_QUOTE}”</p></blockquote>'
    f'<p>(<cite>{_LABEL}</cite>) <a href="{_LINK}">{_LINK}</a></p>',
}


class PermalinkForm(BaseModel):
    """What a permalink leads to, and the citation as it is copied."""

    passage_id: str = Field(description="As it was asked.")
    fate: Fate = Field(
        description="same: it is what it was; misquoted: it is, but does not hold what the link quotes; "
        "reread: its file is the same, but is read or cut in another way by now; replaced: another version "
        "of its document is there; removed: none is."
    )
    literal: bool = Field(description="Whether all that was quoted stands there literally.")
    document_id: str | None = Field(description="The document that is there now.")
    found_in: str | None = Field(
        description="The passage itself, or the one with the quote now; unless `literal` only the nearest."
    )
    link: str | None = Field(description="Permalink of what is there now.")
    quote: str | None = Field(
        description="Literal text; parts that do not follow each other stand with ' […] ' between them."
    )
    citation: CitationForm | None = Field(description="Where the quote stands, with its own pages.")
    text: str | None = Field(description="Quote, citation and permalink in the house notation.")
    html: str | None = Field(description="The same as HTML.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})


@router.get(
    "/passages/{passage_id}/permalink",
    response_model=PermalinkForm,
    responses=BUSY,
    dependencies=[in_line_with("q")],
)
def passage_permalink(
    request: Request,
    service: ServiceDependency,
    passage_id: Annotated[str, Path(description="Id of a passage.", examples=["3c3f9f883bb38cbb-0f12ab34"])],
    *,
    citaat: Annotated[
        list[Annotated[str, Query(max_length=LONGEST_PART)]] | None,
        Query(
            max_length=MOST_PARTS,
            description="What was quoted: `start-end-digest` in the document's canonical text.",
            examples=[["1042-1088-5a0c3f11"]],
        ),
    ] = None,
    q: Annotated[
        str,
        Query(
            max_length=4000, description="What was asked: its quotes are cited where `citaat` is not given."
        ),
    ] = "",
) -> Any:
    """Return the citation of a passage that can be copied, or what became of the passage."""
    found = follow(service.reader, passage_id, read_parts(citaat or []))
    item = _copied(service, found, q, base=site_of(request))
    return {
        "passage_id": passage_id,
        "fate": found.fate,
        "literal": found.literal,
        "document_id": found.document.id if found.document else None,
        "found_in": found.passage.id if found.passage else None,
        "link": item.link if item else None,
        "quote": item.quote if item else None,
        "citation": to_json(item.item.citation) if item else None,
        "text": item.plain if item else None,
        "html": str(item.rich) if item else None,
    }


def _copied(service: Service, found: Followed, query: str, *, base: str) -> Copied | None:
    if found.passage is None:
        return None
    asked = query.strip() and found.fate is Fate.SAME and not found.parts
    quotes = service.engine().quotes(query, [found.passage.id])[found.passage.id] if asked else ()
    return copy_of(service, found.passage.id, quotes or found.spans, base=base)
