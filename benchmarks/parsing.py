"""Parsing speed beside pypdf's own text extraction on the same PDFs in one run, and the memory it takes.

Ours does more — places, tables, footnotes, sections, sentences, passages — and still has to be faster. Files
that need text recognition are left out: pypdf has none. ``--long`` adds a PDF of 2,000 pages, ``--many``
10,000 small files, ``--json`` is for programs. On a busy machine the clock says little; the figures of
processors "of our own" count processor time, of parent and workers together, as if nobody else were there.
"""

import argparse
import json
import logging
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

import pypdfium2
from memory import children_held, children_peak, children_seconds, family_seconds, held, peak
from pypdf import PdfReader
from synthetic import long_pdf, small_texts

from beleidszoeker.ingest.language.sentences import SentenceSplitter
from beleidszoeker.ingest.parse import prepare_document
from beleidszoeker.ingest.sandbox.pool import Limits, ParseOutcome, ParserPool

HERE = Path(__file__).parents[1]
WORKERS = 2
LONG, MANY = 2000, 10_000
PATIENCE = 900.0
FEWEST_CHARACTERS = 20
Figures = dict[str, object]
Times = list[tuple[float, float]]
"""By the clock and by the processor, in seconds, of each round."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Pages per second without embedding, and peak memory.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=3, help="how often to measure speed; 0 skips it")
    parser.add_argument("--long", action="store_true", help=f"also parse a PDF of {LONG} pages")
    parser.add_argument("--many", action="store_true", help=f"also parse {MANY} small files")
    options = parser.parse_args()
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    figures: Figures = {}
    if options.many:
        figures |= measure_many()
    if options.rounds:
        figures |= measure_files(options.rounds)
    if options.long:
        figures |= measure_long()
    print(
        json.dumps(figures, indent=2) if options.json else "\n".join(f"{k}: {v}" for k, v in figures.items())
    )


def measure_files(rounds: int) -> Figures:
    """Measure one process, two workers and pypdf in turns, so that a busy machine weighs on all alike."""
    shared = HERE.parent / "shared" / "corpus"
    paths = sorted((shared if shared.is_dir() else HERE / "corpus").rglob("*.pdf"))
    with ParserPool(workers=WORKERS) as pool:
        written = [path for path in paths if _is_written(path)]
        readable = {o.path: len(o.prepared.document.pages) for o in pool.parse(written) if o.prepared}
        longest = max(readable, key=lambda path: readable[path])
        figures: Figures = {
            "files": len(readable),
            "left_out": len(paths) - len(readable),
            "pages": sum(readable.values()),
            "parent_peak_mb": peak(),
        }
        figures |= {"longest_pages": readable[longest], "longest_worker_peak_mb": _worker_peak(longest)}
        seconds = _seconds_of_each(pool, list(readable), rounds)
    return figures | _speeds(sum(readable.values()), *seconds)


def _seconds_of_each(pool: ParserPool, paths: list[Path], rounds: int) -> tuple[Times, ...]:
    files = [(path.name, path.read_bytes()) for path in paths]
    splitter = SentenceSplitter()
    one, two, theirs = [], [], []
    _each(
        files, lambda name, data: prepare_document(name, data, split=splitter.split)
    )  # load what loads once
    for _ in range(rounds):
        one.append(
            _seconds(
                lambda: _each(files, lambda name, data: prepare_document(name, data, split=splitter.split))
            )
        )
        theirs.append(_seconds(lambda: _each(files, _pypdf)))
        two.append(_seconds(lambda: _count(pool.parse(paths))))
    return one, two, theirs


def _speeds(pages: int, one: Times, two: Times, theirs: Times) -> Figures:
    return {
        "pages_per_second_one_process": _rate(pages, one),
        f"pages_per_second_{WORKERS}_workers": _rate(pages, two),
        "pages_per_second_pypdf_one_process": _rate(pages, theirs),
        "ratio_one_process_to_pypdf_one_process": _ratio(theirs, one),
        "ratio_one_process_by_processor_time": _ratio(theirs, one, by=1),
        f"ratio_{WORKERS}_workers_to_pypdf_one_process": _ratio(theirs, two),
        f"pages_per_second_{WORKERS}_processors_of_our_own": _rate(WORKERS * pages, two, by=1),
        f"ratio_{WORKERS}_processors_of_our_own": round(WORKERS * _ratio(theirs, two, by=1), 2),
    }


def measure_long() -> Figures:
    """Parse one PDF of many pages in a worker; a busy machine is given more time than is usual."""
    before = children_seconds()
    with TemporaryDirectory() as folder, ParserPool(workers=1, limits=Limits(seconds=PATIENCE)) as pool:
        path = long_pdf(Path(folder) / "lang.pdf", LONG)
        small = small_texts(Path(folder), 1)
        _count(pool.parse(small))  # the worker's start is not the file's time
        start = time.perf_counter()
        (outcome,) = pool.parse([path])
        seconds, largest = time.perf_counter() - start, children_peak()
    return {
        "long_pages": len(outcome.prepared.document.pages) if outcome.prepared else None,
        "long_outcome": outcome.error.code if outcome.error else "ingested",
        "long_seconds": round(seconds, 1),
        "long_processor_seconds_with_start": round(children_seconds() - before, 1),
        "long_worker_peak_mb": largest,
        "long_parent_peak_mb": peak(),
    }


def measure_many() -> Figures:
    """Parse many small files and compare what is held in the first and in the last quarter of the run."""
    parent, workers = [], []
    with TemporaryDirectory() as folder, ParserPool(workers=WORKERS) as pool:
        start = time.perf_counter()
        for number, outcome in enumerate(pool.parse(small_texts(Path(folder), MANY))):
            assert outcome.prepared, outcome.error
            outcome.path.unlink()
            if number % 100 == 99:
                parent.append(held())
                workers.append(children_held())
        seconds = time.perf_counter() - start
    return {
        "many_files_per_second": round(MANY / seconds, 1),
        "many_parent_mb_first_and_last_quarter": _quarters(parent),
        "many_workers_mb_first_and_last_quarter": _quarters(workers),
    }


def _quarters(samples: list[float]) -> tuple[float, float]:
    part = len(samples) // 4
    return round(mean(samples[:part]), 1), round(mean(samples[-part:]), 1)


def _worker_peak(path: Path) -> float:
    with ParserPool(workers=1) as pool:
        _count(pool.parse([path]))
        return children_peak()


def _is_written(path: Path) -> bool:
    """Tell whether each page has a text layer; what has none is recognised, which pypdf cannot."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return False
    pages = list(document)
    return all(page.get_textpage().count_chars() >= FEWEST_CHARACTERS for page in pages)


def _pypdf(_: str, data: bytes) -> None:
    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text()


def _each(files: list[tuple[str, bytes]], work: Callable[[str, bytes], object]) -> None:
    for name, data in files:
        work(name, data)


def _count(outcomes: Iterable[ParseOutcome]) -> int:
    return sum(outcome.prepared is not None for outcome in outcomes)


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), family_seconds()
    work()
    return time.perf_counter() - clock, family_seconds() - processor


def _rate(pages: int, rounds: Times, *, by: int = 0) -> float:
    return round(pages / median(times[by] for times in rounds), 1)


def _ratio(theirs: Times, ours: Times, *, by: int = 0) -> float:
    return round(median(t[by] / o[by] for t, o in zip(theirs, ours, strict=True)), 2)


if __name__ == "__main__":
    main()
