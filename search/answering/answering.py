"""Answers in sentences: passages are found, a writer writes, and only what was checked is returned."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from threading import BoundedSemaphore

from beleidszoeker.errors import AnswersBusyError, PassageNotFoundError
from beleidszoeker.index.filters import Filters
from beleidszoeker.index.library import Library
from beleidszoeker.index.store import PassageRecord
from beleidszoeker.model.base import Embedder
from beleidszoeker.search.answering.answer import Answer, Dropped, Sentence
from beleidszoeker.search.answering.base import Writer, Written
from beleidszoeker.search.answering.checking import Checker
from beleidszoeker.search.answering.meaning import Nearness
from beleidszoeker.search.answering.patience import Patience
from beleidszoeker.search.answering.prompt import MOST_SENTENCES
from beleidszoeker.search.answering.reasons import Reason
from beleidszoeker.search.engine import SearchEngine
from beleidszoeker.search.result import SearchResponse

SECONDS = 45.0
"""How long a question may take, unless it is told otherwise."""
_PASSAGES = 8
_AT_ONCE = 4  # each waits in a thread that the other pages need as well
_NONE_CARRIED = (
    "Geen antwoord dat klopt: geen van de zinnen wordt door haar citaat gedragen. Hier zijn de citaten."
)
_NONE_WRITTEN = "Het taalmodel vond in deze passages geen antwoord. Hier zijn de citaten."


class Answering:
    """Answers questions with a writer; safe to use from many threads.

    Args:
        engine: Finds the passages.
        library: Where they stand; read again when the sentences are there.
        embedder: Tells what is near in meaning.
        writer: Writes the sentences.
    """

    def __init__(self, engine: SearchEngine, library: Library, embedder: Embedder, writer: Writer) -> None:
        self._engine = engine
        self._library = library
        self._near = Nearness(embedder)
        self._writer = writer
        self._turns = BoundedSemaphore(_AT_ONCE)

    @property
    def writer(self) -> str:
        """Model and host, for people."""
        return self._writer.name

    def answer(
        self,
        question: str,
        *,
        filters: Filters | None = None,
        patience: Patience | None = None,
        searched: Callable[[], object] = lambda: None,
    ) -> Answer:
        """Return an answer of which every sentence was checked.

        Args:
            question: In a person's own words.
            filters: Limits.
            patience: When to give up.
            searched: Is called once the passages are there, before the writer is asked.

        Raises:
            AnswersBusyError: Enough others are waiting for theirs.
            AnswerError: The writer failed.
            LibraryError: Nothing can be searched.
        """
        started = time.perf_counter()
        response = self._engine.search(question, count=_PASSAGES, filters=filters)
        searched()
        if not response.results:
            return self._answer(response, started, (), (), response.message)
        written = self._write(response, patience or Patience(SECONDS))
        checker = Checker(self._passages(response), self._engine.snapshot().lexical.analyser, self._near)
        checked = [found for one in written[:MOST_SENTENCES] for found in checker.check(one)]
        checked += [Reason.TOO_LONG] * len(written[MOST_SENTENCES:])
        sentences = tuple(one for one in checked if isinstance(one, Sentence))
        reasons = [one for one in checked if isinstance(one, Reason)]
        message = None if sentences else _NONE_CARRIED if reasons else _NONE_WRITTEN
        return self._answer(response, started, sentences, reasons, message)

    def _write(self, response: SearchResponse, patience: Patience) -> Sequence[Written]:
        if not self._turns.acquire(blocking=False):
            raise AnswersBusyError(
                "Er wachten al genoeg vragen op het taalmodel.", advice="Probeer het zo nog eens."
            )
        try:
            passages = [result.text for result in response.results]
            return self._writer.write(response.query, passages, patience=patience)
        finally:
            self._turns.release()

    def _passages(self, response: SearchResponse) -> dict[int, PassageRecord | None]:
        """Read the passages again: a document may have gone while the writer was writing."""
        removed = self._library.reader.removed()
        found = dict[int, PassageRecord | None]()
        for number, result in enumerate(response.results, start=1):
            try:
                passage = self._library.reader.passage(result.passage_id)
            except PassageNotFoundError:
                found[number] = None
            else:
                found[number] = None if passage.document_id in removed else passage
        return found

    def _answer(
        self,
        response: SearchResponse,
        started: float,
        sentences: tuple[Sentence, ...],
        reasons: Sequence[Reason],
        message: str | None,
    ) -> Answer:
        return Answer(
            query=response.query,
            answered=bool(sentences),
            took_ms=round((time.perf_counter() - started) * 1000, 1),
            writer=self.writer,
            sentences=sentences,
            dropped=tuple(Dropped(one, count, one.told) for one, count in Counter(reasons).most_common()),
            results=response.results,
            message=message,
        )
