"""Between library and desk: what is kept of a passage, and what is told of it later."""

from collections.abc import Iterable, Sequence
from typing import Any

from beleidszoeker.api.exporting import Cited
from beleidszoeker.api.exporting.links import permalink
from beleidszoeker.api.service import Service
from beleidszoeker.errors import CollectionChangedError
from beleidszoeker.index.desk.kept import Item, Kept, KeptQuote
from beleidszoeker.index.desk.standing import Standing, State
from beleidszoeker.search.quoting.quotation import GAP, Part, Span, digest_of, quotation
from beleidszoeker.search.result import Citation, to_json

_TOLD = {
    State.SAME: "",
    State.MOVED: "Het document is sindsdien gewijzigd. Dit citaat staat er nog letterlijk in, maar op een "
    "andere plaats: controleer de pagina.",
    State.CHANGED: "Het document is sindsdien gewijzigd. Hier staat het citaat zoals het is bewaard.",
    State.REMOVED: "Het document is sindsdien gewijzigd of verwijderd. Hier staat het citaat zoals het is "
    "bewaard.",
}
_NEWER = " In de versie die er nu is staat het nog letterlijk."
_NO_LONGER = " In de versie die er nu is staat het niet meer zo."


def as_shown(service: Service, passage_id: str, parts: Sequence[Part]) -> Kept:
    """Return a copy of what a page showed of a passage: just that, or nothing.

    Args:
        service: Where the library and its snapshot are.
        passage_id: The passage.
        parts: What was quoted of it; none for all of it.

    Raises:
        PassageNotFoundError: There is none with this id.
        CollectionChangedError: The document says something else there by now.
    """
    passage = service.reader.passage(passage_id)
    spans = [(part.start - passage.start, part.end - passage.start) for part in parts]
    for (start, end), part in zip(spans, parts, strict=True):
        if start < 0 or end > len(passage.text) or digest_of(passage.text[start:end]) != part.digest:
            raise CollectionChangedError(
                "Het document is gewijzigd sinds dit citaat werd getoond; het is niet bewaard.",
                advice="Zoek de passage opnieuw.",
            )
    return to_keep(service, passage_id, spans)


def to_keep(service: Service, passage_id: str, spans: Sequence[Span] = ()) -> Kept:
    """Return a copy of what is quoted of a passage.

    Args:
        service: Where the library and its snapshot are.
        passage_id: The passage.
        spans: What of it is quoted, in its characters; none for all of it.

    Raises:
        PassageNotFoundError: There is none with this id.
    """
    reader = service.reader
    passage = reader.passage(passage_id)
    quoted = quotation(reader, passage, spans)
    return Kept(
        passage_id=passage.id,
        document_id=passage.document_id,
        quotes=tuple(
            KeptQuote(
                passage.text[part.start - passage.start : part.end - passage.start], part.start, part.end
            )
            for part in quoted.parts
        ),
        citation=to_json(quoted.citation),
        footnotes=quoted.footnotes,
        organisations=reader.document(passage.document_id).organisations,
        snapshot=service.engine().snapshot().manifest.number,
    )


def citation_of(kept: Kept) -> Citation:
    """Return a citation as it was kept; fields that came later have their defaults."""
    known = {name: kept.citation[name] for name in Citation.__dataclass_fields__ if name in kept.citation}
    return Citation(**{**known, "section": tuple(known["section"])})


def told(standing: Standing) -> str:
    """Say in Dutch what became of a document since; empty where nothing did."""
    text = _TOLD[standing.state]
    if standing.state is State.CHANGED and standing.document_id is not None:
        text += _NEWER if standing.literal else _NO_LONGER
    return text


def address(standing: Standing) -> str | None:
    """Return where to read a kept passage now, on this site; ``None`` where its document is gone."""
    if standing.document_id is None:
        return None
    passage = f"?passage={standing.passage_id}#passage" if standing.passage_id else ""
    return f"/documenten/{standing.document_id}{passage}"


def permanent(kept: Kept, site: str) -> str:
    """Return the permalink of what was kept; ``site`` is the address of this service."""
    parts = [Part(quote.start, quote.end, digest_of(quote.text)) for quote in kept.quotes]
    return permalink(site, kept.passage_id, parts, kept.snapshot)


def cited(items: Iterable[Item], standings: dict[str, Standing], site: str) -> list[Cited]:
    """Return what a collection holds, in its order, as it is exported.

    Args:
        items: The passages.
        standings: Where they stand now.
        site: Address of this service.
    """
    return [
        Cited(
            quote=GAP.join(quote.text for quote in item.kept.quotes),
            citation=citation_of(item.kept),
            link=permanent(item.kept, site),
            note="\n".join(part for part in (item.note, told(standings[item.id])) if part),
            footnotes=item.kept.footnotes,
            organisations=item.kept.organisations,
        )
        for item in items
    ]


def plain(item: Item, standing: Standing) -> dict[str, Any]:
    """Return a passage in a collection as the API gives it."""
    kept = item.kept
    return {
        "id": item.id,
        "passage_id": kept.passage_id,
        "quotes": [{"text": quote.text, "start": quote.start, "end": quote.end} for quote in kept.quotes],
        "citation": {**to_json(citation_of(kept))},
        "footnotes": list(kept.footnotes),
        "snapshot": kept.snapshot,
        "note": item.note,
        "revision": item.revision,
        "added": item.added,
        "state": str(standing.state),
        "literal": standing.literal,
        "current_document_id": standing.document_id,
        "current_passage_id": standing.passage_id,
        "told": told(standing),
    }
