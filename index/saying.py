"""Questions and answers get what they are found by, each by itself: only those that have none yet."""

from collections.abc import Sequence

import numpy as np

from beleidszoeker.index.library import Library
from beleidszoeker.index.report import Reporter
from beleidszoeker.index.store import LibraryReader, LibraryWriter
from beleidszoeker.index.store.said import MOST_CHARACTERS, SaidText, Side
from beleidszoeker.index.wording import wording
from beleidszoeker.model.base import Embedder, Vectors

_BATCH = 64


def embed_said(library: Library, writer: LibraryWriter, embedder: Embedder, *, reporter: Reporter) -> int:
    """Find wording and vector of each question and answer that lacks them, and keep each batch at once.

    Returns:
        How many there were.
    """
    writer.note_said()
    missing = library.reader.missing_said(embedder.id)
    if missing:
        reporter.begin("Kamervragen embedden", len(missing))
        for first in range(0, len(missing), _BATCH):
            texts = list(library.reader.said_texts(missing[first : first + _BATCH]))
            words = [wording(text.text) for text in texts]
            writer.save_said(embedder.id, texts, words, said_vectors(library.reader, embedder, texts))
            reporter.advance(len(texts))
        reporter.end()
    return len(missing)


def said_vectors(reader: LibraryReader, embedder: Embedder, texts: Sequence[SaidText]) -> Vectors:
    """Embed questions as questions, since questions are held against them; of answers take what is known.

    The mean of an answer's sentences, which have vectors by now, stands for it; one without any is embedded.

    Returns:
        Array of shape ``(len(texts), dimension)``, float32, rows of L2 norm 1.
    """
    found = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
    unknown: dict[Side, list[int]] = {side: [] for side in Side}
    for place, text in enumerate(texts):
        known = _known(reader, embedder, text)
        if known is None:
            unknown[text.side].append(place)
        else:
            found[place] = known
    if places := unknown[Side.QUESTION]:
        found[places] = embedder.encode_queries(_openings(texts, places))
    if places := unknown[Side.ANSWER]:
        found[places] = embedder.encode_passages(_openings(texts, places))
    return found


def _known(reader: LibraryReader, embedder: Embedder, text: SaidText) -> Vectors | None:
    if text.side is Side.QUESTION:
        return None
    return reader.mean_of_sentences(text.digest, embedder.id, embedder.dimension)


def _openings(texts: Sequence[SaidText], places: Sequence[int]) -> list[str]:
    return [texts[place].text[:MOST_CHARACTERS] for place in places]
