"""ODT: the text format of OpenDocument (ISO 26300). It has sections; pages are made by its reader."""

from dataclasses import dataclass, field

from beleidszoeker.errors import DamagedDocumentError, EncryptedDocumentError, LimitExceededError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.office.blocks import to_drafts
from beleidszoeker.ingest.office.body import Node, put_aside
from beleidszoeker.ingest.office.letterhead import belongs_at_head
from beleidszoeker.ingest.office.odfbody import OdfReader
from beleidszoeker.ingest.office.odfstyles import OFFICE, STYLE, TEXT, OdfStyles
from beleidszoeker.ingest.office.package import Element, Package
from beleidszoeker.ingest.office.properties import odt_properties

_ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"


class OdtParser:
    """Parses ODT."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a document into drafts; its title and author become properties.

        Raises:
            DamagedDocumentError: It is truncated or no ODT.
            EncryptedDocumentError: It asks for a password.
            LimitExceededError: It is too large, or nested too deep.
        """
        package = Package(data)
        manifest = package.optional_xml("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(_ENCRYPTION), None) is not None:
            raise EncryptedDocumentError(
                "Het document is met een wachtwoord beveiligd.", advice="Sla het op zonder wachtwoord."
            )
        try:
            return _read(package)
        except RecursionError:
            raise LimitExceededError(
                "Het document is te diep genest om te lezen.", advice="Sla het op als PDF."
            ) from None


def _read(package: Package) -> DraftDocument:
    content, named = package.xml("content.xml"), package.optional_xml("styles.xml")
    text = next(content.iter(OFFICE + "text"), None)
    if text is None:
        raise DamagedDocumentError(
            "Het document bevat geen tekstdeel.", advice="Sla het in een tekstverwerker op als ODT of PDF."
        )
    notes, styles = _Notes(), OdfStyles(named, content)
    head = _head(_first_page(text, named, styles), OdfReader(styles, lambda _: ""))
    reader = OdfReader(styles, notes.cite)
    drafts = to_drafts([*head, *reader.read(text)])
    return DraftDocument(drafts + notes.drafts(reader), properties=odt_properties(package))


def _head(master: Element | None, reader: OdfReader) -> list[Node]:
    """The letterhead: the head of the first page alone, or the date, subject and addressee of any head."""
    if master is None:
        return []
    alone = master.get(STYLE + "next-style-name", "") not in {"", master.get(STYLE + "name")}
    for name in ("header-first", "header"):
        element = master.find(STYLE + name)
        nodes = reader.read(element) if element is not None else []
        if any(belongs_at_head([node]) for node in nodes):
            whole = alone or name == "header-first"
            return nodes if whole else [node for node in nodes if belongs_at_head([node])]
    return []


def _first_page(text: Element, root: Element | None, styles: OdfStyles) -> Element | None:
    """The page style of the first paragraph, else the first that there is."""
    first = next(text.iter(TEXT + "p", TEXT + "h"), None)
    chain = styles.chain("paragraph", first.get(TEXT + "style-name", "")) if first is not None else []
    name = next((found for style in chain if (found := style.get(STYLE + "master-page-name"))), "Standard")
    masters = list(root.iter(STYLE + "master-page")) if root is not None else []
    return next((m for m in masters if m.get(STYLE + "name") == name), masters[0] if masters else None)


@dataclass(slots=True)
class _Notes:
    """Footnotes and endnotes, which stand in the file where the text cites them."""

    found: list[tuple[str, Element]] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def cite(self, note: Element) -> str:
        """Return the label as the file shows it, told apart where an endnote shows a footnote's."""
        citation = note.find(TEXT + "note-citation")
        label = ("".join(citation.itertext()).strip() if citation is not None else "") or str(
            len(self.found) + 1
        )
        if label in self.shown:
            label = f"{'eindnoot' if note.get(TEXT + 'note-class') == 'endnote' else 'voetnoot'} {label}"
        self.shown.add(label)
        body = note.find(TEXT + "note-body")
        if body is not None:
            self.found.append((label, body))
        return label

    def drafts(self, reader: OdfReader) -> list[Draft]:
        """The notes in the order of citing; reading one may bring another."""
        drafts = []
        for label, body in self.found:  # grows while it is read
            lines = [line for draft in to_drafts(put_aside(reader.read(body))) for line in draft.lines]
            if any(line.text.strip() for line in lines):
                drafts.append(Draft(BlockKind.FOOTNOTE, lines, label=label))
        return drafts
