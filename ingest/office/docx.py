"""DOCX: the format of Word since 2007 (ECMA-376). It has no pages of its own; what it holds has sections."""

from dataclasses import dataclass, field

from beleidszoeker.errors import LimitExceededError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.office.blocks import to_drafts
from beleidszoeker.ingest.office.body import Node, put_aside
from beleidszoeker.ingest.office.letterhead import belongs_at_head
from beleidszoeker.ingest.office.numbering import Numbering
from beleidszoeker.ingest.office.package import Element, Package
from beleidszoeker.ingest.office.properties import docx_properties
from beleidszoeker.ingest.office.relations import main_part, relations
from beleidszoeker.ingest.office.runs import RunReader
from beleidszoeker.ingest.office.styles import Styles
from beleidszoeker.ingest.office.word import RELATION, W, child, switch
from beleidszoeker.ingest.office.wordbody import BodyReader
from beleidszoeker.ingest.office.wordnotes import Notes


class DocxParser:
    """Parses DOCX."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a document into drafts; its title and author become properties.

        Raises:
            DamagedDocumentError: It is truncated or no DOCX.
            EncryptedDocumentError: It asks for a password.
            LimitExceededError: It is too large, or nested too deep.
        """
        try:
            return _Document(Package(data)).read()
        except RecursionError:
            raise LimitExceededError(
                "Het document is te diep genest om te lezen.", advice="Sla het op als PDF."
            ) from None


@dataclass(slots=True)
class _Document:
    package: Package
    name: str = field(init=False)
    parts: dict[str, str] = field(init=False)
    by_id: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.name = main_part(self.package)
        found = relations(self.package, self.name)
        self.parts = {relation.kind: relation.part for relation in found}
        self.by_id = {relation.id: relation.part for relation in found}

    def read(self) -> DraftDocument:
        root = self.package.xml(self.name)
        styles = Styles(self._part("styles"))
        notes = Notes(self._part("footnotes"), self._part("endnotes"), self._part("settings"))
        body = BodyReader(styles, Numbering(self._part("numbering"), styles), RunReader(styles, notes.cite))
        main = child(root, "body")
        head = self._head(main, styles)
        nodes = body.read(main) if main is not None else []
        drafts = to_drafts([*head, *nodes])
        return DraftDocument(
            drafts + self._notes(notes, body),
            properties=docx_properties(self.package),
            warnings=["Een ingevoegd document is niet gelezen."] * bool(body.inserted),
        )

    def _part(self, kind: str) -> Element | None:
        return self.package.optional_xml(self.parts.get(kind, ""))

    def _head(self, main: Element | None, styles: Styles) -> list[Node]:
        """The letterhead: the head of the first page, of which the next pages repeat no more than a part."""
        section = next(main.iter(W + "sectPr"), None) if main is not None else None
        wanted = "first" if switch(section, "titlePg") else "default"
        for reference in section.findall(W + "headerReference") if section is not None else ():
            root = self.package.optional_xml(self.by_id.get(reference.get(RELATION, ""), ""))
            if reference.get(W + "type") == wanted and root is not None:
                reader = BodyReader(styles, Numbering(None, styles), RunReader(styles, lambda *_: ""))
                nodes = reader.read(root)
                return nodes if wanted == "first" else [node for node in nodes if belongs_at_head([node])]
        return []

    def _notes(self, notes: Notes, body: BodyReader) -> list[Draft]:
        """The notes that the text cites, in its order; a note may cite another one."""
        drafts = []
        for label, element in notes.cited():
            inside = to_drafts(put_aside(body.read(element)))
            lines = [line for draft in inside for line in draft.lines]
            if any(line.text.strip() for line in lines):
                drafts.append(Draft(BlockKind.FOOTNOTE, lines, label=label))
        return drafts
