"""All that a document says about itself, read from its content."""

from beleidszoeker.ingest.document import Metadata, ParsedDocument
from beleidszoeker.ingest.knowledge.references.finding import find
from beleidszoeker.ingest.metadata.addressees import find_addressees
from beleidszoeker.ingest.metadata.authors import find_authors
from beleidszoeker.ingest.metadata.dates import find_date
from beleidszoeker.ingest.metadata.departments import find_departments
from beleidszoeker.ingest.metadata.dossiers import find_dossiers
from beleidszoeker.ingest.metadata.kamerstukken import find_kamerstukken
from beleidszoeker.ingest.metadata.kinds import find_kind
from beleidszoeker.ingest.metadata.languages import find_language
from beleidszoeker.ingest.metadata.letterhead import letterhead
from beleidszoeker.ingest.metadata.organisations import find_organisations
from beleidszoeker.ingest.metadata.references import find_references
from beleidszoeker.ingest.metadata.sessions import find_session_year
from beleidszoeker.ingest.metadata.titles import find_title


def extract_metadata(document: ParsedDocument, *, file_stem: str) -> Metadata:
    """Read the metadata from a document's content.

    Args:
        document: The parsed document.
        file_stem: The file's name without suffix; the title of last resort.
    """
    title = find_title(document, file_stem=file_stem)
    kind = find_kind(document, title=title.value)
    head = letterhead(document)
    authors = find_authors(document, kind=kind.value, head=head)
    kenmerk, uw_kenmerk = find_references(document, head)
    cited = tuple(find(document.text))
    return Metadata(
        title=title,
        kind=kind,
        date=find_date(document, kind=kind.value, title=title.value),
        organisations=find_organisations(
            document, kind=kind.value, authors=authors, kenmerk=kenmerk, head=head
        ),
        departments=find_departments(document, head),
        authors=authors,
        addressees=find_addressees(document, head),
        kenmerk=kenmerk,
        uw_kenmerk=uw_kenmerk,
        dossiers=find_dossiers(document, cited),
        kamerstukken=find_kamerstukken(document, cited),
        session_year=find_session_year(document),
        language=find_language(document),
        url=document.properties.get("url"),
    )
