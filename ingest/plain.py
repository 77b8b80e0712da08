"""A text with a known title: the entries of a test collection, taken in like files."""

from beleidszoeker.ingest.chunk import Split, chunk
from beleidszoeker.ingest.compose import compose
from beleidszoeker.ingest.document import Evidence, Metadata
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.text.parser import TextParser


def prepare_text(title: str, text: str, *, split: Split) -> PreparedDocument:
    """Turn a text into a prepared document; its title is given, and may be empty.

    Args:
        title: What stands above it.
        text: The text itself.
        split: Sentence splitter.
    """
    document = compose(TextParser().parse(text.encode()))
    passages = chunk(document, split, title=title)
    return PreparedDocument(document, Metadata(Evidence(title), Evidence("overig")), tuple(passages))
