"""Where a document goes on to: what it promises, names and belongs to, and what its versions changed."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from beleidszoeker.api.pages.further import Further, leading
from beleidszoeker.api.pages.programmes.asked import name_address
from beleidszoeker.api.pages.writing import plural
from beleidszoeker.index.filters import UNDATED, Filters
from beleidszoeker.index.store import DocumentRecord, LibraryReader, VersionRecord
from beleidszoeker.ingest.knowledge.model import NameKind
from beleidszoeker.search.programmes.named import known

_MOST_DOSSIERS = 3
_MOST_NAMES = 8
_NAMED = frozenset((NameKind.PROGRAMME, NameKind.CLUSTER))


class Version(NamedTuple):
    """Another version of the document.

    Attributes:
        record: That version.
        changes: Address of what changed between the two, the earlier first.
    """

    record: VersionRecord
    changes: str


def further(reader: LibraryReader, record: DocumentRecord) -> list[Further]:
    """Return what the document promises and decides, and its timelines."""
    around = leading("Tijdlijn rond dit document", "/tijdlijn", {"document": record.id})
    return [*_said(reader, record.id), around, *_dossiers(record)]


def programmes(reader: LibraryReader, document_id: str) -> list[Further]:
    """Return the programmes and clusters that the document names, the most named first."""
    named = [each for each in reader.knowledge.names.of(document_id) if each.kind in _NAMED]
    first = {each.key: each for each in reversed(named)}
    often = Counter(each.key for each in named).most_common(_MOST_NAMES)
    return [
        Further(known(key, first[key].surface, first[key].kind).label, name_address(key)) for key, _ in often
    ]


def versions(reader: LibraryReader, record: DocumentRecord) -> list[Version]:
    """Return the other versions of the document."""
    return [Version(each, _changes(record, each)) for each in reader.other_versions(record.id)]


def _said(reader: LibraryReader, document_id: str) -> Iterator[Further]:
    stored, only = reader.knowledge, Filters(documents=(document_id,))
    counts = (
        (len(stored.commitments.of(document_id)), ("toezegging", "toezeggingen"), ""),
        (stored.motions.page(only, "", start=0, count=1)[1], ("motie", "moties"), "moties"),
        (stored.decisions.page(only, "", start=0, count=1)[1], ("besluit", "besluiten"), "besluiten"),
    )
    for count, names, what in counts:
        if count:
            yield leading(plural(count, *names), "/toezeggingen", {"wat": what, "document": document_id})


def _dossiers(record: DocumentRecord) -> Iterator[Further]:
    for dossier in record.dossiers[:_MOST_DOSSIERS]:
        yield leading(f"Tijdlijn van dossier {dossier}", "/tijdlijn", {"dossier": dossier})


def _changes(record: DocumentRecord, version: VersionRecord) -> str:
    """Versions without a date come last: nothing says that they are earlier."""
    dated = ((record.date or UNDATED, record.id), (version.date or UNDATED, version.document_id))
    (_, first), (_, later) = sorted(dated, key=lambda each: each[0])
    return "/tijdlijn/wijzigingen?" + urlencode({"eerst": first, "later": later})
