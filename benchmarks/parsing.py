"""Parsing speed beside pypdf's own text extraction, on the same PDFs in one run; ``--json`` for programs.

Ours does more — places, footnotes, sections, sentences, passages — and still has to be faster.
"""

import argparse
import json
import logging
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from beleidszoeker.errors import DocumentError
from beleidszoeker.ingest import SentenceSplitter, prepare_document

HERE = Path(__file__).parents[1]
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description="Pages per second, one process, without embedding.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    shared = HERE.parent / "shared" / "corpus"
    paths = sorted((shared if shared.is_dir() else HERE / "corpus").rglob("*.pdf"))
    files = [(path.name, path.read_bytes()) for path in paths]
    splitter = SentenceSplitter()
    readable = [(name, data) for name, data in files if _readable(name, data, splitter)]
    pages = sum(len(PdfReader(BytesIO(data)).pages) for _, data in readable)
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda name, data: prepare_document(name, data, split=splitter.split), readable))
        theirs.append(
            _seconds(
                lambda _, data: [page.extract_text() for page in PdfReader(BytesIO(data)).pages], readable
            )
        )
    result = {
        "files": len(readable),
        "pages": pages,
        "pages_per_second": round(pages / median(ours), 1),
        "pypdf_pages_per_second": round(pages / median(theirs), 1),
        "ratio_to_pypdf": round(median(t / o for t, o in zip(theirs, ours, strict=True)), 2),
    }
    print(
        json.dumps(result, indent=2) if arguments.json else "\n".join(f"{k}: {v}" for k, v in result.items())
    )


def _readable(name: str, data: bytes, splitter: SentenceSplitter) -> bool:
    try:
        prepare_document(name, data, split=splitter.split)
    except DocumentError:
        return False
    return True


def _seconds(work: Callable[[str, bytes], object], files: list[tuple[str, bytes]]) -> float:
    start = time.perf_counter()
    for name, data in files:
        work(name, data)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
