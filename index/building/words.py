"""Writing the index of words: its folder, and what can be suggested of the corpus."""

from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy

from beleidszoeker.index.abbreviations import Abbreviations
from beleidszoeker.index.building.crew import Crew
from beleidszoeker.index.dutch import Vocabulary
from beleidszoeker.index.gathering import Gathered
from beleidszoeker.index.postings import make_schema
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import make_analyser

VOCABULARY = "vocabulary.json"
ABBREVIATIONS = "abbreviations.json"
_HEAP = 64 << 20


def write_words(
    texts: Iterable[IndexedText], path: Path, crew: Crew, *, progress: Callable[[int], None] | None = None
) -> Gathered:
    """Fill an empty folder with the index of words of a corpus; return what was counted on the way.

    Args:
        texts: The passages, document by document; they are gone through twice, and not kept.
        path: The folder.
        crew: Who reads them.
        progress: Called with the number of passages that are done.
    """
    gathered = _gather(texts, crew)
    vocabulary = Vocabulary.counted(gathered.spelled)
    (path / VOCABULARY).write_text(vocabulary.to_json(), encoding="utf-8")
    crew.all("know", vocabulary)
    index = tantivy.Index(make_schema(), path=str(path))
    writer = index.writer(_HEAP, 1)
    definitions = []
    for analysed in crew.each("analyse", texts):
        definitions += analysed.definitions
        for posting in analysed.postings:
            writer.add_document(tantivy.Document(**posting))
        if progress:
            progress(len(analysed.postings))
    writer.commit()
    writer.wait_merging_threads()
    learnt = Abbreviations.gathered(make_analyser(vocabulary), vocabulary, definitions)
    (path / ABBREVIATIONS).write_text(learnt.to_json(), encoding="utf-8")
    return gathered


def _gather(texts: Iterable[IndexedText], crew: Crew) -> Gathered:
    for _ in crew.each("count", texts):
        pass
    gathered = Gathered()
    for counted in crew.all("counted"):
        gathered += counted
    return gathered
