"""What the tests of index, search, api and cli share: libraries filled by hand, and a model that counts."""

import gc
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from typer.testing import CliRunner, Result

from beleidszoeker.cli.app import app
from beleidszoeker.index.library import Library
from beleidszoeker.index.publication import Published, embed_missing, publish
from beleidszoeker.index.report import NullReporter
from beleidszoeker.index.store import PassageRecord, SourceRecord
from beleidszoeker.ingest.document import (
    Block,
    BlockKind,
    Box,
    Evidence,
    LineSpan,
    Metadata,
    Page,
    ParsedDocument,
    Passage,
)
from beleidszoeker.ingest.knowledge.model import Knowledge, Mention, NameKind
from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.prepared import PreparedDocument
from beleidszoeker.ingest.version import PARSER_VERSION
from beleidszoeker.model.base import Progress, Vectors
from beleidszoeker.model.hashing import HashingEmbedder
from beleidszoeker.search.engine import SearchEngine

NULL = NullReporter()
_SPLIT = SentenceSplitter(trained=None).split


def processor_seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """Return the least of some runs, without what collecting the garbage of all other tests costs."""
    gc.disable()
    try:
        return min(_once(work) for _ in range(times))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


class CountingEmbedder:
    """The hashing embedder, counting the passages that it embeds."""

    def __init__(self, dimension: int = 64) -> None:
        self._inner = HashingEmbedder(dimension)
        self.embedded: list[str] = []

    @property
    def id(self) -> str:
        return self._inner.id

    @property
    def dimension(self) -> int:
        return self._inner.dimension

    @property
    def max_tokens(self) -> int:
        return self._inner.max_tokens

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._inner.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], *, progress: Progress | None = None) -> Vectors:
        self.embedded += texts
        return self._inner.encode_passages(texts, progress=progress)

    def count_tokens(self, text: str) -> int:
        return self._inner.count_tokens(text)


class Shelf:
    """A library in a folder, with short ways to fill it."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder, create=True)
        self.embedder = CountingEmbedder()

    def put(self, name: str, prepared: PreparedDocument | None, *, content: str | None = None) -> str:
        """Store a document as the content of a file; return its id."""
        text = content if content is not None else f"{name} {prepared.document.text if prepared else ''}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        document_id = digest[:16] if prepared else None
        failed = ("", "", "") if prepared else ("damaged", "Het bestand is stuk.", "Haal het opnieuw op.")
        record = SourceRecord(f"/{name}", name, len(text), 1, digest, document_id, *failed, PARSER_VERSION)
        with self.library.writing() as writer:
            writer.save(record, prepared)
        return digest[:16]

    def publish(self, *, force: bool = False) -> Published:
        """Embed what is new and publish."""
        with self.library.writing() as writer:
            embed_missing(self.library, writer, self.embedder, reporter=NULL)
            return publish(self.library, writer, self.embedder, reporter=NULL, force=force)

    def fill(self, *documents: PreparedDocument) -> list[str]:
        """Store documents, publish them and return their ids."""
        ids = [self.put(f"{number}.txt", document) for number, document in enumerate(documents)]
        self.publish()
        return ids

    def engine(self) -> SearchEngine:
        return SearchEngine(self.library, self.embedder)


def publish_as_it_is(shelf: Shelf) -> None:
    """Publish without embedding what lacks a vector."""
    with shelf.library.writing() as writer:
        publish(shelf.library, writer, shelf.embedder, reporter=NULL, force=True)


def made(
    text: str,
    *,
    title: str = "Voortgang",
    kind: str = "overig",
    date: str | None = None,
    organisations: Sequence[str] = (),
    dossiers: Sequence[str] = (),
    programmes: Sequence[str] = (),
    url: str | None = None,
    section: tuple[str, ...] = (),
    labels: Sequence[str | None] | None = None,
    notes: tuple[str, ...] = (),
) -> PreparedDocument:
    """Make a document by hand: each paragraph is a passage, and a page when ``labels`` has one for each."""
    spans = _paragraphs(text)
    named = [Mention(0, end, NameKind.PROGRAMME, name, name) for end, name in enumerate(programmes, start=1)]
    pages = [Page(number, label, 595.0, 842.0) for number, label in enumerate(labels or (), start=1)]
    return PreparedDocument(
        document=ParsedDocument(
            text=text,
            blocks=tuple(Block(BlockKind.PARAGRAPH, start, end, section) for start, end in spans),
            pages=tuple(pages),
            lines=tuple(
                LineSpan(*span, page.number, Box(70, 500, 500, 512))
                for span, page in zip(spans, pages, strict=False)
            ),
        ),
        metadata=Metadata(
            title=Evidence(title),
            kind=Evidence(kind),
            date=Evidence(date) if date else None,
            organisations=tuple(map(Evidence, organisations)),
            dossiers=tuple(map(Evidence, dossiers)),
            url=url,
        ),
        passages=tuple(
            Passage(
                start,
                end,
                section,
                tuple((start + first, start + last) for first, last in _SPLIT(text[start:end])),
                number if labels else None,
                number if labels else None,
                notes,
            )
            for number, (start, end) in enumerate(spans, start=1)
        ),
        knowledge=Knowledge(mentions=tuple(named)),
    )


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return spans


def passage_record(**facts: object) -> PassageRecord:
    """Make a passage of one sentence, but for these facts."""
    given: dict[str, object] = {
        "key": 1,
        "id": "d-1",
        "document_id": "d",
        "ordinal": 0,
        "text": "Tekst.",
        "start": 10,
        "section": (),
        "sentences": ((0, 6),),
        "page_first": None,
        "page_last": None,
        "label_first": None,
        "label_last": None,
        "notes": (),
        "context": "",
        "confidence": None,
        "title": "Ruimte voor industrieclusters",
        "kind": "kamerbrief",
        "date": "2025-06-20",
        "url": None,
        "source": "001.pdf",
        **facts,
    }
    return PassageRecord(**given)  # type: ignore[arg-type]  # mixed kinds


def environment(library: Path, **more: str) -> dict[str, str]:
    """Return the environment of a child process with its own library, the hashing model and no torch.

    spaCy imports torch where it finds it, which takes longer than all that is tested here.
    """
    without = library.parent / ".without-torch"
    without.mkdir(parents=True, exist_ok=True)
    (without / "torch.py").write_text("raise ImportError", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BELEIDSZOEKER_")}
    ours = {
        "BELEIDSZOEKER_LIBRARY": str(library),
        "BELEIDSZOEKER_MODEL": "hashing",
        "BELEIDSZOEKER_WORKERS": "1",
    }
    return {**kept, **ours, "NO_COLOR": "1", "PYTHONPATH": str(without), **more}


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of a child process that runs ours."""
    return [sys.executable, "-c", "from beleidszoeker.cli import main; main()", *map(str, arguments)]


def run(library: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a child process."""
    return subprocess.run(
        command(*arguments),
        env=environment(library, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def invoke(library: Path, *arguments: str | Path) -> Result:
    """Run a command in this process, as far as its result goes; errors of ours are raised, not told."""
    ended = CliRunner().invoke(app, [*map(str, arguments)], env=environment(library))
    if ended.exception and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    return ended
