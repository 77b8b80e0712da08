"""One file to one prepared document: parse, compose, describe, cut."""

from dataclasses import dataclass
from pathlib import PurePath

from beleidszoeker.errors import EmptyDocumentError
from beleidszoeker.ingest.chunk import Split, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Metadata, ParsedDocument, Passage
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.metadata import extract_metadata

PARSER_VERSION = 2
"""Raise this when parsing, cleaning or cutting changes: libraries then parse their files again."""

_FEWEST_LETTERS = 10


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document ready to be stored.

    Attributes:
        document: Canonical text and what stands on it.
        metadata: What it says about itself.
        passages: What can be found and cited.
    """

    document: ParsedDocument
    metadata: Metadata
    passages: tuple[Passage, ...]


def prepare_document(name: str, data: bytes, *, split: Split) -> PreparedDocument:
    """Turn a file into a prepared document.

    Args:
        name: The file's name; its suffix tells the format where the bytes do not.
        data: The file's bytes.
        split: Sentence splitter.

    Raises:
        DocumentError: The file cannot be taken in.
    """
    if not data:
        raise EmptyDocumentError(
            "Het bestand is leeg: het telt nul bytes.", advice="Haal het opnieuw op bij de bron."
        )
    document = compose(parser_for(name, data).parse(data))
    if sum(char.isalpha() for char in document.text) < _FEWEST_LETTERS:
        raise EmptyDocumentError(
            "Het bestand bevat geen tekst.",
            advice="Controleer het bestand; een lege pagina kan niet worden gevonden.",
        )
    metadata = extract_metadata(document, file_stem=PurePath(name).stem)
    return PreparedDocument(document, metadata, tuple(chunk(document, split, title=metadata.title.value)))
