"""What a document says about itself: title, date, kind, organisations, dossiers, each with its evidence."""

from beleidszoeker.ingest.document import Metadata, ParsedDocument
from beleidszoeker.ingest.metadata.dates import find_date
from beleidszoeker.ingest.metadata.dossiers import find_dossiers
from beleidszoeker.ingest.metadata.kinds import KINDS, find_kind
from beleidszoeker.ingest.metadata.organisations import find_organisations
from beleidszoeker.ingest.metadata.titles import find_title

__all__ = ["KINDS", "extract_metadata"]


def extract_metadata(document: ParsedDocument, *, file_stem: str) -> Metadata:
    """Read the metadata from a document's content.

    Args:
        document: The parsed document.
        file_stem: The file's name without suffix; the title of last resort.
    """
    title = find_title(document, file_stem=file_stem)
    kind = find_kind(document, title=title.value)
    return Metadata(
        title=title,
        kind=kind,
        date=find_date(document, kind=kind.value, title=title.value),
        organisations=find_organisations(document),
        dossiers=find_dossiers(document.text),
        language=document.properties.get("language", "nl")[:2].lower() or "nl",
        url=document.properties.get("url"),
    )
