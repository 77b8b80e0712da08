"""Writing the index of words: its folder, and what can be suggested of the corpus."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from beleidszoeker.index.abbreviations import Abbreviations
from beleidszoeker.index.building.crew import Crew
from beleidszoeker.index.dutch import Vocabulary
from beleidszoeker.index.gathering import Gathered
from beleidszoeker.index.postings import make_schema
from beleidszoeker.index.report import NullReporter, Reporter
from beleidszoeker.index.store import IndexedText
from beleidszoeker.index.terms import make_analyser

VOCABULARY = "vocabulary.json"
ABBREVIATIONS = "abbreviations.json"
_HEAP = 64 << 20


def write_words(
    texts: Iterable[IndexedText],
    path: Path,
    crew: Crew,
    *,
    count: int = 0,
    reporter: Reporter | None = None,
) -> Gathered:
    """Fill an empty folder with the index of words of a corpus; return what was counted on the way.

    Args:
        texts: The passages, document by document; they are gone through twice, and not kept.
        path: The folder.
        crew: Who reads them.
        count: How many passages there are, for who is told of the progress.
        reporter: Is told of the progress.

    Raises:
        OSError: It cannot be written, as on a full disk.
    """
    reporter = reporter or NullReporter()
    reporter.begin("tellen", count)
    gathered = _gather(texts, crew, reporter)
    reporter.end()
    vocabulary = Vocabulary.counted(gathered.spelled)
    (path / VOCABULARY).write_text(vocabulary.to_json(), encoding="utf-8")
    crew.all("know", vocabulary)
    definitions = []
    reporter.begin("indexeren", count)
    with _written():
        writer = tantivy.Index(make_schema(), path=str(path)).writer(_HEAP, 1)
        for analysed in crew.each("analyse", texts):
            definitions += analysed.definitions
            for posting in analysed.postings:
                writer.add_document(tantivy.Document(**posting))
            reporter.advance(len(analysed.postings))
        writer.commit()
        writer.wait_merging_threads()
    reporter.end()
    learnt = Abbreviations.gathered(make_analyser(vocabulary), vocabulary, definitions)
    (path / ABBREVIATIONS).write_text(learnt.to_json(), encoding="utf-8")
    return gathered


def _gather(texts: Iterable[IndexedText], crew: Crew, reporter: Reporter) -> Gathered:
    for passages in crew.each("count", texts):
        reporter.advance(passages)
    gathered = Gathered()
    for counted in crew.all("counted"):
        gathered += counted
    return gathered


@contextmanager
def _written() -> Iterator[None]:
    """Tell a file that cannot be written from a wrong value: tantivy has one error for both."""
    try:
        yield
    except ValueError as error:
        raise OSError(str(error)) from error
