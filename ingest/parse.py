"""One file to one prepared document: parse, compose, describe, cut."""

from itertools import islice
from pathlib import PurePath

from beleidszoeker.errors import EmptyDocumentError
from beleidszoeker.ingest.chunk import Split, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.formats import parser_for
from beleidszoeker.ingest.kamervragen.finding import find_questions
from beleidszoeker.ingest.knowledge.analysis import analyse
from beleidszoeker.ingest.lengths import check_length
from beleidszoeker.ingest.metadata.extraction import extract_metadata
from beleidszoeker.ingest.prepared import PreparedDocument

_FEWEST_LETTERS = 10


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
    draft = parser_for(name, data).parse(data)
    check_length(draft.drafts)
    document = compose(draft)
    if len(list(islice(filter(str.isalpha, document.text), _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        raise EmptyDocumentError(
            "Het bestand bevat geen tekst.",
            advice="Controleer het bestand; een lege pagina kan niet worden gevonden.",
        )
    metadata = extract_metadata(document, file_stem=PurePath(name).stem)
    questions = find_questions(document, metadata)
    passages = chunk(document, split, title=metadata.title.value, questions=questions)
    knowledge = analyse(document, metadata, passages, questions=questions)
    return PreparedDocument(document, metadata, tuple(passages), questions, knowledge)
