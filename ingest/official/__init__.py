"""Official publications in XML: Handelingen, Kamerstukken, Kamervragen, laws and regulations.

They follow the schema of officielebekendmakingen.nl (OP) or that of wetten.overheid.nl (BWB toestand), which
share their blocks. Neither knows pages, so a citation names the section.
"""

from lxml import etree

from beleidszoeker.errors import UnsupportedFormatError
from beleidszoeker.ingest.document import BlockKind
from beleidszoeker.ingest.drafts import Draft, DraftDocument
from beleidszoeker.ingest.lengths import check_count, check_length
from beleidszoeker.ingest.official.blocks import BLOCKS
from beleidszoeker.ingest.official.debates import DEBATES
from beleidszoeker.ingest.official.facts import properties
from beleidszoeker.ingest.official.inline import local, pieces, to_line
from beleidszoeker.ingest.official.notes import number_notes
from beleidszoeker.ingest.official.tables import TABLES
from beleidszoeker.ingest.official.tree import read_tree, undo_double_encoding
from beleidszoeker.ingest.official.walker import Walker

_ROOT_NAMES = """
circulaire handelingen kamerstuk kamervragen officiele-publicatie regeling staatsblad staatscourant toestand
wet-besluit wetgeving
"""
_ROOTS = frozenset(_ROOT_NAMES.split())
_MENDED = "De tekens in dit bestand waren dubbel gecodeerd (ë stond er als Ã«); dat is hersteld."


class OfficialXmlParser:
    """Parses official publications; they have no pages."""

    def parse(self, data: bytes) -> DraftDocument:
        """Read a publication into drafts; its title, date, kind, address and numbers become properties.

        Raises:
            DamagedDocumentError: It is no well-formed XML, or declares entities.
            LimitExceededError: It is too large or too deep.
            UnsupportedFormatError: It is XML of another kind.
        """
        data, mended = undo_double_encoding(data)
        root = read_tree(data)
        if local(root) not in _ROOTS:
            raise UnsupportedFormatError(
                f"Deze XML ('{local(root)[:40]}') is geen officiële publicatie.",
                advice="Ondersteund: Handelingen, Kamerstukken, Kamervragen en regelgeving.",
            )
        check_count(0, len(etree.tostring(root, method="text", encoding="unicode")))
        number_notes(root)
        walker = Walker({**BLOCKS, **TABLES, **DEBATES})
        walker.drafts += _short_title(root)
        walker.depth = len(walker.drafts)
        walker.visit(root)
        check_length(walker.drafts + walker.notes)
        return DraftDocument(
            walker.drafts + walker.notes,
            properties=properties(root),
            warnings=[_MENDED] if mended else [],
        )


def _short_title(root: etree._Element) -> list[Draft]:
    """The name by which a law is cited heads it, wherever the file keeps it."""
    for title in root.iter("{*}citeertitel"):
        return [Draft(BlockKind.HEADING, [to_line(pieces(title))], level=1)]
    return []
