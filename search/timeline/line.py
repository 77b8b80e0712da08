"""Which documents a timeline runs through, and which parts of them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from beleidszoeker.errors import NoTimelineError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.store import LibraryReader
from beleidszoeker.index.store.knowledge.own import own_keys
from beleidszoeker.ingest.knowledge.model import Span
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.listing import MOST_RESULTS
from beleidszoeker.search.result import SearchResult, Sort

_MOST = f"Deze tijdlijn volgt de {MOST_RESULTS} passages die het best bij het onderwerp passen."


@dataclass(frozen=True, slots=True)
class Scope:
    """What a timeline is of: a dossier, a subject (in a dossier or in all), or a document and its neighbours.

    Attributes:
        dossier: Kamerstukdossier, as in ``29826``.
        query: A subject, in a person's own words.
        document: Id of a document.
    """

    dossier: str = ""
    query: str = ""
    document: str = ""

    def __bool__(self) -> bool:
        return bool(self.dossier.strip() or self.query.strip() or self.document.strip())

    @property
    def filters(self) -> Filters:
        """The dossier as a limit."""
        return Filters.parse(dossiers=(self.dossier,)) if self.dossier.strip() else Filters()


@dataclass(frozen=True, slots=True)
class Line:
    """The documents of a timeline, one version of each work.

    Attributes:
        documents: Ids, sorted.
        stands_for: The version that stands for each document, by id, its own where it stands for itself.
        spans: Of a subject: what of each document is about it; ``None`` for all of all documents.
        quotes: Of a subject: what answers best in each document.
        notes: What the person should know, in Dutch sentences.
    """

    documents: tuple[str, ...]
    stands_for: Mapping[str, str]
    spans: Mapping[str, Sequence[Span]] | None = None
    quotes: Mapping[str, Span] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def touches(self, document_id: str, start: int, end: int) -> bool:
        """Tell whether a part of a document is within the line."""
        if self.spans is None:
            return True
        return any(first < end and start < last for first, last in self.spans.get(document_id, ()))


def find_line(reader: LibraryReader, scope: Scope, engine: Callable[[], SearchEngine]) -> Line:
    """Return the documents of a timeline.

    Args:
        reader: The library.
        scope: What is asked.
        engine: Gives what answers questions; only a subject needs it.

    Raises:
        NoTimelineError: Nothing is asked, or a document together with something else.
        DocumentNotFoundError: There is no document with this id.
        InvalidFilterError: The dossier is none.
    """
    if not scope or (scope.document and (scope.dossier or scope.query)):
        raise NoTimelineError(
            "Waarvan wilt u een tijdlijn?",
            advice="Noem een dossier, een onderwerp of beide, of alleen het id van een document.",
        )
    if scope.query.strip():
        return _of_subject(reader, scope, engine())
    if scope.document:
        return _whole(reader, _neighbours(reader, scope.document))
    return _whole(reader, reader.knowledge.timeline.documents(scope.filters))


def _whole(reader: LibraryReader, documents: Sequence[str]) -> Line:
    stands_for = reader.knowledge.timeline.preferred(documents)
    return Line(tuple(sorted(set(stands_for.values()))), stands_for)


def _neighbours(reader: LibraryReader, document_id: str) -> tuple[str, ...]:
    """Return a document, its other versions, what they refer to and what refers to them."""
    own = [
        reader.document(document_id).id,
        *(each.document_id for each in reader.other_versions(document_id)),
    ]
    rows = reader.knowledge.timeline
    citing = {each.document_id for each in rows.citing(list(own_keys(rows.names(own))), None)}
    cited = {
        found
        for document in own
        for key in sorted({reference.key for reference in reader.knowledge.references.of(document)})
        for found in reader.publication(key).documents
    }
    return tuple(sorted({*own, *citing, *cited}))


def _of_subject(reader: LibraryReader, scope: Scope, engine: SearchEngine) -> Line:
    """By date a search leaves out what lies far from the question: what is left is about it."""
    found = engine.search(scope.query, count=MOST_RESULTS, filters=scope.filters, sort=Sort.DATE)
    spans: dict[str, list[Span]] = defaultdict(list)
    for result in found.results:
        spans[result.citation.document_id].append((result.citation.start, result.citation.end))
    stands_for = reader.knowledge.timeline.preferred(sorted(spans))
    documents = tuple(sorted(set(stands_for.values())))
    kept = {each: tuple(sorted(spans[each])) for each in documents}
    most = (_MOST,) if found.total >= MOST_RESULTS else ()
    told = (found.message,) if found.message else ()
    return Line(documents, stands_for, kept, _quotes(found.results), (*told, *found.notes, *most))


def _quotes(results: Sequence[SearchResult]) -> dict[str, Span]:
    best: dict[str, SearchResult] = {}
    for result in results:
        held = best.setdefault(result.citation.document_id, result)
        if result.score > held.score:
            best[result.citation.document_id] = result
    return {each: _first_quote(result) for each, result in best.items()}


def _first_quote(result: SearchResult) -> Span:
    start, end = result.citation.start, result.citation.end
    if not result.quotes:
        return start, end
    return start + result.quotes[0].start, start + result.quotes[0].end
